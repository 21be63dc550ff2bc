"""The kind ``organisations``: parties, parliaments, governments, agencies, companies, media."""

from __future__ import annotations

from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.named import (
    COMPONENTS,
    ORGANISATION_KINDS,
    Named,
    named_cells,
    named_columns,
    named_letter,
)

ORGANISATIONS = MentionKind(
    name="organisations",
    attribute="organisation",
    value_type=Named,
    description="Mentions of organisations.",
    columns=named_columns(ORGANISATION_KINDS),
    cells=named_cells,
    stage="extract",
    components=COMPONENTS,
    labels={"fr": "Organisations", "en": "Organisations"},
    letters=(named_letter("O", "an organisation"),),
    colour=("#7d5ba6", "#b79adb"),
)
