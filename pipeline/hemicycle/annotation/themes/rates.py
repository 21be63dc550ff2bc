"""What is counted of terms in other texts: the company that they keep, and how texts with them are
filed.

``models/calibration/term_company.csv`` counts over unlabelled texts how often a term stands near
others of its topic; ``hemicycle calibrate --texts`` makes it anew. Of the words of a topic, those
that are its own stand together, and those that have another sense (`presse`, `carrière`) stand
anywhere (Yarowsky, "Unsupervised word sense disambiguation rivaling supervised methods", 1995: one
sense per discourse).

``models/calibration/term_filed.csv`` counts over labelled questions how often a text that holds a
term is filed under its topic; ``hemicycle calibrate --questions`` makes it anew. A term that stands
in texts of every kind (`budget`, `sommet`) proves little of any.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log

from hemicycle.annotation.themes.weighing import Evidence, Weighed
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv

Counts = Mapping[tuple[str, str], tuple[int, int]]
FILE = ("calibration", "term_company.csv")
FILED_FILE = ("calibration", "term_filed.csv")
# How near is near, in characters on either side: about three sentences.
NEAR = 400
# What is thought of a term before it is seen weighs as much as this many places, or texts.
_BELIEVED, _BELIEVED_FILED = 5.0, 8.0


class TermRates:
    """How often what is counted holds of each term, beside all terms of its topic."""

    def __init__(self, counts: Counts, believed: float) -> None:
        """Compare each term with all terms of its topic.

        Args:
            counts: by topic and term, how often it was seen, and how often of these it held.
            believed: what is thought of a term before it is seen weighs as much as so many.
        """
        all_seen: Counter[str] = Counter()
        all_held: Counter[str] = Counter()
        for (code, _), (seen, held) in counts.items():
            all_seen[code] += seen
            all_held[code] += held
        self._of: dict[tuple[str, str], float] = {}
        for (code, term), (seen, held) in counts.items():
            usual = (all_held[code] + 1) / (all_seen[code] + 2)
            rate = (held + believed * usual) / (seen + believed)
            self._of[code, term] = _log_odds(rate) - _log_odds(usual)

    @classmethod
    def of_filed(cls, counts: Counts) -> TermRates:
        """By how texts are filed."""
        return cls(counts, _BELIEVED_FILED)

    def of(self, code: str, term: str) -> float:
        """How much likelier than usual it holds of the term.

        The difference of the logarithms of the odds; below 0 for ambiguous terms, 0 for terms that
        were not counted.
        """
        return self._of.get((code, term), 0.0)

    def mean(self, topic: Weighed) -> float:
        """The mean of the terms of a topic, each by its weight."""
        kept = sum(self.of(topic.code, term) * weight for term, weight in topic.terms.items())
        return kept / topic.total


@per_knowledge
def company() -> TermRates:
    """The company of the terms by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return TermRates(_read(FILE, "near"), _BELIEVED)


@per_knowledge
def filed() -> TermRates:
    """How texts that hold the terms are filed, by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return TermRates.of_filed(_read(FILED_FILE, "filed"))


def _read(file: tuple[str, ...], held: str) -> Counts:
    return {
        (row["code"], row["term"]): (int(row["seen"]), int(row[held])) for row in load_csv(*file)
    }


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


def count_filed(
    texts: Iterable[tuple[Iterable[Evidence], Collection[str]]],
) -> dict[tuple[str, str], tuple[int, int]]:
    """Count the texts that hold each term, and those of them that are filed under its topic.

    Args:
        texts: of each text its terms, and the topics that it is filed under.
    """
    seen: Counter[tuple[str, str]] = Counter()
    held: Counter[tuple[str, str]] = Counter()
    for evidence, labels in texts:
        for code, term in {(one.code, one.term) for one in evidence}:
            seen[code, term] += 1
            held[code, term] += code in labels
    return {key: (number, held[key]) for key, number in seen.items()}


def _start(one: Evidence) -> int:
    return one.start


def _log_odds(rate: float) -> float:
    return log(rate / (1 - rate))
