"""Where a text says first what it is about: its title, and the words before a colon in it."""

from __future__ import annotations

import re

_HEADING = re.compile(r"[^\n:.]{2,40}?(?=[ \u00a0\u202f]?:[ \u00a0\u202f])")
_LONGEST = 250


def title_end(text: str, second_sentence: int) -> int:
    """One past the last character of the title: the first line if it is short, else a sentence.

    Args:
        text: the text.
        second_sentence: where the second sentence starts, or the length of the text.
    """
    line = text.find("\n")
    return line if 0 < line < _LONGEST else second_sentence


def heading_end(text: str) -> int:
    """One past what stands before a colon at the very start (`Mali : ...`), 0 if there is none."""
    match = _HEADING.match(text)
    return match.end() if match else 0
