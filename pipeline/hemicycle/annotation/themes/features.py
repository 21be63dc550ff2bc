"""What is seen of a topic of a sentence or a document, by name, to tell how likely it is right.

The weights of these features are in ``models/calibration/themes.toml``; absent ones are 0.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log, log1p, log2

from hemicycle.annotation.themes.company import Company
from hemicycle.annotation.themes.surroundings import rank_of
from hemicycle.annotation.themes.weighing import Weighed

PASSAGE = (
    "weight",
    "share",
    "terms",
    "company",
    "lone_company",
    "around_first",
    "around_second",
    "around_lower",
    "around_absent",
    "around_share",
    "heading",
    "heading_other",
    "length",
    "institutions",
    "foreign",
)
DOCUMENT = (
    "weight",
    "share",
    "second",
    "lower",
    "lead",
    "part",
    "terms",
    "company",
    "heading",
    "heading_other",
    "length",
    "institutions",
    "foreign",
)
# Every political text names institutions and countries.
_PREVALENT = {"20": "institutions", "19": "foreign"}
_AROUND = {0: "around_absent", 1: "around_first", 2: "around_second"}
_RANKS = {2: "second"}
_FARTHEST_LEAD = 10.0
_LETTERS_OF_A_WORD = 6
# So much weight around tells half of what a whole page does: a short text leaves much unsaid.
_HALF_KNOWN = 20.0


def passage_features(
    topic: Weighed,
    company: Company,
    around: Mapping[str, float],
    heading: Collection[str],
    length: int,
) -> dict[str, float]:
    """What is seen of a topic of a sentence.

    Args:
        topic: the topic.
        company: of terms.
        around: the weights of topics around the sentence.
        heading: the topics of the title and of the heading above.
        length: characters of the sentence.
    """
    seen = _common(topic, company, heading, length)
    if len(topic.terms) == 1:
        seen["lone_company"] = seen["company"]
    if around:
        total = sum(around.values())
        known = total / (total + _HALF_KNOWN)
        seen[_AROUND.get(rank_of(topic.code, around), "around_lower")] = known
        seen["around_share"] = known * around.get(topic.code, 0.0) / total
    return seen


def document_features(
    topics: list[Weighed], rank: int, company: Company, heading: Collection[str], length: int
) -> dict[str, float]:
    """What is seen of a topic of a document.

    Args:
        topics: its topics, heaviest first.
        rank: that of the topic, from 1.
        company: of terms.
        heading: the topics of the title.
        length: characters of the text.
    """
    topic = topics[rank - 1]
    seen = _common(topic, company, heading, length)
    seen["part"] = topic.total / sum(one.total for one in topics)
    if rank > 1:
        seen[_RANKS.get(rank, "lower")] = 1.0
    else:
        ratio = topic.total / topics[1].total if len(topics) > 1 else _FARTHEST_LEAD
        seen["lead"] = log(min(ratio, _FARTHEST_LEAD))
    return seen


def _common(
    topic: Weighed, company: Company, heading: Collection[str], length: int
) -> dict[str, float]:
    seen = {
        "weight": log1p(topic.total),
        "share": topic.share,
        "terms": log2(len(topic.terms)),
        "company": _company(topic, company),
        "length": log1p(length / _LETTERS_OF_A_WORD),
    }
    if heading:
        seen["heading" if topic.code in heading else "heading_other"] = 1.0
    if topic.code in _PREVALENT:
        seen[_PREVALENT[topic.code]] = 1.0
    return seen


def _company(topic: Weighed, company: Company) -> float:
    """The mean company of its terms, each by its weight."""
    kept = sum(company.of(topic.code, term) * weight for term, weight in topic.terms.items())
    return kept / topic.total
