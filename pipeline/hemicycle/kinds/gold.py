"""How the rows of a kind are compared with annotated texts: its letters and its headers.

An annotated place is written ``[surface]{K=value; field=value}``, ``K`` being the letter; what is
annotated of a whole text stands in its header. The format is :mod:`hemicycle.evaluation.gold`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Cells = Mapping[str, str]
Overlap = Literal["exact", "half", "any"]


class GoldError(ValueError):
    """An annotation does not follow the format."""


@dataclass(frozen=True, slots=True)
class GoldLetter:
    """A letter of annotations, and what makes a row right.

    Attributes:
        letter: one capital.
        meaning: what its value and fields say, for the description of the format.
        same: whether a row says what one of the values of an annotation says; it is given the
            value, the annotation's fields and the row.
        overlap: how much of its place a row must share with the annotated one.
        spans: name of the measure of places, empty if places are not counted apart.
        values: name of the measure of values.
        fields: fields that are judged apart, each on the rows whose annotation gives it.
        nameable: whether an annotation without a value, of which nobody can tell the right one,
            counts only against the row that gives one.
        rows: which rows of the table it is about, all by default.
        identity: the column that tells which thing a row means, over all texts; empty if none.
    """

    letter: str
    meaning: str
    same: Callable[[str, Cells, Cells], bool]
    overlap: Overlap = "any"
    spans: str = "spans"
    values: str = "values"
    fields: tuple[str, ...] = ()
    nameable: bool = False
    rows: Callable[[Cells], bool] | None = None
    identity: str = ""


@dataclass(frozen=True, slots=True)
class GoldHeader:
    """A list in the header of an annotated text, and what the rows of the text are compared by.

    Attributes:
        key: name of the header.
        meaning: what it lists, for the description of the format.
        wanted: the listed values as they are compared.
        found: the same of the rows, best first.
        measure: name of the measure.
        separator: what stands between two of the list.
        first: whether the first of both are compared too.
    """

    key: str
    meaning: str
    wanted: Callable[[Sequence[str]], list[str]]
    found: Callable[[Sequence[Cells]], list[str]]
    measure: str
    separator: str = ","
    first: bool = False
