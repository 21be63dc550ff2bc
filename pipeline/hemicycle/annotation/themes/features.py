"""What is seen of a topic of a sentence or a document, by name, to tell how likely it is right.

The weights of these features are in ``models/calibration/themes.toml``; absent ones are 0.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log, log1p, log2
from typing import NamedTuple

from hemicycle.annotation.term_rates import TermRates
from hemicycle.annotation.themes.headings import Heading
from hemicycle.annotation.themes.rates import mean_rate
from hemicycle.annotation.themes.surroundings import rank_of
from hemicycle.annotation.themes.telling import Told
from hemicycle.annotation.themes.weighing import Weighed

PASSAGE = (
    "weight",
    "share",
    "terms",
    "company",
    "lone_company",
    "filed",
    "around_first",
    "around_second",
    "around_lower",
    "around_absent",
    "around_share",
    "political",
    "unpolitical",
    "heading",
    "heading_other",
    "length",
    "institutions",
    "foreign",
)
#: What is seen of a topic of a text.
DOCUMENT = {
    "weight": "the logarithm of the weight of its terms",
    "share": "its weight by that of the heaviest topic",
    "second": "it is the second heaviest",
    "lower": "it is the third or a lighter one",
    "lead": "the heaviest: the logarithm of its weight by that of the second",
    "part": "its part of the weight of the five heaviest",
    "terms": "how many terms of it there are, doublings",
    "company": "how often its terms stand near others of the topic in other texts",
    "filed": "how often texts with its terms are filed under it",
    "territory": "a territory apart, how much the text speaks of one",
    "beside_territory": "another, how much the text speaks of a territory apart",
    "heading": "the title is of it",
    "heading_other": "the title is of others",
    "heading_share": "its part of the weight of the title",
    "heading_territory": "a territory apart, which the title names",
    "beside_heading_territory": "another, and the title names a territory apart",
    "early": "how much of the text stands behind its first term",
    "opening": "its part of the weight of the opening",
    "length": "the logarithm of the number of words",
    "institutions": "institutions, which every political text names",
    "foreign": "foreign affairs: every political text names countries",
    "economy": "the economy, of which most political texts have words",
    "economy_strong": "the economy: the part of its weight that is of words of it alone",
}
_TERRITORIES = "21"
# A long text has more topics; so many are looked at, as of any other.
_COUNTED = 5
# Every political text names institutions and countries.
_INSTITUTIONS, _ECONOMY = "20", "1"
_PREVALENT = {_INSTITUTIONS: "institutions", "19": "foreign"}
_AROUND = {0: "around_absent", 1: "around_first", 2: "around_second"}
_RANKS = {2: "second"}
_FARTHEST_LEAD = 10.0
_LETTERS_OF_A_WORD = 6
# So much weight around tells half of what a whole page does: a short text leaves much unsaid.
_HALF_KNOWN = 20.0
# A text that names no institution is of sport, of crime or of somebody's life. So many letters
# around tell half of what a page does, and institutions of this weight that it is political.
_HALF_TOLD, _POLITICAL = 600, 6.0


class Rates(NamedTuple):
    """What is counted of terms in other texts.

    Attributes:
        company: how often they stand near others of their topic.
        filed: how often texts that hold them are filed under their topic.
    """

    company: TermRates
    filed: TermRates


def passage_features(
    topic: Weighed,
    rates: Rates,
    around: Mapping[str, float],
    heading: Collection[str],
    length: int,
    near: int = 0,
) -> dict[str, float]:
    """What is seen of a topic of a sentence.

    Args:
        topic: the topic.
        rates: of terms.
        around: the weights of topics around the sentence.
        heading: the topics of the title and of the heading above.
        length: characters of the sentence.
        near: characters of the text around it.
    """
    seen = _common(topic, rates, heading, length)
    if len(topic.terms) == 1:
        seen["lone_company"] = seen["company"]
    if around:
        total = sum(around.values())
        known = total / (total + _HALF_KNOWN)
        seen[_AROUND.get(rank_of(topic.code, around), "around_lower")] = known
        seen["around_share"] = known * around.get(topic.code, 0.0) / total
    if near:
        told = near / (near + _HALF_TOLD)
        political = min(1.0, around.get(_INSTITUTIONS, 0.0) / _POLITICAL)
        seen["political"] = told * political
        seen["unpolitical"] = told * (1 - political)
    return seen


def document_features(
    topics: list[Weighed],
    rank: int,
    rates: Rates,
    heading: Heading,
    length: int,
    told: Told,
    territory: float = 0.0,
) -> dict[str, float]:
    """What is seen of a topic of a document.

    Args:
        topics: its topics, heaviest first.
        rank: that of the topic, from 1.
        rates: of terms.
        heading: what the title says.
        length: characters of the text.
        told: what the text tells of it.
        territory: how much it speaks of a territory apart, from 0 to 1.
    """
    topic = topics[rank - 1]
    seen = _common(topic, rates, heading.topics, length)
    seen["part"] = topic.total / sum(one.total for one in topics[:_COUNTED])
    seen["early"] = told.early
    seen["opening"] = told.opening
    if topic.code == _ECONOMY:
        seen["economy"], seen["economy_strong"] = 1.0, told.strong
    if share := heading.shares.get(topic.code):
        seen["heading_share"] = share
    is_territory = topic.code == _TERRITORIES
    if heading.names_territory:
        seen["heading_territory" if is_territory else "beside_heading_territory"] = 1.0
    if territory:
        seen["territory" if is_territory else "beside_territory"] = territory
    if rank > 1:
        seen[_RANKS.get(rank, "lower")] = 1.0
    else:
        ratio = topic.total / topics[1].total if len(topics) > 1 else _FARTHEST_LEAD
        seen["lead"] = log(min(ratio, _FARTHEST_LEAD))
    return seen


def _common(
    topic: Weighed, rates: Rates, heading: Collection[str], length: int
) -> dict[str, float]:
    seen = {
        "weight": log1p(topic.total),
        "share": topic.share,
        "terms": log2(len(topic.terms)),
        "company": mean_rate(rates.company, topic),
        "filed": mean_rate(rates.filed, topic),
        "length": log1p(length / _LETTERS_OF_A_WORD),
    }
    if heading:
        seen["heading" if topic.code in heading else "heading_other"] = 1.0
    if topic.code in _PREVALENT:
        seen[_PREVALENT[topic.code]] = 1.0
    return seen
