"""The component ``hemicycle_laws``: every legal text that a document cites.

A citation is read where it tells which text it means: by number, date, name or article of a named
text. A bare article, a head word alone (``cette loi``) and figurative senses of ``loi`` are none.
The country of the document decides between forms that countries share (``CO``, ``loi 21``).
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.context import told
from hemicycle.kinds.laws import LAWS, Law
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.pipeline import Component
from hemicycle.reading.reading import Reading, reading_of


@Language.factory(
    "hemicycle_laws",
    assigns=["doc.spans"],
    default_config={"spans_key": LAWS.name},
    retokenizes=False,
)
def create_laws(nlp: Language, name: str, spans_key: str) -> Component:
    """The factory of the component ``hemicycle_laws``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves citations in ``doc.spans``.
    """
    LAWS.register()
    context.register()
    return Component(nlp.vocab, partial(LawFinder, spans_key), name)


class LawFinder:
    """Finds the legal texts cited; leaves them in ``doc.spans`` with ``span._.law``."""

    def __init__(self, spans_key: str = LAWS.name) -> None:
        """Read the lexicons and the grammar; arguments as for the factory."""
        from hemicycle.annotation.laws.lexicon import lexicon
        from hemicycle.annotation.laws.reader import read_laws

        lexicon()
        self._spans_key = spans_key
        self._read = read_laws

    def __call__(self, doc: Doc) -> Doc:
        """Find the citations of a document and leave them on it."""
        LAWS.set(doc, self.mentions(reading_of(doc), told(doc, "country")), self._spans_key)
        return doc

    def mentions(self, text: str | Reading, country: str = "") -> list[Mention[Law]]:
        """The legal texts that a text cites, in order.

        Args:
            text: any text, or its reading.
            country: ISO 3166-1 alpha-2, or empty; decides between forms of several countries.
        """
        return self._read(text, country)
