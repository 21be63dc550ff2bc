"""What was weighed of each topic of a text: features times weights, of the first also how likely it
is a right first answer, of others how likely the text speaks of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.themes import document_trust
from hemicycle.annotation.themes.component import Judged
from hemicycle.annotation.themes.configured import READ_BEFORE, configured_tagger
from hemicycle.annotation.themes.features import DOCUMENT
from hemicycle.annotation.themes.weights import document_weights
from hemicycle.document import Document
from hemicycle.explaining.weighed import weighed
from hemicycle.kinds.themes import THEMES


def explained_themes(document: Document) -> Iterator[dict[str, Any]]:
    """Every topic that a text has words enough of, in the order of its rows, in plain data."""
    nlp = load(READ_BEFORE)
    doc = nlp.make_doc(document.text)
    doc._.country = document.country
    doc = nlp(doc)
    tagger = configured_tagger()
    ranked = tagger.ranked(tagger.of_text(doc, tagger.evidence(doc)))
    if not ranked:
        return
    facts = document_trust.facts_of(ranked[0].judged.seen, tagger.unpolitical(doc))
    first = document_trust.first_chance(facts)
    for rank, (odds, spoken, one) in enumerate(ranked, start=1):
        told = _told(one, chance(odds), tagger.is_told(first))
        if rank == 1:
            read, features = document_trust.read_weights(), document_trust.FEATURES
            yield told | {
                "first": weighed(facts, read, features),
                "chance_of_first": round(first, 2),
            }
        else:
            read, features = document_trust.later_weights(), document_trust.LATER_FEATURES
            later = document_trust.later_facts_of(one.seen, odds)
            yield told | {
                "later": weighed(later, read, features),
                "chance_of_later": round(spoken, 2),
            }


def _told(one: Judged, sure: float, has_rows: bool) -> dict[str, Any]:
    return {
        "table": THEMES.name,
        "start_char": one.start,
        "end_char": one.end,
        "text": "; ".join(one.topic.heaviest()),
        "decided": f"{'' if has_rows else 'no row, perhaps '}{one.topic.code}",
        "seen": weighed(one.seen, document_weights(), DOCUMENT),
        "chance": round(sure, 2),
    }
