"""The kind ``laws``: legal texts that are cited, with the article, the date and the identifier."""

from __future__ import annotations

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import Cells, GoldLetter
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.kinds.wording import fold
from hemicycle.values import value

LAW_KINDS = (
    "constitution",
    "law",
    "bill",
    "ordinance",
    "decree",
    "order",
    "code",
    "directive",
    "regulation",
    "treaty",
    "judgment",
)


@value
class Law(Packed):
    """A legal text that is cited.

    Attributes:
        kind: one of :data:`LAW_KINDS`.
        name: the citation on one line, spelt one way: head word, number, date, or title.
        article: the articles cited, separated by semicolons; empty if none.
        date: ISO day, month or year of the text itself, empty if the citation gives none.
        identifier: ELI path, CELEX number or ECLI, empty if it cannot be derived.
    """

    kind: str
    name: str
    article: str = ""
    date: str = ""
    identifier: str = ""


def _cells(law: Law) -> Row:
    return [law.kind, law.name, law.article, law.date, law.identifier]


def _same(value: str, fields: Cells, row: Cells) -> bool:
    return row["kind"] == fields.get("kind", "") and fold(row["name"]) == fold(value)


LAWS = MentionKind(
    name="laws",
    attribute="law",
    value_type=Law,
    description="Legal texts that are cited.",
    columns=(
        Column("kind", "string", "what it is", required=True, choices=LAW_KINDS),
        Column("name", "string", "the citation, spelt one way", required=True),
        Column("article", "string", "the articles cited, `; ` between them"),
        Column("date", "string", "day, month or year of the text itself, as ISO 8601"),
        Column("identifier", "string", "ELI path, CELEX number or ECLI where it can be derived"),
    ),
    cells=_cells,
    stage="extract",
    components=("hemicycle_laws",),
    labels={"fr": "Textes juridiques", "en": "Legal texts"},
    colour=("#6b7d14", "#aac640"),
    letters=(
        GoldLetter(
            "L",
            "a legal text cited: its name; ``kind``, ``article``, ``date``, ``identifier``",
            _same,
            values="names",
            fields=("article", "date", "identifier"),
        ),
    ),
)
