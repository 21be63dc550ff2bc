"""Where a capital tells nothing, because a line or a sentence opens there."""

from __future__ import annotations


def opens(text: str, start: int) -> bool:
    """Whether a word opens a line or a sentence."""
    before = text[max(0, start - 3) : start].rstrip(' \u00a0\u202f«“"-–—')
    return not before or before[-1] in "\n.!?:"
