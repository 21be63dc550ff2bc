"""The kind ``themes``: policy topics of a document and of its speeches, by the Comparative Agendas
Project."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import GoldHeader
from hemicycle.kinds.mention import Packed
from hemicycle.kinds.ranked import RANK, SCORE
from hemicycle.kinds.tag import TagKind, is_of_document
from hemicycle.kinds.theme_passages import SUBTHEME, SUBTOPIC
from hemicycle.values import value


@value
class Theme(Packed):
    """A policy topic of a document or of a speech (major topic of the CAP code book).

    Attributes:
        code: CAP major topic code.
        theme: French label.
        score: between 0 and 1.
        rank: 1 for the strongest theme of the document or speech.
        evidence: the terms that weighed most, strongest first.
        share: the part of the words that stand in sentences of the topic, 0 to 1.
        subtopic: CAP subtopic code, empty where the passages point to none.
        subtheme: French label of the subtopic, or empty.
    """

    code: str
    theme: str
    score: float
    rank: int
    evidence: list[str]
    share: float = 0.0
    subtopic: str = ""
    subtheme: str = ""


def _cells(theme: Theme) -> Row:
    return [
        theme.code,
        theme.theme,
        theme.subtopic,
        theme.subtheme,
        plain_number(round(theme.score, 4)),
        str(theme.rank),
        plain_number(round(theme.share, 4)),
        "; ".join(theme.evidence),
    ]


THEMES = TagKind(
    name="themes",
    value_type=Theme,
    description="Policy topics of a document, and of its longer speeches, by the Comparative "
    "Agendas Project.",
    columns=(
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        SUBTOPIC,
        SUBTHEME,
        SCORE,
        RANK,
        Column(
            "share",
            "number",
            "words in sentences of the topic, as a part of all words of the document or speech",
            required=True,
            minimum=0,
            maximum=1,
        ),
        Column("evidence", "string", "the terms that weighed most, separated by `; `"),
    ),
    cells=_cells,
    stage="tag",
    components=("hemicycle_themes",),
    labels={"fr": "Thèmes", "en": "Themes"},
    key=("rank",),
    header=GoldHeader(
        "themes",
        "CAP codes, main one first",
        wanted=list,
        found=lambda rows: [row["code"] for row in rows if is_of_document(row)],
        measure="themes",
        first=True,
    ),
)
