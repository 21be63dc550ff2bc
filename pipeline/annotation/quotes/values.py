"""The typed value of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from pipeline.annotation.mentions import MentionKind


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech.

    Attributes:
        speaker: canonical name of whoever speaks, empty if the document does not name them.
        cue: the words that bring the speech in (`a déclaré`, `selon`), empty if there are none.
        speaker_start_char: first character of the mention that names the speaker in the text,
            from 0; None if there is none.
    """

    speaker: str
    cue: str = ""
    speaker_start_char: int | None = None

    def pack(self) -> list[Any]:
        """The fields, in order."""
        return [self.speaker, self.cue, self.speaker_start_char]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        return cls(*packed)


QUOTES = MentionKind("quotes", "quote", Quote)
