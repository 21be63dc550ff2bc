"""The kind ``keywords``: words and phrases that tell what a document or speech is about."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import GoldHeader
from hemicycle.kinds.mention import Packed
from hemicycle.kinds.ranked import RANK, SCORE
from hemicycle.kinds.tag import TagKind, is_of_document
from hemicycle.kinds.wording import lemmas
from hemicycle.values import value

_COMPARED = 10


@value
class Keyword(Packed):
    """A word or phrase that tells what a document or speech is about.

    Attributes:
        keyword: the form shown to the reader.
        score: between 0 and 1.
        rank: 1 for the best keyword.
        count: how often it stands there, all its forms together.
    """

    keyword: str
    score: float
    rank: int
    count: int


def _cells(keyword: Keyword) -> Row:
    score = plain_number(round(keyword.score, 4))
    return [keyword.keyword, score, str(keyword.rank), str(keyword.count)]


KEYWORDS = TagKind(
    name="keywords",
    value_type=Keyword,
    description="Words and phrases that tell what a document, or a longer speech of it, is about.",
    columns=(
        Column("keyword", "string", "the keyword", required=True),
        SCORE,
        RANK,
        Column(
            "count",
            "integer",
            "how often it stands in the document, or in the speech",
            required=True,
            minimum=1,
        ),
    ),
    cells=_cells,
    stage="tag",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_speeches",
        "hemicycle_places_and_bodies",
        "hemicycle_dates",
        "hemicycle_keywords",
    ),
    labels={"fr": "Mots-clés", "en": "Keywords"},
    key=("rank",),
    header=GoldHeader(
        "keywords",
        "separated by semicolons",
        wanted=lambda keywords: sorted({lemmas(keyword) for keyword in keywords}),
        found=lambda rows: sorted(
            {lemmas(row["keyword"]) for row in [*filter(is_of_document, rows)][:_COMPARED]}
        ),
        measure=f"keywords at {_COMPARED}",
        separator=";",
    ),
)
