"""The kind ``sectors``: branches of the economy by NAF rév. 2."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import CONFIDENCE, Column, Row
from hemicycle.kinds.gold import GoldHeader
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.values import value

ACTIVITY = "activity"
CONTEXTS = (ACTIVITY, "office", "profession")


@value
class Sector(Packed):
    """A branch of the economy by NAF rév. 2.

    Attributes:
        section: NAF section letter.
        division: two digits, or empty where the text is not that precise.
        sector: official French label of the division, or of the section.
        term: lemma or phrase of the lexicon that was found.
        context: one of :data:`CONTEXTS`: whether the words speak of the branch, or say what office
            or profession somebody has.
        confidence: how likely it is that the text speaks of the branch here, 0 to 1.
    """

    section: str
    division: str
    sector: str
    term: str
    context: str = ACTIVITY
    confidence: float = 1.0


def _cells(sector: Sector) -> Row:
    return [
        sector.section,
        sector.division,
        sector.sector,
        sector.term,
        sector.context,
        plain_number(sector.confidence),
    ]


SECTORS = MentionKind(
    name="sectors",
    attribute="sector",
    value_type=Sector,
    description="Mentions of branches of the economy, by NAF rév. 2.",
    columns=(
        Column("section", "string", "NAF rév. 2 section letter", required=True),
        Column("division", "string", "NAF rév. 2 division, empty where the text is less precise"),
        Column(
            "sector", "string", "French label of the division, or of the section", required=True
        ),
        Column("term", "string", "lemma or phrase that triggered it", required=True),
        Column(
            "context",
            "string",
            "activity, or what it is said of: an office, a person's profession",
            required=True,
            choices=CONTEXTS,
        ),
        Column(
            CONFIDENCE,
            "number",
            "how likely the text speaks of the branch here",
            required=True,
            minimum=0,
            maximum=1,
        ),
    ),
    cells=_cells,
    stage="tag",
    # A place of the name of a thing is no branch (`Liège`).
    components=("ner", "hemicycle_people", "hemicycle_places_and_bodies", "hemicycle_sectors"),
    labels={"fr": "Secteurs", "en": "Sectors"},
    colour=("#b23a5c", "#e57e9c"),
    header=GoldHeader(
        "sectors",
        "NAF codes, `D` or `D35`",
        wanted=lambda codes: sorted({code[0] for code in codes}),
        found=lambda rows: sorted({row["section"] for row in rows}),
        measure="sectors",
    ),
)
