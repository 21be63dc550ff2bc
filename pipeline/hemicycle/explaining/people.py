"""Who was taken for a person and why: candidates, features times weights, vetoes, facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hemicycle.annotation.linear import chance
from hemicycle.annotation.people.agreement import FACTS
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.people.features import FEATURES, VETOES
from hemicycle.annotation.people.role_features import ROLE_FEATURES
from hemicycle.annotation.people.weights import agreement_weights, name_weights, role_weights
from hemicycle.explaining.weighed import weighed

_SEES = {feature.name: feature.sees for feature in (*FEATURES, *VETOES, *ROLE_FEATURES)}
_SEES |= {fact.name: fact.tells for fact in FACTS}


def explained_people(text: str, entities: list[tuple[int, int, str]]) -> Iterator[dict[str, Any]]:
    """Every candidate for a name and every function that a person was found for, in plain data.

    Args:
        text: the text.
        entities: the model's entities as (first character, one past the last, label).
    """
    judged = PeopleFinder().judge(text, entities)
    found = judged.found
    kept = {id(name) for name in found.names}
    words = found.words
    for candidate in found.candidates:
        start, end = words.starts[candidate.start], words.ends[candidate.end - 1]
        decided = "person" if id(candidate) in kept else "no person"
        yield _place(text, start, end, decided) | _candidate(candidate)
    for role in judged.roles:
        decided = "means" if role.odds >= 0 else "no row, perhaps"
        yield _place(text, role.start, role.end, f"{decided} {role.person}") | {
            "seen": weighed(dict.fromkeys(role.seen, 1.0), role_weights(), _SEES),
            "sum": round(role.odds, 2),
            "chance": round(chance(role.odds), 2),
        }


def _place(text: str, start: int, end: int, decided: str) -> dict[str, Any]:
    return {
        "table": "people",
        "start_char": start,
        "end_char": end,
        "text": text[start:end],
        "decided": decided,
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    told: dict[str, Any] = {
        "seen": weighed(dict.fromkeys(candidate.seen, 1.0), name_weights(), _SEES),
        "sum": round(candidate.score, 2),
    }
    if candidate.veto:
        return told | {"veto": candidate.veto, "veto_sees": _SEES[candidate.veto], "chance": 0.0}
    return told | {
        "document": weighed(candidate.facts, agreement_weights(), _SEES),
        "sum_in_document": round(candidate.odds, 2),
        "chance": round(chance(candidate.odds), 2),
    }
