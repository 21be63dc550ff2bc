"""What the kinds ``organisations`` and ``places`` have in common: a name."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.mention import Packed


@dataclass(frozen=True, slots=True)
class Named(Packed):
    """Something that is named.

    Attributes:
        name: its name on one line, as the document writes it most often.
    """

    name: str


NAME = Column("name", "string", "its name, one for the document", required=True)


def named_cells(named: Named) -> Row:
    """Its cells."""
    return [named.name]
