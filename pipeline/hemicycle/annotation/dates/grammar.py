"""What a rule is, and how the rules of all phenomena read a text together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.tokens import Tokens


class Node(Protocol):
    """A temporal expression whose value may depend on when and where it is said."""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """Its value for this anchor, None if it is no date after all."""
        ...


class Nothing:
    """What is no date though it looks like one: it keeps other rules off its words."""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """Always None."""
        return None


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens that a rule has read.

    Attributes:
        first: index of the first token.
        behind: index behind the last token.
        node: what it means.
        parts: the rows of a list that shares a month or a year (``les 4 et 11 mai``), instead of
            ``node``.
    """

    first: int
    behind: int
    node: Node
    parts: tuple[Match, ...] = ()


Rule = Callable[[Tokens, int], Match | None]
RULES: dict[str, list[Rule]] = {}


def rule(*kinds: str) -> Callable[[Rule], Rule]:
    """Declare a rule for tokens of these kinds: sections of the lexicon, or ``number``.

    The examples in a rule's docstring, ``text [mention] -> value``, are run as tests.
    """

    def register(function: Rule) -> Rule:
        for kind in kinds:
            RULES.setdefault(kind, []).append(function)
        return function

    return register


def parse(tokens: Tokens, index: int) -> Match | None:
    """The longest expression that begins at a token; of two as long, the rule declared first."""
    kinds = tokens.lexicon.kinds.get(tokens.word(index), ())
    if tokens.number(index) is not None or tokens.word(index).isdigit():
        kinds = (*kinds, "number")
    best: Match | None = None
    for kind in kinds:
        for function in RULES.get(kind, ()):
            match = function(tokens, index)
            if match is not None and (best is None or match.behind > best.behind):
                best = match
    return best


def read(tokens: Tokens) -> list[Match]:
    """Every expression of a text, from left to right, none overlapping another."""
    matches: list[Match] = []
    behind = 0
    for index in tokens.triggers:
        if index < behind:
            continue
        match = parse(tokens, index)
        if match is not None:
            matches.extend(match.parts or (match,))
            behind = match.behind
    return matches
