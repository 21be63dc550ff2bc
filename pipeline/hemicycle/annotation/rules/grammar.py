"""What a rule is, and how the rules of all phenomena read a text together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from hemicycle.annotation.rules.tokens import Tokens
from hemicycle.values import value

T = TypeVar("T", bound=Tokens)
N = TypeVar("N")


@value
class Match(Generic[N]):
    """A stretch of tokens that a rule has read.

    Attributes:
        first: index of the first token.
        stop: index behind the last token.
        node: what it means.
        parts: the rows of a list that shares a word (``les 4 et 11 mai``), instead of ``node``.
    """

    first: int
    stop: int
    node: N
    parts: tuple[Match[N], ...] = ()


@value
class Tried(Generic[N]):
    """What one rule reads at a place.

    Attributes:
        rule: the rule, as ``module.function``.
        match: what it reads.
    """

    rule: str
    match: Match[N]


class Grammar(Generic[T, N]):
    """Rules by the kinds of tokens at which they begin; the longest match is read.

    Attributes:
        rules: the rules by kind, in the order in which they were declared.
    """

    def __init__(
        self, kinds_at: Callable[[T, int], Iterable[str]], *, one_paragraph: bool = False
    ) -> None:
        """A grammar without rules.

        Args:
            kinds_at: the kinds of the token at an index.
            one_paragraph: no expression goes on behind a blank line.
        """
        self._one_paragraph = one_paragraph
        self.rules: dict[str, list[Callable[[T, int], Match[N] | None]]] = {}
        self._kinds_at = kinds_at

    def rule(
        self, *kinds: str
    ) -> Callable[[Callable[[T, int], Match[N] | None]], Callable[[T, int], Match[N] | None]]:
        """Declare a rule for tokens of these kinds.

        The examples in a rule's docstring, ``text [mention] -> value``, are run as tests.
        """

        def register(
            function: Callable[[T, int], Match[N] | None],
        ) -> Callable[[T, int], Match[N] | None]:
            for kind in kinds:
                self.rules.setdefault(kind, []).append(function)
            return function

        return register

    def parse(self, tokens: T, index: int) -> Match[N] | None:
        """The longest expression that begins at a token; of two as long, the first declared."""
        best: Match[N] | None = None
        for kind in self._kinds_at(tokens, index):
            for function in self.rules.get(kind, ()):
                match = function(tokens, index)
                if match is None or (best is not None and not self.longer(match, best)):
                    continue
                if not (self._one_paragraph and tokens.parted(match.first, match.stop)):
                    best = match
        return best

    def tried(self, tokens: T) -> list[list[Tried[N]]]:
        """What the rules read at every place, the one that wins first: to explain them."""
        found: list[list[Tried[N]]] = []
        stop = 0
        for index in tokens.triggers:
            if index < stop:
                continue
            tried = [
                Tried(f"{function.__module__.rpartition('.')[2]}.{function.__name__}", match)
                for kind in self._kinds_at(tokens, index)
                for function in self.rules.get(kind, ())
                if (match := function(tokens, index)) is not None
                and not (self._one_paragraph and tokens.parted(match.first, match.stop))
            ]
            if tried:
                # Sorting keeps the order of declaration where two are as long.
                tried.sort(key=lambda reading: -reading.match.stop)
                found.append(tried)
                stop = tried[0].match.stop
        return found

    def longer(self, match: Match[N], best: Match[N]) -> bool:
        """Whether a match is longer than the best so far."""
        return match.stop > best.stop

    def read(self, tokens: T) -> list[Match[N]]:
        """Every expression of a text, from left to right, none overlapping another."""
        matches: list[Match[N]] = []
        stop = 0
        for index in tokens.triggers:
            if index < stop:
                continue
            match = self.parse(tokens, index)
            if match is not None:
                matches.extend(match.parts or (match,))
                stop = match.stop
        return matches
