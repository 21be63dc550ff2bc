"""Where a capital tells nothing: a line or sentence opens there; and where a dispatch opens."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"\s*,\s*(?:le\s+)?(?:[a-z]+\s+)?\d{1,2}(?:er)?\s+(?!ans\b)[a-zéû]{3,9}\.?(?:\s+\d{4})?\s*[(–—-]"
)


def opens(text: str, start: int) -> bool:
    """Whether a word opens a line or a sentence."""
    before = text[max(0, start - 3) : start].rstrip(' \u00a0\u202f«“"-–—')
    return not before or before[-1] in "\n.!?:"


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether words tell where a dispatch was written: ``MORLIEU, 3 mai 2024 (Agence) – ``."""
    opens_line = start == 0 or text[start - 1] == "\n"
    return opens_line and _DATELINE.match(text, end) is not None
