"""What a column of a table is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number", "date"]
Row = list[str]
# The column that says how likely a row is right in what it fills, 0 to 1.
CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its Frictionless type, what it means, what it must hold.

    ``unit`` says what a number counts: `code point`, `word`, or the column that names the unit.
    """

    name: str
    type: ColumnType
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
