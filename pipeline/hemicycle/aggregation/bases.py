"""What the groups of a summary are made of: the denominators of its counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hemicycle.document import Document
from hemicycle.tables.registry import Grouping, Row

_CHAIR = "chair"


@dataclass(slots=True)
class Base:
    """Documents, their words, and their speeches without the turns of the chair."""

    documents: int = 0
    words: int = 0
    speeches: int = 0

    @classmethod
    def of(cls, document: Document, speeches: Iterable[Mapping[str, str]]) -> Base:
        """That of one document."""
        return cls(1, document.words, sum(row["kind"] != _CHAIR for row in speeches))

    def add(self, other: Base) -> None:
        """Take another one in."""
        self.documents += other.documents
        self.words += other.words
        self.speeches += other.speeches

    def cells(self) -> Row:
        """Its numbers, as the columns of a summary name them."""
        return [str(self.documents), str(self.words), str(self.speeches)]


class Bases:
    """The base of each group and period of each grouping."""

    def __init__(self) -> None:
        self._known: dict[tuple[Grouping, tuple[str, str]], Base] = {}

    def add(self, grouping: Grouping, where: tuple[str, str], base: Base) -> None:
        """Take a document into its group and period."""
        self._known.setdefault((grouping, where), Base()).add(base)

    def of(self, grouping: Grouping, where: tuple[str, str]) -> Base:
        """What a group and period is made of."""
        return self._known[grouping, where]
