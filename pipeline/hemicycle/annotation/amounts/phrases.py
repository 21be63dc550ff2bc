"""Finding phrases of a lexicon at a place of a text, whatever their spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from hemicycle.annotation.amounts.words import key
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import BY, IN, OF, PLAIN_TO
from hemicycle.reading.numbers.atoms import HYPHENS, SPACES

_GOVERNING = OF | PLAIN_TO | IN | BY

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = frozenset(SPACES + "-\u2010\u2011'’.(")


class Found(NamedTuple, Generic[T]):
    """A phrase of the lexicon in the text.

    Attributes:
        end: one past its last character.
        value: what the lexicon says of it.
        words: how many words it has.
    """

    end: int
    value: T
    words: int


class PhraseBook(Generic[T]):
    """Phrases of words, looked up at a place; the longest wins."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def heads(self) -> Iterable[str]:
        """The folded first words of its phrases."""
        return self._by_first

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; one that is there already keeps its value."""
        words = key(phrase)
        if not words:
            return
        rows = self._by_first.setdefault(words[0], [])
        if all(known != words for known, _ in rows):
            rows.append((words, value))
            rows.sort(key=lambda row: -len(row[0]))

    def add_all(self, phrases: Iterable[str], value: T) -> None:
        """Add several phrases that mean the same."""
        for phrase in phrases:
            self.add(phrase, value)

    def at(self, text: str, place: int) -> Found[T] | None:
        """The longest phrase that begins exactly at ``place``."""
        first = _WORD.match(text, place)
        if first is None:
            return None
        rows = self._by_first.get(fold(first[0]))
        if rows is None:
            return None
        for words, value in rows:
            end = first.end()
            for word in words[1:]:
                gap = end
                while gap < len(text) and gap - end < 3 and text[gap] in _SEPARATORS:
                    gap += 1
                match = _WORD.match(text, gap)
                if match is None or gap == end or fold(match[0]) != word:
                    break
                end = match.end()
            else:
                if text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isalpha():
                    continue
                return Found(end, value, len(words))
        return None


def plurals(name: str) -> set[str]:
    """A name and its plural, each of its words taking an -s unless it has one or follows `de`."""
    words = name.split()
    many = []
    invariable = False
    for word in words:
        invariable = invariable or word in _GOVERNING or "'" in word
        plain = invariable or word.isupper() or word[-1] in "sxz" or not word[-1].isalpha()
        many.append(word if plain else word + "s")
    return {name, " ".join(many), " ".join([many[0], *words[1:]])}
