"""Single words and phrases of the lexicon, whatever their spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hemicycle.folding import fold

_WORD = re.compile(r"[^\W_]+")
SPACE = r"[ \u00a0\u202f\u2009\n]"


def key(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(word) for word in _WORD.findall(phrase))


def heads_of(phrase: str) -> tuple[str, ...]:
    """The first word of a phrase, folded; none if it begins with a sign."""
    match = _WORD.match(phrase)
    return () if match is None else (fold(match[0]),)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; spaces and apostrophes of every kind
    are alike."""
    longest_first = sorted(sorted(phrases), key=len, reverse=True)
    return "|".join(
        re.escape(phrase).replace(r"\ ", SPACE).replace("'", "['’]") for phrase in longest_first
    )
