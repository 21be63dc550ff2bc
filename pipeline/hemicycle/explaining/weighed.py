"""What was seen of a candidate, with the weights by which it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hemicycle.annotation.linear import CONSTANT, Weights


def weighed(
    seen: Mapping[str, float], weights: Weights, sees: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Each feature with its number, its weight and what it sees; the constant first.

    Args:
        seen: the features with their numbers.
        weights: the fitted weights.
        sees: what each feature sees.
    """
    lines: Iterable[tuple[str, float, float]] = (
        (CONSTANT, 1.0, weights.constant),
        *((name, number, weights.of[name]) for name, number in seen.items()),
    )
    return [
        {
            "name": name,
            "number": round(number, 2),
            "weight": weight,
            "sees": sees.get(name, "where nothing is seen"),
        }
        for name, number, weight in lines
    ]
