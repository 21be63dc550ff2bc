"""The kind ``quotes``: direct speech and who speaks."""

from __future__ import annotations

from hemicycle.kinds.cells import place, plain_number
from hemicycle.kinds.column import CONFIDENCE, Column, Row
from hemicycle.kinds.gold import Cells, GoldLetter
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.kinds.wording import same_words
from hemicycle.values import value


@value
class Quote(Packed):
    """Direct speech.

    Attributes:
        speaker: canonical name of whoever speaks, empty if the document does not name them.
        cue: the words that bring the speech in (`a déclaré`, `selon`), empty if there are none.
        speaker_start_char: first character of the mention that names the speaker in the text,
            from 0; None if there is none.
        confidence: how likely the row is right in what it fills, 0 to 1.
    """

    speaker: str
    cue: str = ""
    speaker_start_char: int | None = None
    confidence: float = 1.0


def _cells(quote: Quote) -> Row:
    return [quote.cue, place(quote.speaker_start_char), plain_number(quote.confidence)]


def _same(value: str, fields: Cells, row: Cells) -> bool:
    return same_words(value, row["speaker"])


QUOTES = MentionKind(
    name="quotes",
    attribute="quote",
    value_type=Quote,
    description="Quotations: direct speech with its speaker, who is quoted.",
    columns=(
        Column("cue", "string", "the words that bring the speech in (`a déclaré`, `selon`)"),
        Column(
            "speaker_start_char",
            "integer",
            "first character of the mention that names the speaker",
            minimum=0,
            unit="code point",
        ),
        Column(
            CONFIDENCE,
            "number",
            "how likely the row is right in what it fills, 0 to 1",
            required=True,
            minimum=0,
            maximum=1,
        ),
    ),
    cells=_cells,
    speaker=lambda quote: quote.speaker,
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_quotes"),
    labels={"fr": "Citations", "en": "Quotations"},
    colour=("#8a8f98", "#9aa0aa"),
    marks="underlined",
    letters=(
        GoldLetter(
            "Q",
            "a direct quotation: full name of the speaker, empty if unknown; ``cue``",
            _same,
            overlap="half",
            values="speakers",
        ),
    ),
)
