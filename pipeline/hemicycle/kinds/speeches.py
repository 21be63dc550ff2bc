"""The kind ``speeches``: the turns of a text, with who speaks."""

from __future__ import annotations

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.values import value

MANNERS = ("speech", "question", "answer", "interruption", "chair")


@value
class Speech(Packed):
    """What one speaker says without a break.

    Attributes:
        speech: number of the turn in the document, from 1.
        speaker: canonical name of who speaks, several joined by `; `; empty if nobody is named.
        role: the function that the text gives with this turn, or the words that stand for a name.
        group: party or group, as the text gives it.
        kind: one of :data:`MANNERS`.
        section: the heading of the agenda above it.
        words: how many words are said.
        label: how many characters the label that opens it takes before it, 0 if it has none.
    """

    speech: int
    speaker: str
    role: str = ""
    group: str = ""
    kind: str = "speech"
    section: str = ""
    words: int = 0
    label: int = 0


def _cells(speech: Speech) -> Row:
    return [speech.role, speech.group, speech.kind, speech.section, str(speech.words)]


SPEECHES = MentionKind(
    name="speeches",
    attribute="speech",
    value_type=Speech,
    description="Turns of speech: of sittings, hearings, interviews, and of texts by one person.",
    columns=(
        Column("role", "string", "function that the text gives with this turn"),
        Column("group", "string", "party or group, as the text gives it"),
        Column("kind", "string", "how it is spoken", required=True, choices=MANNERS),
        Column("section", "string", "heading of the agenda above it"),
        Column("words", "integer", "words said", required=True, minimum=0, unit="word"),
    ),
    cells=_cells,
    speaker=lambda speech: speech.speaker,
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_speeches"),
    labels={"fr": "Interventions", "en": "Speeches"},
    marks="on demand",
)
