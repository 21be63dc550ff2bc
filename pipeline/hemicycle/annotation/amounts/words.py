"""Single words and phrases of the lexicon, whatever their spelling."""

from __future__ import annotations

import re

from hemicycle.folding import fold

_WORD = re.compile(r"[^\W_]+")


def key(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(word) for word in _WORD.findall(phrase))


def heads_of(phrase: str) -> tuple[str, ...]:
    """The first word of a phrase, folded; none if it begins with a sign."""
    match = _WORD.match(phrase)
    return () if match is None else (fold(match[0]),)
