"""What the corpus adds to an amount: which form it has, and the sector that its sentence names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_Cells = dict[str, str]
_SECTOR = ("section", "division", "sector")


def form_of(amount: _Cells) -> str:
    """How firmly an amount is stated: `exact`, `approximate`, `range`, `at_least` or `at_most`."""
    if not amount["high"]:
        return "at_least"
    if not amount["low"]:
        return "at_most"
    if amount["low"] != amount["high"]:
        return "range"
    return "approximate" if amount["modifier"] == "approx" else "exact"


def add_sectors(amounts: Iterable[_Cells], sectors: Iterable[_Cells]) -> None:
    """Give each amount of a document its form, and the sector named nearest in its sentence.

    One sector an amount, so that no amount is counted twice; of two equally near, the first. The
    cells stay empty where the sentence names no sector.
    """
    by_sentence = defaultdict(list)
    for sector in sectors:
        by_sentence[sector["sentence"]].append(sector)
    for amount in amounts:
        amount["form"] = form_of(amount)
        found = min(
            # Another sentence with the same words is further away than the sentence is long.
            (s for s in by_sentence[amount["sentence"]] if _gap(s, amount) < len(s["sentence"])),
            key=lambda sector: _gap(sector, amount),
            default=None,
        )
        amount |= {name: found[name] if found else "" for name in _SECTOR}


def _gap(a: _Cells, b: _Cells) -> int:
    """Characters between two mentions, 0 where they touch or overlap."""
    return max(
        0,
        int(a["start_char"]) - int(b["end_char"]),
        int(b["start_char"]) - int(a["end_char"]),
    )
