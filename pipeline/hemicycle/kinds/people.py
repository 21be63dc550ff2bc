"""The kind ``people``: a person named, or meant by a function."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import CONFIDENCE, Column, Row
from hemicycle.kinds.gold import Cells, GoldLetter
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.kinds.wording import same_words
from hemicycle.values import value


@value
class Person(Packed):
    """A person named, or meant by a function.

    Attributes:
        name: the canonical name, the same for every mention of the person in the document.
        role: the function that the text gives with this mention, empty if none.
        mention: ``name``; ``role`` where a function alone stands for a person whom the document
            names; ``office`` where a gazetteer tells who held it on the document's day.
        confidence: how likely a person is named, or the function means this person, 0 to 1.
        group: the party or group that the text gives with this mention, empty if none.
    """

    name: str
    role: str = ""
    mention: str = "name"
    confidence: float = 1.0
    group: str = ""


def _cells(person: Person) -> Row:
    return [
        person.name,
        person.role,
        person.group,
        person.mention,
        plain_number(person.confidence),
    ]


def _same(value: str, fields: Cells, row: Cells) -> bool:
    return same_words(value, row["name"])


PEOPLE = MentionKind(
    name="people",
    attribute="person",
    value_type=Person,
    description="Mentions of people, by name or by a function that stands for a person.",
    columns=(
        Column("name", "string", "one canonical name per person and document", required=True),
        Column("role", "string", "function that the text gives with this mention"),
        Column("group", "string", "party or group that the text gives with this mention"),
        Column(
            "mention",
            "string",
            "`name`; `role` where a function alone stands for a person whom the document names; "
            "`office` where a gazetteer tells who held it on the document's day",
            required=True,
            choices=("name", "role", "office"),
        ),
        Column(
            CONFIDENCE,
            "number",
            "how likely a person is named, or this person is meant by the function",
            required=True,
            minimum=0,
            maximum=1,
        ),
    ),
    cells=_cells,
    stage="extract",
    components=("ner", "hemicycle_people"),
    labels={"fr": "Personnes", "en": "People"},
    colour=("#2f6fb3", "#6aa9e9"),
    letters=(
        GoldLetter(
            "P",
            "a person named: full name; ``role``",
            _same,
            overlap="exact",
            values="names",
            fields=("role",),
            rows=lambda row: row["mention"] == "name",
        ),
        GoldLetter(
            "R",
            "a role alone that stands for a person: full name, empty if nobody can tell",
            _same,
            spans="",
            values="role mentions",
            nameable=True,
            rows=lambda row: row["mention"] == "role",
        ),
    ),
)
