"""What the title of a text or the heading above a turn says of topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.annotation.themes.territories import Territories
from hemicycle.annotation.themes.weighing import Weigher


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says.

    Attributes:
        topics: those that it speaks enough of.
        shares: of each topic that it has a word of, its part of the weight of all, 0 to 1; none
            where it says enough of no topic.
        names_territory: whether it names a territory apart.
    """

    topics: frozenset[str] = frozenset()
    shares: Mapping[str, float] = field(default_factory=dict)
    names_territory: bool = False


NO_HEADING = Heading()


class Headings:
    """Reads headings."""

    def __init__(self, weigher: Weigher, territories: Territories) -> None:
        """Take what knows topics and territories.

        Args:
            weigher: finds the terms and weighs the topics.
            territories: knows the names of territories.
        """
        self._weigher = weigher
        self._territories = territories

    def read(self, heading: str) -> Heading:
        """What a heading says."""
        evidence = list(self._weigher.find(heading)) if heading else []
        if not evidence:
            return NO_HEADING
        topics = frozenset(topic.code for topic in self._weigher.weigh(evidence))
        weights: defaultdict[str, float] = defaultdict(float)
        if topics:  # not `Présidence de Mme Roy`, which has a word, but says too little
            for one in evidence:
                weights[one.code] += one.weight
        total = sum(weights.values())
        shares = {code: weight / total for code, weight in weights.items()}
        return Heading(topics, shares, self._territories.named_in(evidence) > 0)
