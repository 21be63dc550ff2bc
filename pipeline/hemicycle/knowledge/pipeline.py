"""A spaCy pipeline with knowledge of its own: kept in its vocabulary, used by its components.

``nlp.vocab.lookups`` is where spaCy keeps the tables that the components of a pipeline share; they
are saved with it once, and read back before a component is called.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

from spacy.lookups import Table
from spacy.tokens import Doc
from spacy.vocab import Vocab

from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.use import current, using
from hemicycle.resources import ResourceError

T = TypeVar("T")
TABLE = "hemicycle"
_FILES = "files"


def put(vocab: Vocab, knowledge: Knowledge) -> None:
    """Give a pipeline its knowledge, in the place of what it has.

    Args:
        vocab: the vocabulary of the pipeline.
        knowledge: what its components shall know.
    """
    if vocab.lookups.has_table(TABLE):
        vocab.lookups.remove_table(TABLE)
    vocab.lookups.add_table(TABLE, {_FILES: dict(knowledge.files)})


def knowledge_of(vocab: Vocab) -> Knowledge:
    """The knowledge of a pipeline; that in use, from now on, if it has none yet.

    Raises:
        ResourceError: it has none, and there is no ``models/`` folder.
    """
    return _knowledge(_table(vocab))


def _table(vocab: Vocab) -> Table:
    if not vocab.lookups.has_table(TABLE):
        put(vocab, current())
    table: Table = vocab.lookups.get_table(TABLE)
    return table


def _knowledge(table: Table) -> Knowledge:
    return Knowledge(table.get(_FILES))


class PerPipeline(Generic[T]):
    """Something made of the knowledge of a pipeline.

    It is made when it is first asked for, and anew when the pipeline has got other knowledge, as it
    does while a saved one is loaded. It is not saved: words are in the vocabulary.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        """Tell how it is made.

        Args:
            make: makes it, from the knowledge in use; it can be pickled.
        """
        self._make = make
        self._made: tuple[Table, Knowledge, T] | None = None

    def prepare(self, vocab: Vocab) -> tuple[Knowledge, T]:
        """Make it now if it is not made.

        Args:
            vocab: the vocabulary of the pipeline.

        Returns:
            The knowledge of the pipeline, and what is made of it.

        Raises:
            ResourceError: a file of ``models/`` is absent or cannot be understood.
        """
        table, made = _table(vocab), self._made
        if made is None or made[0] is not table:
            knowledge = _knowledge(table)
            with using(knowledge):
                made = self._made = table, knowledge, self._make()
        return made[1], made[2]

    def __getstate__(self) -> dict[str, Any]:
        """Pickle how it is made, not what was made."""
        return {"_make": self._make, "_made": None}


class Component(PerPipeline[Callable[[Doc], Doc]]):
    """A component that runs with the knowledge of the pipeline whose documents it reads.

    What is made of the knowledge is what does the work; its settings are in the pipeline's config.
    """

    def __init__(self, vocab: Vocab, make: Callable[[], Callable[[Doc], Doc]]) -> None:
        """Make the component of a factory.

        Args:
            vocab: the vocabulary of the pipeline, which gets the knowledge in use if it has none.
            make: makes what does the work, from the knowledge in use; it can be pickled.
        """
        super().__init__(make)
        # A saved pipeline brings its own after this, and may need no folder.
        with suppress(ResourceError):
            if not vocab.lookups.has_table(TABLE) and current().files:
                put(vocab, current())

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document.

        Raises:
            ResourceError: a file of ``models/`` is absent or cannot be understood.
        """
        knowledge, work = self.prepare(doc.vocab)
        with using(knowledge):
            return work(doc)
