"""The kind ``organisations``: parties, parliaments, governments, agencies, companies, media."""

from __future__ import annotations

from hemicycle.kinds.gold import GoldLetter
from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import ORGANISATION_KINDS, Named, named_cells, named_columns, same_name

ORGANISATIONS = MentionKind(
    name="organisations",
    attribute="organisation",
    value_type=Named,
    description="Mentions of organisations.",
    columns=named_columns(ORGANISATION_KINDS),
    cells=named_cells,
    stage="extract",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_speeches",
        "hemicycle_places_and_bodies",
    ),
    labels={"fr": "Organisations", "en": "Organisations"},
    letters=(
        GoldLetter(
            "O",
            "an organisation named: its canonical name; ``kind``, ``country``",
            same_name,
            overlap="half",
            values="names",
            fields=("kind", "country"),
            identity="entity_id",
        ),
    ),
    colour=("#7d5ba6", "#b79adb"),
)
