"""The rules of citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hemicycle.annotation.laws.citation import Node
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.annotation.rules import grammar

if TYPE_CHECKING:
    Match: TypeAlias = grammar.Match[Node]
else:
    Match = grammar.Match


# Of two readings as long, that of the lexicon comes before that of a general form.
_ORDER = ("49", "named", "abbreviation", "finance", "order", "case", "article", "head")


def _kinds_at(tokens: Tokens, index: int) -> list[str]:
    kinds = tokens.kinds(index)
    return [kind for kind in _ORDER if kind in kinds] if kinds else []


_GRAMMAR: grammar.Grammar[Tokens, Node] = grammar.Grammar(_kinds_at)
RULES = _GRAMMAR.rules
rule = _GRAMMAR.rule
parse = _GRAMMAR.parse
read = _GRAMMAR.read
tried = _GRAMMAR.tried
