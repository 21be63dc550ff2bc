"""The lines of a text, and which of them are headings, notes or minutes that nobody says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NOTE = re.compile(r"[(\[][^\n]*[)\]]\.?")
_NUMBER = re.compile(r"[\dIVX]{1,4}[.)°]?")
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVX]{1,5})(?:[.)]|\s[-–—])?\s+\S")
_ITEM = re.compile(r"[-–—•*]\s")
_LONGEST_HEADING = 220
_GOES_ON = tuple(".,;:!?…»”")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it.

    Attributes:
        start: its first character that is no blank, from 0.
        end: one past the last that is no blank.
        text: what stands between.
    """

    start: int
    end: int
    text: str

    @property
    def is_note(self) -> bool:
        """Whether it is a note in brackets, of what happens beside the words."""
        return _NOTE.fullmatch(self.text) is not None

    @property
    def is_procedure(self) -> bool:
        """Whether the minutes tell something that nobody says."""
        return fold(self.text).startswith(lexicon().procedure)

    @property
    def is_heading(self) -> bool:
        """Whether it may be a heading: short, with a capital or a figure, no sentence."""
        text = self.text
        return (
            len(text) <= _LONGEST_HEADING
            and not text.endswith(_GOES_ON)
            and (text[0].isupper() or text[0].isdigit() or self.is_item)
        )

    @property
    def is_number(self) -> bool:
        """Whether it holds the number of a section alone."""
        return _NUMBER.fullmatch(self.text) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether the number of a section stands before its heading."""
        return _NUMBERED.match(self.text) is not None

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return _ITEM.match(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        found.append(Line(start, end, text[start:end]))
    return found
