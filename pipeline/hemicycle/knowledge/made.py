"""What is made of ``models/``: once for each knowledge, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from hemicycle.knowledge.use import in_use, of_folder_in_use

P = ParamSpec("P")
R = TypeVar("R")


def per_knowledge(make: Callable[[], R]) -> Callable[[], R]:
    """Make something of ``models/`` once for each knowledge, when it is first asked for."""

    @wraps(make)
    def made() -> R:
        knowledge = in_use() or of_folder_in_use()
        try:
            result: R = knowledge.memo[made]
        except KeyError:
            result = knowledge.memo[made] = make()
        return result

    return made


def remembered_per_knowledge(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """``lru_cache`` for a function whose results depend on ``models/``.

    Args:
        most: the most results remembered for each knowledge.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            knowledge = in_use() or of_folder_in_use()
            try:
                answer = knowledge.memo[remembered]
            except KeyError:
                answer = knowledge.memo[remembered] = lru_cache(most)(function)
            result: R = answer(*args, **kwargs)
            return result

        return remembered

    return decorate


class WordSet:
    """Words of ``models/`` as a constant: it holds none, and asks the knowledge in use.

    A loop that asks for many words takes :meth:`words` once.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], frozenset[str]]) -> None:
        """Tell how the words are read from the knowledge in use; nothing is read yet."""
        self._make = make

    def words(self) -> frozenset[str]:
        """The words of the knowledge in use."""
        knowledge = in_use() or of_folder_in_use()
        try:
            found: frozenset[str] = knowledge.memo[self]
        except KeyError:
            found = knowledge.memo[self] = self._make()
        return found

    def __contains__(self, word: object) -> bool:
        # As `words`, without the call: rules ask for every word of a text.
        knowledge = in_use() or of_folder_in_use()
        try:
            return word in knowledge.memo[self]
        except KeyError:
            return word in self.words()

    def __iter__(self) -> Iterator[str]:
        return iter(self.words())

    def __len__(self) -> int:
        return len(self.words())

    def __or__(self, other: WordSet | Set[str]) -> WordSet:
        return WordSet(lambda: self.words().union(other))

    __ror__ = __or__

    def __sub__(self, other: WordSet | Set[str]) -> WordSet:
        return WordSet(lambda: self.words().difference(other))

    def map(self, change: Callable[[str], str]) -> WordSet:
        """Each word changed by a function."""
        return WordSet(lambda: frozenset(map(change, self.words())))

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Whether none of some words is here."""
        return self.words().isdisjoint(words)
