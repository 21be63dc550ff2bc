"""What was weighed of each term that may name a branch of the economy: features times weights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.sectors.candidates import Candidate, CandidateFinder
from hemicycle.annotation.sectors.trust import (
    FEATURES,
    LEAST_CONFIDENCE,
    READ_BEFORE,
    Surroundings,
    weights,
)
from hemicycle.document import Document
from hemicycle.explaining.weighed import weighed
from hemicycle.kinds.sectors import SECTORS
from hemicycle.reading.reading import reading_of


def explained_sectors(document: Document) -> Iterator[dict[str, Any]]:
    """Every term of a text that may name a branch, in plain data."""
    nlp = load(READ_BEFORE)
    doc = nlp.make_doc(document.text)
    doc._.country = document.country
    doc = nlp(doc)
    found = CandidateFinder().find(doc)
    around = Surroundings(reading_of(doc), found)
    for place, candidate in enumerate(found):
        yield _told(document.text, candidate, around.facts_of(place))


def _told(text: str, candidate: Candidate, facts: dict[str, float]) -> dict[str, Any]:
    model = weights()
    sure = chance(model.weigh(facts))
    return {
        "table": SECTORS.name,
        "start_char": candidate.start,
        "end_char": candidate.end,
        "text": text[candidate.start : candidate.end],
        "decided": f"{'' if sure >= LEAST_CONFIDENCE else 'no row, perhaps '}{candidate.code}",
        "term": candidate.term,
        "context": candidate.context,
        "seen": weighed(facts, model, FEATURES),
        "chance": round(sure, 2),
    }
