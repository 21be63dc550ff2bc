"""The rules of dates: what they read, and what a temporal expression is before it has a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.rules import grammar


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


if TYPE_CHECKING:
    Match: TypeAlias = grammar.Match[Node]
else:
    Match = grammar.Match


def _kinds_at(tokens: Tokens, index: int) -> tuple[str, ...]:
    """The sections of the lexicon that a word stands in, and ``number``."""
    kinds = tokens.lexicon.kinds.get(tokens.word(index), ())
    return (*kinds, "number") if tokens.is_telling_number(index) else kinds


_GRAMMAR: grammar.Grammar[Tokens, Node] = grammar.Grammar(_kinds_at, one_paragraph=True)
RULES = _GRAMMAR.rules
rule = _GRAMMAR.rule
parse = _GRAMMAR.parse
read = _GRAMMAR.read
tried = _GRAMMAR.tried
