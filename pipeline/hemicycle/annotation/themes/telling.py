"""Where a text speaks of each topic: how early, how much of its opening, and by which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hemicycle.annotation.themes.weighing import Evidence, Weighed

# The opening of a text is its first quarter, of a short one as many letters as a paragraph has.
_OPENING, _PARAGRAPH = 0.25, 500
# A word of this weight is of its topic alone, also where it stands alone.
_STRONG = 2.0


class Told(NamedTuple):
    """What a text tells of one topic.

    Attributes:
        first: first character of the first term.
        early: how much of the text stands behind it, from 0 to 1.
        opening: the part of the topic in the weight of all terms of the opening, from 0 to 1.
        strong: the part of its weight that is of terms of the topic alone, from 0 to 1.
    """

    first: int
    early: float
    opening: float
    strong: float


class Telling:
    """Tells what a text or a turn says of its topics; its terms are gone over once."""

    def __init__(self, evidence: Iterable[Evidence], start: int, end: int) -> None:
        """Go over the terms.

        Args:
            evidence: the terms of the text, in order.
            start: its first character.
            end: one past the last.
        """
        self._end = end
        self._length = max(1, end - start)
        self._firsts: dict[str, int] = {}
        self._strong: defaultdict[str, set[str]] = defaultdict(set)
        self._opening: defaultdict[str, float] = defaultdict(float)
        opens_until = start + max(_PARAGRAPH, _OPENING * self._length)
        for one in evidence:
            self._firsts.setdefault(one.code, one.start)
            if one.start < opens_until:
                self._opening[one.code] += one.weight
            if one.weight >= _STRONG:
                self._strong[one.code].add(one.term)
        self._opened = sum(self._opening.values())

    def of(self, topic: Weighed) -> Told:
        """What the text tells of a topic.

        Args:
            topic: one that it has terms of.
        """
        code = topic.code
        first = self._firsts[code]
        opening = self._opening.get(code, 0.0) / self._opened if self._opened else 0.0
        own = self._strong.get(code, set())
        strong = sum(weight for term, weight in topic.terms.items() if term in own)
        early = (self._end - first) / self._length
        return Told(first, early, opening, strong / topic.total)
