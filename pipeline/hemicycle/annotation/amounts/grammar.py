"""The rules of amounts: each reads a number and what stands beside it.

Where an amount is said is told by its number, so the tokens of this grammar are the numbers of a
text; a rule that reads two (``neuf maires sur dix``) ends behind the second. Of the amounts that
may begin at a number the one that ends furthest is read, of two as long the first of the kinds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from hemicycle.annotation.amounts.currencies import currencies
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import units
from hemicycle.annotation.amounts.words import fold
from hemicycle.annotation.rules import grammar
from hemicycle.annotation.rules.tokens import Tokens
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.numbers import Number

if TYPE_CHECKING:
    Match: TypeAlias = grammar.Match[Quantity]
else:
    Match = grammar.Match

_ALL = ("ratio", "percent", "money", "measure", "points", "share", "count")
_NO_FRACTIONS = ("ratio", "percent", "money", "measure", "points", "count")
# `un` and `une` count currencies and unmistakable units, nothing else.
_ARTICLES = ("ratio", "percent", "money", "measure")
_SHARED = ("ratio", "count")
_MARKS = frozenset((".", ",", ";", ":", ")", "!", "?", ""))
_WORD = re.compile(r"[ \u00a0\u202f\u2009\n-]([^\W_]+)")


@per_knowledge
def _heads() -> frozenset[str]:
    """The folded first words of every unit by name."""
    return frozenset(units().heads() | currencies().heads())


class Numbers(Tokens):
    """The numbers of a text, as what rules begin at.

    Attributes:
        numbers: the numbers, in order.
        known: the words of amounts.
        heads: the folded first words of units by name.
    """

    def __init__(self, text: str, numbers: list[Number]) -> None:
        """Hold the numbers of a text."""
        self.text = text
        self.numbers = numbers
        self.words = [""] * len(numbers)
        self.starts = [number.start for number in numbers]
        self.ends = [number.end for number in numbers]
        self.known = lexicon()
        self.heads = _heads()
        self.triggers = list(range(len(numbers)))


def _kinds_at(tokens: Numbers, index: int) -> tuple[str, ...]:
    """The kinds of amounts that may begin at a number, by the word or the mark behind it.

    It only spares rules that would read nothing.
    """
    number = tokens.numbers[index]
    if number.fraction or number.takes_of:
        return _ALL
    if number.form != "words":
        bare = tokens.text[number.end : number.end + 1] in _MARKS
        return ("money",) if bare else _NO_FRACTIONS
    word = _WORD.match(tokens.text, number.end)
    named = word is not None and fold(word[1]) in tokens.heads
    if number.article:
        return _ARTICLES if named else ("ratio",)
    return _NO_FRACTIONS if named else _SHARED


class _Grammar(grammar.Grammar[Numbers, Quantity]):
    def longer(self, match: Match, best: Match) -> bool:
        """Of amounts that end with the same number, that whose unit ends later is the longer."""
        return (match.stop, match.node.end) > (best.stop, best.node.end)


_GRAMMAR = _Grammar(_kinds_at)
RULES = _GRAMMAR.rules
rule = _GRAMMAR.rule
read = _GRAMMAR.read
