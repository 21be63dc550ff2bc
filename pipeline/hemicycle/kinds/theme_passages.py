"""The kind ``theme_passages``: sentences with the policy topics that they speak of."""

from __future__ import annotations

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.values import value


@value
class Passage(Packed):
    """A policy topic of one sentence.

    Attributes:
        code: CAP major topic code.
        theme: French label of the topic.
        subtopic: CAP subtopic code, empty where the words do not point to one.
        subtheme: French label of the subtopic, or empty.
        score: how likely the topic is right, 0 to 1.
        evidence: the terms that weighed most, strongest first.
        places: first and one-past-last character of each of these terms in the document, from 0.
    """

    code: str
    theme: str
    subtopic: str
    subtheme: str
    score: float
    evidence: list[str]
    places: list[list[int]]


def _cells(passage: Passage) -> Row:
    return [
        passage.code,
        passage.theme,
        passage.subtopic,
        passage.subtheme,
        plain_number(round(passage.score, 4)),
        "; ".join(passage.evidence),
        "; ".join(f"{start}-{end}" for start, end in passage.places),
    ]


SUBTOPIC = Column("subtopic", "string", "CAP subtopic code, empty where the words point to none")
SUBTHEME = Column("subtheme", "string", "French label of the subtopic")

THEME_PASSAGES = MentionKind(
    name="theme_passages",
    attribute="theme",
    value_type=Passage,
    description="Sentences with the policy topics that they speak of, by the Comparative Agendas "
    "Project.",
    columns=(
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        SUBTOPIC,
        SUBTHEME,
        Column(
            "score",
            "number",
            "how likely the topic is right, 0 to 1",
            required=True,
            minimum=0,
            maximum=1,
        ),
        Column("evidence", "string", "the terms that weighed most, separated by `; `"),
        Column(
            "evidence_chars",
            "string",
            "first and one-past-last character of each of these terms in text.txt (`12-20; 31-38`)",
        ),
    ),
    cells=_cells,
    key=("code",),
    stage="tag",
    components=("hemicycle_themes",),
    labels={"fr": "Passages thématiques", "en": "Theme passages"},
    # Passages are whole sentences: marked from the start, they would leave little unmarked.
    marks="on demand",
)
