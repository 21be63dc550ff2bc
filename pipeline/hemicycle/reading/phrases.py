"""Phrases of a lexicon, found where they begin in a text: the one matcher of all components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

V = TypeVar("V")
_NONE: dict[int, dict[tuple[str, ...], list[Any]]] = {}


class Phrases(Generic[V]):
    """Phrases of one or more words and what each means, by their first word.

    The words of phrases and texts are compared as they are given: lower case, folded or as written.

    Attributes:
        longest: how many words the longest phrase has.
    """

    def __init__(self, phrases: Iterable[tuple[Sequence[str], V]]) -> None:
        """Index phrases, of which those as long as another keep their order.

        Args:
            phrases: the words of each, at least one, and what it means.
        """
        # By the first word, then by their length, the longest first.
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], list[V]]]] = {}
        for words, value in sorted(phrases, key=lambda phrase: -len(phrase[0])):
            as_long = self._by_first.setdefault(words[0], {}).setdefault(len(words), {})
            as_long.setdefault(tuple(words), []).append(value)
        self.longest = max((len(words) for words, _ in self.items()), default=0)

    def __contains__(self, word: str) -> bool:
        """Whether some phrase begins with a word."""
        return word in self._by_first

    def __iter__(self) -> Iterator[str]:
        """The words that phrases begin with."""
        return iter(self._by_first)

    def items(self) -> Iterator[tuple[tuple[str, ...], V]]:
        """Each phrase and what it means, the longest first of those that begin alike."""
        for by_length in self._by_first.values():
            for same in by_length.values():
                for words, values in same.items():
                    for value in values:
                        yield words, value

    def at(self, words: Sequence[str], index: int) -> Iterator[tuple[int, V]]:
        """The phrases that begin at an index, the longest first.

        Args:
            words: those of a text; nothing begins behind the last, nor where there are none.
            index: from 0.

        Returns:
            For each the index behind its last word, and what it means.
        """
        if index >= len(words):
            return
        for size, phrases in self._by_first.get(words[index], _NONE).items():
            stop = index + size
            for value in phrases.get(tuple(words[index:stop]), ()):
                yield stop, value

    def match(self, words: Sequence[str], index: int) -> int:
        """The index behind the longest phrase that begins at ``index``; that itself if none."""
        if index < len(words):
            for size, phrases in self._by_first.get(words[index], _NONE).items():
                stop: int = index + size
                if tuple(words[index:stop]) in phrases:
                    return stop
        return index
