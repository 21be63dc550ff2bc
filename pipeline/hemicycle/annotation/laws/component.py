"""The component ``hemicycle_laws``: every legal text that a document cites.

A citation is read where it tells which text it means: by number, date, name or article of a named
text. A bare article, a head word alone (``cette loi``) and figurative senses of ``loi`` are none.
The country of the document decides between forms that countries share (``CO``, ``loi 21``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.laws import LAWS, Law
from hemicycle.kinds.mention import Mention
from hemicycle.reading.cache import text_of

if TYPE_CHECKING:
    from pathlib import Path


@Language.factory("hemicycle_laws", assigns=["doc.spans"], retokenizes=False)
def create_laws(nlp: Language, name: str) -> LawFinder:
    """The factory of the component ``hemicycle_laws``."""
    return LawFinder()


class LawFinder:
    """Finds the legal texts cited; leaves them in ``doc.spans["laws"]`` with ``span._.law``."""

    def __init__(self) -> None:
        """Read the lexicons and the grammar."""
        from hemicycle.annotation.laws.reader import read_laws

        LAWS.register()
        context.register()
        self._read = read_laws

    def __call__(self, doc: Doc) -> Doc:
        """Find the citations of a document and leave them on it."""
        LAWS.set(doc, self.mentions(text_of(doc), doc._.country))
        return doc

    def mentions(self, text: str, country: str = "") -> list[Mention[Law]]:
        """The legal texts that a text cites, in order.

        Args:
            text: any text.
            country: ISO 3166-1 alpha-2, or empty; decides between forms of several countries.
        """
        return self._read(text, country)

    def to_disk(self, path: str | Path, exclude: object = ()) -> None:
        """Nothing to write: all knowledge is in ``models/``."""

    def from_disk(self, path: str | Path, exclude: object = ()) -> LawFinder:
        """Nothing to read."""
        return self
