"""Numbers that count what the one before counted: ``10 000 élus en 2030 et 50 000 en 2035``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.annotation.amounts.quantity import Quantity
from pipeline.annotation.numbers import Number

_LEAST = 1000
# A number of another order counts something else.
_ORDERS = 100
_BEFORE = re.compile(
    r"(?:,|;|\b(?:et|ou|contre|puis|voire|à|dont|dont près de))[ \u00a0\n]\Z", re.I
)
_BEHIND = re.compile(
    r"[ \u00a0\n](?:en|à l['’]horizon|d['’]ici|dès|contre|puis|et|ou|l['’]an|l['’]année|un an"
    r"|auparavant|aujourd['’]hui|cette année|au total)\b|[,.;:)](?!\d)|\s*\Z",
    re.IGNORECASE,
)
_REACH = 20


def carry_counts(
    text: str,
    numbers: Sequence[Number],
    quantities: list[Quantity],
    sentences: Sequence[int],
) -> list[Quantity]:
    """The quantities with the bare numbers that go on counting, in order.

    A bare number counts on if it is written in groups of figures (so that it is no year), stands in
    the sentence of a count with nothing else counted in between, and no noun of its own follows.

    Args:
        text: the document.
        numbers: its numbers, in order.
        quantities: those that have a unit, in order.
        sentences: where its sentences begin, in order.
    """
    carried: list[Quantity] = []
    starts = [quantity.start for quantity in quantities]
    for number in numbers:
        if (
            number.value < _LEAST
            or number.form != "digits"
            or text[number.start : number.end].isdigit()
        ):
            continue
        place = bisect_right(starts, number.start)
        last = quantities[place - 1] if place else None
        if last is None or last.kind != "count" or last.end > number.start:
            continue
        same = bisect_right(sentences, last.start) == bisect_right(sentences, number.start)
        if not same or not 1 / _ORDERS < number.value / (last.value or 1) < _ORDERS:
            continue
        opened = _BEFORE.search(text, max(0, number.start - _REACH), number.start)
        if opened and _BEHIND.match(text, number.end):
            carried.append(
                Quantity(number, number.start, number.end, "count", number.value, last.unit)
            )
    return sorted([*quantities, *carried], key=lambda quantity: quantity.start)
