"""How likely a passage is right: the odds of its topic, and what real texts teach of them.

Our own labelled sentences and what archives file are easier than what stands in real texts, where
the odds are fitted anew to passages that were judged (``hemicycle calibrate``).
"""

from __future__ import annotations

from collections.abc import Mapping

from hemicycle.annotation.linear import Weights, chance, load_weights
from hemicycle.annotation.themes.weights import FILE, passage_weights
from hemicycle.knowledge.made import per_knowledge

TABLE = "passages_read"

#: What is seen of a passage.
FEATURES = {
    "odds": "the logarithm of the odds of its topic",
    "institutions": "the topic is institutions, which every political text names; how much text "
    "there is around",
}


def facts_of(seen: Mapping[str, float], weights: Weights | None = None) -> dict[str, float]:
    """The features of a passage with their numbers; absent ones are 0.

    Args:
        seen: those of its topic (``features.passage_features``).
        weights: of these, the fitted ones by default.
    """
    facts = {"odds": (weights or passage_weights()).weigh(seen)}
    if "institutions" in seen:
        facts["institutions"] = seen.get("political", 0.0) + seen.get("unpolitical", 0.0)
    return facts


def passage_chance(seen: Mapping[str, float]) -> float:
    """How likely a passage is right, by the features of its topic."""
    return chance(read_weights().weigh(facts_of(seen)))


@per_knowledge
def read_weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)
