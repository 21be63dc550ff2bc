"""How likely a row of organisations or places is right: the odds of its name, and what real texts
teach of names that our own texts make too easy.

The weights are fitted to rows of real texts that were judged (``hemicycle calibrate``) and stand in
``models/calibration/bodies.toml``. What is a row is decided by the odds of its name alone.
"""

from __future__ import annotations

from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "bodies.toml")
TABLES = {ORG: "organisation_rows", LOC: "place_rows"}
#: Odds beyond this are no surer.
SUREST = 5.0

#: What is seen of a row.
FEATURES = {
    "odds": "the logarithm of the odds of its name",
    "unknown": "the gazetteer has it not",
    "inside": "the recogniser takes a smaller or other phrase for something",
    "grown": "a head and a complement with a capital, and not in the gazetteer",
    "grown_small": "a head with a capital and a small complement: `Cour des comptes`",
    "several": "several words that the gazetteer has not",
}
_OF_NAME = {
    "model_inside": "inside",
    "grammar": "grown",
    "grammar_lower": "grown_small",
    "many": "several",
}


def facts_of(candidate: Candidate) -> dict[str, float]:
    """The features of a row with their numbers; absent ones are 0.

    Args:
        candidate: the name, weighed.
    """
    facts = {"odds": min(candidate.best, SUREST)}
    if not candidate.entries:
        facts["unknown"] = 1.0
    facts.update({_OF_NAME[name]: 1.0 for name in candidate.found if name in _OF_NAME})
    return facts


def odds_of(candidate: Candidate) -> float:
    """The logarithm of the odds that the row of a name is right."""
    return row_weights()[candidate.label].weigh(facts_of(candidate))


@per_knowledge
def row_weights() -> dict[str, Weights]:
    """The fitted weights of each label.

    Raises:
        ResourceError: the file is absent.
    """
    return {label: load_weights(FILE, table) for label, table in TABLES.items()}
