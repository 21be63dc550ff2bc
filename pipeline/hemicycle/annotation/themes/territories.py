"""Territories apart, overseas or of a first people: what is said of one is filed under it.

An archive files a question about the hospitals of such a territory under the territory, not under
hospitals. Their names are in ``models/lexicons/territories.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2

from hemicycle.annotation.themes.weighing import Evidence
from hemicycle.knowledge.use import load_toml

_CODE = "21"
# A text whose names of territories weigh this much is of one: four names, or one said often.
_WHOLE = 12.0


class Territories:
    """Tells how much a text speaks of such a territory; the names are read once."""

    def __init__(self) -> None:
        """Read the names."""
        self._names = frozenset(load_toml("lexicons", "territories.toml")["names"])

    def named_in(self, evidence: Iterable[Evidence]) -> float:
        """How much a text speaks of one, from 0 to 1.

        Args:
            evidence: the terms of the text.
        """
        weights: dict[str, float] = {}
        counts: Counter[str] = Counter()
        for one in evidence:
            if one.code == _CODE and one.term in self._names:
                weights[one.term] = one.weight
                counts[one.term] += 1
        total = sum(weight * log2(1 + counts[term]) for term, weight in weights.items())
        return min(total, _WHOLE) / _WHOLE
