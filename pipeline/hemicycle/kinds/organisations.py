"""The kind ``organisations``: parties, parliaments, governments, agencies, companies, media."""

from __future__ import annotations

from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import NAME, Named, named_cells

ORGANISATIONS = MentionKind(
    name="organisations",
    attribute="organisation",
    value_type=Named,
    description="Mentions of organisations.",
    columns=(NAME,),
    cells=named_cells,
    stage="extract",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_speeches",
        "hemicycle_places_and_bodies",
    ),
    labels={"fr": "Organisations", "en": "Organisations"},
    colour=("#7d5ba6", "#b79adb"),
)
