"""Date lines of dispatches and chronologies: ``PARIS, le 3 mars 2021. – La police …``."""

from __future__ import annotations

import re

# What stands before the date: marks, and a place.
_BEFORE = re.compile(r"(?:^|\n)[^\w\n]*(?:[^\W\d_][^\n,.;:]{1,30},\s(?:le\s)?)?\Z")
# An hour with its zone, or an agency, may stand behind it.
_DASH = re.compile(
    r"(?:,?\s\d{1,2}\s?[h:]\s?\d{0,2})?\s?(?:[A-Z]{2,5}\s?|\([^()\n]{1,20}\)\s?)?"
    r"[.,:]?\s?[-–—]{1,2}\s"
)
_REACH = 60


def is_date_line(text: str, start: int, end: int) -> bool:
    """Whether a date opens its line, with or without a place before it, and a dash follows.

    Args:
        text: the document.
        start: first character of the date, from 0.
        end: one past its last character.
    """
    if _DASH.match(text, end) is None:
        return False
    return _BEFORE.search(text, max(0, start - _REACH), start) is not None
