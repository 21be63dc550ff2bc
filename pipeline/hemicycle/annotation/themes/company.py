"""How often a term stands near others of its topic: one that rarely does is ambiguous.

``models/calibration/term_company.csv`` counts it over unlabelled texts; ``hemicycle calibrate
--texts`` makes it anew. Of the words of a topic, those that are its own stand together, and those
that have another sense (`presse`, `carrière`) stand anywhere (Yarowsky, "Unsupervised word sense
disambiguation rivaling supervised methods", 1995: one sense per discourse).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from hemicycle.annotation.themes.weighing import Evidence
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv

FILE = ("calibration", "term_company.csv")
# How near is near, in characters on either side: about three sentences.
NEAR = 400
# What is thought of a term before it is seen weighs as much as this many places.
_BELIEVED = 5.0


class Company:
    """The company that the terms of a topic keep."""

    def __init__(self, counts: Mapping[tuple[str, str], tuple[int, int]]) -> None:
        """Compare each term with all terms of its topic.

        Args:
            counts: by topic and term, in how many places it was seen, and in how many of these
                near another term of the topic.
        """
        all_seen: Counter[str] = Counter()
        all_near: Counter[str] = Counter()
        for (code, _), (seen, near) in counts.items():
            all_seen[code] += seen
            all_near[code] += near
        self._of: dict[tuple[str, str], float] = {}
        for (code, term), (seen, near) in counts.items():
            usual = (all_near[code] + 1) / (all_seen[code] + 2)
            rate = (near + _BELIEVED * usual) / (seen + _BELIEVED)
            self._of[code, term] = _log_odds(rate) - _log_odds(usual)

    def of(self, code: str, term: str) -> float:
        """How much likelier than usual the term stands near others of the topic.

        The difference of the logarithms of the odds; below 0 for ambiguous terms, 0 for terms that
        were not counted.
        """
        return self._of.get((code, term), 0.0)


@per_knowledge
def company() -> Company:
    """The company of the terms by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return Company(
        {
            (row["code"], row["term"]): (int(row["seen"]), int(row["near"]))
            for row in load_csv(*FILE)
        }
    )


def count_company(evidence: Sequence[Evidence], counts: dict[tuple[str, str], list[int]]) -> None:
    """Count the places of the terms of one text, and those near another term of their topic.

    Args:
        evidence: the terms in the text, in order.
        counts: by topic and term, places seen, places near; they are added to.
    """
    places: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        places[one.code].append(one)
    for code, found in places.items():
        for one in found:
            first = bisect_left(found, one.start - NEAR, key=_start)
            stop = bisect_left(found, one.end + NEAR, key=_start)
            tally = counts.setdefault((code, one.term), [0, 0])
            tally[0] += 1
            tally[1] += any(other.term != one.term for other in found[first:stop])


def _start(one: Evidence) -> int:
    return one.start


def _log_odds(rate: float) -> float:
    return log(rate / (1 - rate))
