"""The kind ``places``: countries, regions, towns and what else is found on a map."""

from __future__ import annotations

from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import NAME, Named, named_cells

PLACES = MentionKind(
    name="places",
    attribute="place",
    value_type=Named,
    description="Mentions of places.",
    columns=(NAME,),
    cells=named_cells,
    stage="extract",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_speeches",
        "hemicycle_places_and_bodies",
    ),
    labels={"fr": "Lieux", "en": "Places"},
    colour=("#2e8065", "#62bd9b"),
)
