"""How often what is given a chance is right: of a chance of 0.8, 8 in 10 should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """What was given a chance in a range: how many, their mean chance, the share that is right."""

    low: float
    high: float
    number: int
    mean_score: float
    right: float


def reliability(judged: Iterable[tuple[float, bool]]) -> list[ReliabilityBin]:
    """The bins that hold something.

    Args:
        judged: the chance that was given, and whether it was right.
    """
    pairs = list(judged)
    bins = []
    for low, high in pairwise(_BINS):
        inside = [(chance, right) for chance, right in pairs if low <= chance < high]
        if inside:
            number = len(inside)
            mean = sum(chance for chance, _ in inside) / number
            share = sum(right for _, right in inside) / number
            bins.append(ReliabilityBin(low, min(high, 1.0), number, mean, share))
    return bins
