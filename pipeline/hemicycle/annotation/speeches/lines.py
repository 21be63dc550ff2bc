"""The lines of a text, and which of them are headings, notes or minutes that nobody says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold
from hemicycle.values import Lazy

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# In brackets, behind the dot with which Hansard marks the time: `● (1105)`.
_NOTE = re.compile(r"(?:[●•◐○]\s*)?[(\[][^\n]*[)\]]\.?")
_NUMBER = re.compile(r"[\dIVX]{1,4}[.)°]?")
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVX]{1,5})(?:[.)]|\s[-–—])?\s+\S")
_PRESIDENCY = re.compile(
    r"(?:pr[ée]sidence\s(?:de|d['’])|(?:vice-)?pr[ée]sidente?(?:\sde\s[^,]{3,40})?$)", re.IGNORECASE
)
_ITEM = re.compile(r"[-–—•*]\s")
# The end of a sentence inside; an abbreviation (`art. 4`) goes on in small letters or figures.
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?…]\s+[A-ZÀÉÈÊÎÔ]")
# A heading speaks of nobody present.
_ADDRESSES = re.compile(
    r"\b(?:je|nous|vous|moi|c['’]est|il faut|avis (?:dé)?favorable)\b|\bj['’]", re.I
)
_LONGEST_HEADING = 160
_OPENING = 40
_GOES_ON = tuple(".,;:!?…»”")


@dataclass(frozen=True)
class Line:
    """A line with something on it; what it is like is found once, as every reader asks again.

    Attributes:
        start: its first character that is no blank, from 0.
        end: one past the last that is no blank.
        text: what stands between.
    """

    start: int
    end: int
    text: str

    @Lazy
    def _opening(self) -> str:
        """How it begins, folded: as far as the longest words of the lexicon go."""
        return fold(self.text[:_OPENING])

    @Lazy
    def is_note(self) -> bool:
        """Whether it is a note in brackets, of what happens beside the words."""
        return _NOTE.fullmatch(self.text) is not None

    @Lazy
    def is_procedure(self) -> bool:
        """Whether the minutes tell something that nobody says."""
        return self._opening.startswith(lexicon().procedure)

    @Lazy
    def is_heading(self) -> bool:
        """Whether it may be a heading: short, with a capital or a figure, no sentence."""
        text = without_note(self.text)
        return (
            0 < len(text) <= _LONGEST_HEADING
            and not text.endswith(_GOES_ON)
            and (text[0].isupper() or text[0].isdigit() or self.is_item)
            and not _SENTENCES.search(text)
            and not _ADDRESSES.search(text)
            and not self._opening.startswith(lexicon().results)
        )

    @property
    def is_prose(self) -> bool:
        """Whether it is neither a heading nor a note nor of the minutes."""
        return not (self.is_heading or self.is_note or self.is_procedure)

    @property
    def is_unsaid(self) -> bool:
        """Whether it tells who presides, or has no letter at all (a line of dots)."""
        text = self.text
        presides = _PRESIDENCY.match(text) is not None and not text.endswith(".")
        return presides or not any(map(str.isalnum, text))

    @property
    def is_decision(self) -> bool:
        """Whether it tells what is decided or comes next, where it ends a turn."""
        return len(self.text) <= _LONGEST_HEADING and self._opening.startswith(lexicon().decisions)

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


def first_procedure(lines: list[Line], first: int, stop: int) -> int:
    """The first line of the minutes from one index to another, ``stop`` if there is none."""
    return next((k for k in range(first, stop) if lines[k].is_procedure), stop)


def without_note(text: str) -> str:
    """A text without the note in brackets that ends it: `Non ! (Rires.)`."""
    kept = text.rstrip()
    opening = kept.rfind("(")
    if not kept.endswith(")") or opening < 0 or ")" in kept[opening:-1]:
        return text
    return kept[:opening].rstrip()
