"""Which candidates are names of bodies and places: fitted weights, and one label for one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "bodies.toml")
TABLES = {ORG: "organisations", LOC: "places"}
# What the grammar, the gazetteer or the text itself bounds.
_BOUNDED = frozenset(
    {
        "known_body",
        "known_place",
        "known_country",
        "grammar",
        "grammar_lower",
        "grammar_small_head",
        "head_alone",
        "head_described",
        "explains",
        "explained",
        "acronym",
    }
)
# What shows where a place is named.
_PLACED = frozenset({"street", "riding", "dateline", "leading", "place_before", "place_of"})
_KIND = "indefinite"  # one of a kind (`un État`): what its word names elsewhere is no matter
_HEARD = 0.5  # how much of a mention's odds are those of its name in the document


@per_knowledge
def body_weights() -> dict[str, Weights]:
    """The weights of each label."""
    return {label: load_weights(FILE, table) for label, table in TABLES.items()}


def weigh(candidates: list[Candidate], weights: Mapping[str, Weights] | None = None) -> None:
    """Give each candidate its odds, and one surface form one label over the document.

    Args:
        candidates: all of a document.
        weights: those of each label, the fitted ones by default.
    """
    weights = weights or body_weights()
    sums: defaultdict[str, dict[str, float]] = defaultdict(lambda: {ORG: 0.0, LOC: 0.0, "": 0.0})
    for candidate in candidates:
        for label, of in weights.items():
            candidate.odds[label] = of.score(candidate.found & of.of.keys())
        if _KIND in candidate.found:
            continue
        total = sums[candidate.key]
        total[""] += 1
        for label, odds in candidate.odds.items():
            total[label] += odds
    for candidate in candidates:
        total = sums[candidate.key]
        if total[""] > 1 and _KIND not in candidate.found:
            for label, odds in candidate.odds.items():
                heard = total[label] / total[""]
                candidate.odds[label] = (1 - _HEARD) * odds + _HEARD * heard


def chosen(candidates: list[Candidate]) -> list[Candidate]:
    """Those that are likelier than not, none over another, in order."""
    likely = [c for c in candidates if c.best > 0 and _KIND not in c.found]
    likely.sort(key=lambda c: (not (c.found & _BOUNDED), c.start - c.end, -c.best))
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in likely:
        span = range(candidate.first, candidate.stop)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def is_unbounded(candidate: Candidate) -> bool:
    """Whether nothing but the recogniser or the look of an acronym tells that a body is named.

    A full name that begins with no noun of a body tells it of an acronym no better."""
    bounds = _BOUNDED - ({"acronym", "explains", "explained"} if candidate.spelt else {"acronym"})
    return not candidate.found & (bounds | _PLACED)
