"""The kind ``places``: countries, regions, towns and what else is found on a map."""

from __future__ import annotations

from hemicycle.kinds.gold import GoldLetter
from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import PLACE_KINDS, Named, named_cells, named_columns, same_name

PLACES = MentionKind(
    name="places",
    attribute="place",
    value_type=Named,
    description="Mentions of places.",
    columns=named_columns(PLACE_KINDS),
    cells=named_cells,
    stage="extract",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_speeches",
        "hemicycle_places_and_bodies",
    ),
    labels={"fr": "Lieux", "en": "Places"},
    letters=(
        GoldLetter(
            "L",
            "a place named: its canonical name; ``kind``, ``country``",
            same_name,
            overlap="half",
            values="names",
            fields=("kind", "country"),
            identity="entity_id",
        ),
    ),
    colour=("#2e8065", "#62bd9b"),
)
