"""What the text around a sentence speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from hemicycle.annotation.themes.weighing import Evidence

# Characters on either side that are around: about a page.
REACH = 3000


class Surroundings:
    """Weighs the topics around the sentences of a text, which are asked for in order."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        """Start before the first sentence.

        Args:
            evidence: the terms of the text, in order.
        """
        self._evidence = evidence
        self._first = self._stop = 0
        self._totals: defaultdict[str, float] = defaultdict(float)

    def of(self, start: int, end: int, own: Sequence[Evidence]) -> dict[str, float]:
        """The weight of each topic around a sentence, without the sentence.

        Args:
            start: first character of the sentence, not before that of the last one asked for.
            end: one past its last.
            own: its terms.
        """
        evidence, totals = self._evidence, self._totals
        while self._stop < len(evidence) and evidence[self._stop].start < end + REACH:
            totals[evidence[self._stop].code] += evidence[self._stop].weight
            self._stop += 1
        while self._first < self._stop and evidence[self._first].start < start - REACH:
            totals[evidence[self._first].code] -= evidence[self._first].weight
            self._first += 1
        around = dict(totals)
        for one in own:
            around[one.code] -= one.weight
        return {code: total for code, total in around.items() if total > _NONE}


def rank_of(code: str, totals: Mapping[str, float]) -> int:
    """The rank of a topic by weight, from 1; 0 for one that is not there."""
    weight = totals.get(code)
    return 0 if weight is None else 1 + sum(other > weight for other in totals.values())


# Below this a difference of weights is an error of rounding.
_NONE = 1e-6
