"""A pattern that is tried only where a word stands that it may begin with.

The engine would try a pattern of many words at each character of a text. The tokens are cut
already, and of each form it is known whether the pattern may begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress

from hemicycle.reading.words import PerForm, Words, tokens_of


class Anchored:
    """A pattern and the tokens that begin what it matches."""

    def __init__(
        self, pattern: re.Pattern[str], may_begin: frozenset[str] | Callable[[str], bool]
    ) -> None:
        """Learn where the pattern may match.

        Args:
            pattern: it begins where a token does.
            may_begin: the tokens that it may begin with, in lower case, or whether a token is one.
        """
        self._match = pattern.match
        self._first = may_begin if isinstance(may_begin, frozenset) else None
        self._may_begin = (
            PerForm(may_begin).__getitem__ if callable(may_begin) else may_begin.__contains__
        )

    def finditer(self, words: Words, text: str = "") -> Iterator[re.Match[str]]:
        """The matches in a text, in order, none over another.

        Args:
            words: those of the text.
            text: another text with each character in the same place, to be read instead.
        """
        if self._first is not None and self._first.isdisjoint(words.vocabulary):
            return
        text = text or words.text
        match, reached = self._match, 0
        for start in compress(words.token_starts, map(self._may_begin, words.tokens)):
            if start >= reached and (found := match(text, start)) is not None:
                reached = found.end()
                yield found


def openings(phrases: Iterable[str]) -> frozenset[str]:
    """The first token of each phrase, in lower case."""
    return frozenset(tokens_of(phrase)[0] for phrase in phrases)
