"""Terms of the lexicon in a text, and how much each topic weighs by them.

Each term of ``models/lexicons/themes.csv`` weighs for its topic; a term that comes again adds less
each time (logarithm of its count), so that one word said often does not drown what the rest of the
text is about. A text has the topics that weigh enough, and enough beside its heaviest one; a topic
that several strong terms speak for stays, however heavy the heaviest one is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log2
from typing import NamedTuple

from hemicycle.annotation.senses import idioms, senses
from hemicycle.annotation.terms import TermFinder
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.reading import Reading

_NOTHING = "-"


class Evidence(NamedTuple):
    """A term at a place of the text that speaks for a topic.

    Attributes:
        start: first character, from 0.
        end: one past the last.
        term: the term as the lexicon writes it.
        code: CAP major topic.
        weight: how much it speaks for the topic, from 0.5 to 3.
    """

    start: int
    end: int
    term: str
    code: str
    weight: float


class Weighed(NamedTuple):
    """A topic of a text with its weight.

    Attributes:
        code: CAP major topic.
        total: the weight of all its terms.
        share: its weight over that of the heaviest topic of the text.
        terms: weight by term.
    """

    code: str
    total: float
    share: float
    terms: dict[str, float]

    def heaviest(self, number: int = 6) -> list[str]:
        """The terms that weighed most, strongest first."""
        return sorted(self.terms, key=lambda term: (-self.terms[term], term))[:number]


@per_knowledge
def _terms() -> TermFinder[tuple[str, float]]:
    """The terms of the lexicon, with the topic that each speaks for and how much."""
    terms: TermFinder[tuple[str, float]] = TermFinder()
    for row in load_csv("lexicons", "themes.csv"):
        terms.add(row["term"], (row["code"], float(row["weight"] or 0)))
    for phrase in idioms():
        terms.add(phrase, (_NOTHING, 0.0))
    return terms


class Weigher:
    """Weighs the topics of texts; the lexicon is read once."""

    def __init__(
        self, least_weight: float, least_share: float, strong_weight: float, most: int
    ) -> None:
        """Read the lexicon.

        Args:
            least_weight: a topic of less weight is none.
            least_share: nor is one that weighs less than this share of the heaviest,
            strong_weight: unless it weighs this much by itself.
            most: the most topics of one text.
        """
        self._least_weight = least_weight
        self._least_share = least_share
        self._strong_weight = strong_weight
        self._most = most
        self._terms = _terms()
        self._senses = senses()

    def find(self, text: str | Reading) -> Iterator[Evidence]:
        """What speaks for a topic in a text, in order."""
        reading = Reading.of(text)
        is_other = self._senses.is_other
        for found in self._terms.find(reading):
            for code, weight in found.values:
                if code != _NOTHING and not is_other(
                    reading.text, found.start, found.end, found.term, code
                ):
                    yield Evidence(found.start, found.end, found.term, code, weight)

    def weigh(self, evidence: Iterable[Evidence], more: int = 0) -> list[Weighed]:
        """The topics that this evidence is enough for, heaviest first.

        Args:
            evidence: the terms.
            more: how many topics more than usual there may be.
        """
        counts: defaultdict[tuple[str, str], int] = defaultdict(int)
        weights: dict[tuple[str, str], float] = {}
        for one in evidence:
            counts[one.code, one.term] += 1
            weights[one.code, one.term] = one.weight
        shares: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (code, term), count in counts.items():
            shares[code][term] = weights[code, term] * log2(1 + count)
        totals = {code: sum(terms.values()) for code, terms in shares.items()}
        heaviest = max(totals.values(), default=0.0)
        enough = max(self._least_weight, min(self._least_share * heaviest, self._strong_weight))
        kept = [
            Weighed(code, total, total / heaviest, shares[code])
            for code, total in totals.items()
            if total >= enough
        ]
        return sorted(kept, key=lambda topic: (-topic.total, int(topic.code)))[: self._most + more]
