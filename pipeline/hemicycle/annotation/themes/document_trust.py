"""How likely the first topic of a text is a right first answer, a text is of a topic at all, and
speaks of each of its other topics.

The odds of a topic are fitted to texts that archives file, which all are of some policy. Of others
(sport, research, somebody's travels) a text may have words of a topic and be of none: how likely
its first topic is right is fitted anew to texts of many kinds that were read (``hemicycle
calibrate``). One whose first topic is not likely enough has none.

A text is filed under one topic and speaks of several: how likely one behind the first is a topic of
the text was judged apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import expm1

from hemicycle.annotation.linear import Weights, chance, load_weights
from hemicycle.annotation.themes.weighing import Evidence
from hemicycle.annotation.themes.weights import FILE, document_weights
from hemicycle.knowledge.made import per_knowledge

TABLE = "documents_read"

#: What is seen of the first topic of a text. What a text lacks tells more the longer it is.
FEATURES = {
    "odds": "the logarithm of the odds of its topic",
    "little": "the text names no institution, and the words of the topic weigh little",
    "foreign": "as `little`, of foreign affairs: a text of anything may name some places",
    "institutions": "the topic is institutions, which every political text names",
}

LATER_TABLE = "later_read"

#: What is seen of a topic behind the first.
LATER_FEATURES = {
    "odds": "the logarithm of the odds of the topic",
    "weight": "the logarithm of the weight of its terms",
    "share": "its weight by that of the heaviest topic",
    "opening": "its part of the weight of the opening",
    "institutions": "the topic is institutions, under which few texts are filed that speak of them",
    "told": "how much the text tells, by its words: a long one has words of other topics too",
}
_SEEN_OF_LATER = ("weight", "share", "opening", "institutions")

_INSTITUTIONS = "20"
# Institutions of this weight tell that a text is political; an office is of this one.
_POLITICAL, _OF_OFFICE = 1.5, 1.0
# What a text of so many words does not say is half a sign of what it is not about.
_HALF_TOLD = 130
# A topic of this weight weighs half as little as none: a strong word, or two or three places.
_LITTLE, _FEW_PLACES = 2.0, 5.0


def unpolitical(evidence: Iterable[Evidence], offices: int) -> float:
    """How little a text names institutions, from 0 to 1.

    Args:
        evidence: its terms, also those of offices and of what is announced, which tell no topic.
        offices: how many offices it names (`ministre de la pêche`).
    """
    weight = sum(one.weight for one in evidence if one.code == _INSTITUTIONS)
    return 1 - min((weight + _OF_OFFICE * offices) / _POLITICAL, 1.0)


def facts_of(
    seen: Mapping[str, float], unpolitical: float, weights: Weights | None = None
) -> dict[str, float]:
    """The features of the first topic with their numbers; absent ones are 0.

    Args:
        seen: those of its topic (``features.document_features``).
        unpolitical: how little the text names institutions.
        weights: of the features of topics, the fitted ones by default.
    """
    told = _told(seen)
    lacking, weight = told * unpolitical, expm1(seen["weight"])
    facts = {
        "odds": (weights or document_weights()).weigh(seen),
        "little": lacking * _LITTLE / (weight + _LITTLE),
    }
    if "foreign" in seen:
        facts["foreign"] = lacking * _FEW_PLACES / (weight + _FEW_PLACES)
    if "institutions" in seen:
        facts["institutions"] = told
    return facts


def later_facts_of(seen: Mapping[str, float], odds: float) -> dict[str, float]:
    """The features of a topic behind the first with their numbers; absent ones are 0.

    Args:
        seen: those of its topic (``features.document_features``).
        odds: the logarithm of the odds of the topic by these.
    """
    facts = {"odds": odds}
    facts |= {name: seen[name] for name in _SEEN_OF_LATER if name in seen}
    facts["told"] = _told(seen)
    return facts


def first_chance(facts: Mapping[str, float]) -> float:
    """How likely the first topic of a text is right, by what is seen of it."""
    return chance(read_weights().weigh(facts))


def later_chance(facts: Mapping[str, float]) -> float:
    """How likely a text speaks of a topic behind its first, by what is seen of it."""
    return chance(later_weights().weigh(facts))


def _told(seen: Mapping[str, float]) -> float:
    words = expm1(seen["length"])
    return words**2 / (words**2 + _HALF_TOLD**2)


@per_knowledge
def read_weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)


@per_knowledge
def later_weights() -> Weights:
    """The fitted weights of topics behind the first.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, LATER_TABLE)
