"""What the kinds ``organisations`` and ``places`` have in common: a name and what it means."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import CONFIDENCE, Column, Row
from hemicycle.kinds.gold import Cells, GoldLetter
from hemicycle.kinds.mention import Packed
from hemicycle.kinds.wording import same_words
from hemicycle.values import value

ORGANISATION_KINDS = (
    "party",
    "group",
    "parliament",
    "government",
    "ministry",
    "court",
    "agency",
    "local authority",
    "company",
    "union",
    "media",
    "association",
    "international",
    "other",
)
PLACE_KINDS = ("country", "region", "department", "commune", "other")
# What finds both, in order.
COMPONENTS = ("ner", "hemicycle_people", "hemicycle_speeches", "hemicycle_places_and_bodies")


@value
class Named(Packed):
    """Something that is named.

    Attributes:
        name: its canonical name, on one line.
        kind: one of :data:`ORGANISATION_KINDS` or :data:`PLACE_KINDS`.
        country: ISO 3166-1 alpha-2, `EU` for the Union's own bodies, empty if none or unknown.
        entity_id: the same for the same thing in every document.
        confidence: how likely it is that such a thing is named here, 0 to 1.
    """

    name: str
    kind: str = "other"
    country: str = ""
    entity_id: str = ""
    confidence: float = 1.0


def named_columns(kinds: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of a kind of things that are named.

    Args:
        kinds: what its column ``kind`` may hold.
    """
    return (
        Column("name", "string", "its canonical name", required=True),
        Column("kind", "string", "what it is", required=True, choices=kinds),
        Column(
            "country",
            "string",
            "ISO 3166-1 alpha-2 code of its country, `EU` for bodies of the Union, empty if none",
        ),
        Column("entity_id", "string", "the same thing in every document", required=True),
        Column(
            CONFIDENCE,
            "number",
            "how likely it is that such a thing is named",
            required=True,
            minimum=0,
            maximum=1,
        ),
    )


def named_cells(named: Named) -> Row:
    """Its cells."""
    return [named.name, named.kind, named.country, named.entity_id, plain_number(named.confidence)]


def named_letter(letter: str, thing: str) -> GoldLetter:
    """The letter that annotates a kind of things that are named.

    Args:
        letter: the letter.
        thing: what is named, with its article.
    """
    return GoldLetter(
        letter,
        f"{thing} named: its canonical name; ``kind``, ``country``",
        _same_name,
        overlap="half",
        values="names",
        fields=("kind", "country"),
        identity="entity_id",
    )


def _same_name(value: str, fields: Cells, row: Cells) -> bool:
    return same_words(value, row["name"])
