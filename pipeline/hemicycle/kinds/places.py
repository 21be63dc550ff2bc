"""The kind ``places``: countries, regions, towns and what else is found on a map."""

from __future__ import annotations

from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import (
    COMPONENTS,
    PLACE_KINDS,
    Named,
    named_cells,
    named_columns,
    named_letter,
)

PLACES = MentionKind(
    name="places",
    attribute="place",
    value_type=Named,
    description="Mentions of places.",
    columns=named_columns(PLACE_KINDS),
    cells=named_cells,
    stage="extract",
    components=COMPONENTS,
    labels={"fr": "Lieux", "en": "Places"},
    letters=(named_letter("L", "a place"),),
    colour=("#2e8065", "#62bd9b"),
)
