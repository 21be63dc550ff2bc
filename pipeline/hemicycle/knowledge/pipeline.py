"""A spaCy pipeline with knowledge of its own: kept in its vocabulary, used by its components.

``nlp.vocab.lookups`` is where spaCy keeps the tables that the components of a pipeline share; they
are saved with it once, and read back before a component is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, Generic, TypeAlias, TypeVar

from spacy.lookups import Table
from spacy.tokens import Doc
from spacy.util import raise_error
from spacy.vocab import Vocab

from hemicycle.batches import batched
from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.use import current, using
from hemicycle.resources import ResourceError

T = TypeVar("T")
# What spaCy calls with a component's name, the component, documents and what was raised.
ErrorHandler: TypeAlias = Callable[[str, Callable[[Doc], Doc], list[Doc], Exception], None]
TABLE = "hemicycle"
_FILES = "files"
# How many documents a component reads at a time: as many as a batch of a run has.
_TOGETHER = 64


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

    Attributes:
        name: its name in the pipeline.
        error_handler: what is called for a document of a stream that cannot be read, as spaCy
            does; it raises what was raised, or the document is left out.
    """

    error_handler: ErrorHandler = staticmethod(raise_error)

    def __init__(self, vocab: Vocab, make: Callable[[], Callable[[Doc], Doc]], name: str) -> None:
        """Make the component of a factory.

        Args:
            vocab: the vocabulary of the pipeline, which gets the knowledge in use if it has none.
            make: makes what does the work, from the knowledge in use; it can be pickled.
            name: its name in the pipeline, for who handles errors.
        """
        super().__init__(make)
        self.name = name
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

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _TOGETHER) -> Iterator[Doc]:
        """Annotate the documents of a stream, some at a time.

        A component that reads a batch finds its code and its words in the processor's caches,
        where one that takes turns with all others loads them anew for each short text: that is a
        sixth of the time of a text of 200 words.

        Args:
            stream: documents of one pipeline.
            batch_size: how many are read at a time, if that is not too many to be kept.

        Raises:
            ResourceError: a file of ``models/`` is absent or cannot be understood.
        """
        for docs in batched(stream, min(batch_size, _TOGETHER)):
            yield from self._annotated(docs)

    def _annotated(self, docs: list[Doc]) -> list[Doc]:
        knowledge, work = self.prepare(docs[0].vocab)
        annotated: list[Doc] = []
        with using(knowledge):
            for doc in docs:
                try:
                    annotated.append(work(doc))
                except Exception as error:  # as spaCy's components: who handles it decides
                    self.error_handler(self.name, self, [doc], error)
        return annotated

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Tell what is done with a document of a stream that cannot be read, as spaCy asks it."""
        self.error_handler = error_handler

    def __getstate__(self) -> dict[str, Any]:
        """Pickle how it is made and what is its own, not what was made."""
        return {**self.__dict__, **super().__getstate__()}
