"""What the corpus adds to an amount: which form it has, and the sector that its sentence names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from hemicycle.aggregation.sentences import Cells, distance, share_a_sentence
from hemicycle.reading.sentence_index import LONGEST_SHOWN

_SECTOR = ("section", "division", "sector")


def form_of(amount: Cells) -> str:
    """How firmly an amount is stated: `exact`, `approximate`, `range`, `at_least` or `at_most`."""
    if not amount["high"]:
        return "at_least"
    if not amount["low"]:
        return "at_most"
    if amount["low"] != amount["high"]:
        return "range"
    return "approximate" if amount["modifier"] == "approx" else "exact"


def add_sectors(amounts: Iterable[Cells], sectors: Iterable[Cells]) -> None:
    """Give each amount of a document its form, and the sector named nearest in its sentence.

    One sector an amount, so that no amount is counted twice; of two equally near, the first. The
    cells stay empty where the sentence names no sector.
    """
    ordered = sorted(sectors, key=_place)
    for amount in amounts:
        amount["form"] = form_of(amount)
        first = bisect_left(ordered, _place(amount) - LONGEST_SHOWN, key=_place)
        last = bisect_right(ordered, int(amount["end_char"]) + LONGEST_SHOWN, key=_place)
        near = ordered[first:last]
        found = min(
            (sector for sector in near if share_a_sentence(sector, amount)),
            key=lambda sector: distance(sector, amount),
            default=None,
        )
        amount |= {name: found[name] if found else "" for name in _SECTOR}


def _place(mention: Cells) -> int:
    return int(mention["start_char"])
