"""What is counted of the terms of topics in other texts: the company that they keep, and how texts
with them are filed.

``models/calibration/term_company.csv`` counts over unlabelled texts how often a term stands near
others of its topic; ``hemicycle calibrate --texts`` makes it anew.

``models/calibration/term_filed.csv`` counts over labelled questions how often a text that holds a
term is filed under its topic; ``hemicycle calibrate --questions`` makes it anew. A term that stands
in texts of every kind (`budget`, `sommet`) proves little of any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from hemicycle.annotation.term_rates import TermRates, read_counts
from hemicycle.annotation.themes.weighing import Evidence, Weighed
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "term_company.csv")
FILED_FILE = ("calibration", "term_filed.csv")


@per_knowledge
def company() -> TermRates:
    """The company of the terms by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return TermRates.of_company(read_counts(FILE, "near"))


@per_knowledge
def filed() -> TermRates:
    """How texts that hold the terms are filed, by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return TermRates.of_filed(read_counts(FILED_FILE, "filed"))


def mean_rate(rates: TermRates, topic: Weighed) -> float:
    """The mean of the rates of the terms of a topic, each by its weight."""
    kept = sum(rates.of(topic.code, term) * weight for term, weight in topic.terms.items())
    return kept / topic.total


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
