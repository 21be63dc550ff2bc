"""Cells of rows of real texts that somebody has read and judged: what was seen of each, and if it
is right; no words.

The file is ``models/calibration/amounts_read.csv``. Its ``seen`` holds the names of features: of a
measure those of the phrase that was chosen (``choice.FEATURES``) or what else told it
(``trust.OF_MEASURE``), of a date those of ``trust.OF_DATE``. A feature that changes its meaning
asks for reading anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.knowledge.use import load_csv

FILE = ("calibration", "amounts_read.csv")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell that was judged.

    Attributes:
        document: a number of its text.
        column: ``measure`` or ``date``.
        seen: the names of the features that hold of it.
        right: whether it is right.
    """

    document: str
    column: str
    seen: tuple[str, ...]
    right: bool


def read_cells() -> list[ReadCell]:
    """The judged cells, in the order of the file.

    Raises:
        ResourceError: the file is absent.
    """
    return [
        ReadCell(row["document"], row["column"], tuple(row["seen"].split()), row["right"] == "1")
        for row in load_csv(*FILE)
    ]
