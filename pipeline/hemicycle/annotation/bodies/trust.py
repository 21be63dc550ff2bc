"""How likely a row of organisations or places is right: the odds of its name, and what real texts
teach of names that our own texts make too easy.

The weights are fitted to rows of real texts that were judged (``hemicycle calibrate``) and stand in
``models/calibration/bodies.toml``. What may be a row is decided by the odds of its name; one that
is likelier wrong than right is left out.
"""

from __future__ import annotations

from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "bodies.toml")
TABLES = {ORG: "organisation_rows", LOC: "place_rows"}
#: Odds beyond this are no surer.
SUREST = 5.0
#: A row that is less likely right than this is not written, unless grammar or the gazetteer bounds
#: its name.
LEAST = 0.5

#: What is seen of a row.
FEATURES = {
    "odds": "the logarithm of the odds of its name",
    "unknown": "the gazetteer has it not",
    "inside": "the recogniser takes a smaller or other phrase for something",
    "grown": "a head and a complement with a capital, and not in the gazetteer",
    "grown_small": "a head with a capital and a small complement: `Cour des comptes`",
    "headed": "it begins with the noun of a body, not in the gazetteer, and is not grown",
    "introduced": "a noun of bodies leads to it, and the gazetteer has it not",
    "short": "an acronym that the gazetteer has not",
    "spelt": "its full name in the text begins with no noun of a body, the gazetteer has it not",
    "several": "several words that the gazetteer has not",
}
_LEADING = frozenset({"body_before", "member_of", "party_bracket"})
_GROWN = frozenset({"grown", "grown_small"})
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
    if candidate.headed and not candidate.entries and facts.keys().isdisjoint(_GROWN):
        facts["headed"] = 1.0
    if not candidate.entries:
        if "acronym" in candidate.found:
            facts["short"] = 1.0
        if not _LEADING.isdisjoint(candidate.found):
            facts["introduced"] = 1.0
        if candidate.spelt:
            facts["spelt"] = 1.0
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
