"""The rules of amounts: each reads a number and what stands beside it.

Where an amount is said is told by its number, so the tokens of this grammar are the numbers of a
text; a rule that reads two (``neuf maires sur dix``) ends behind the second. Of the amounts that
may begin at a number the one that ends furthest is read, of two as long the first of the kinds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from hemicycle.annotation.amounts.currencies import currencies
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import units
from hemicycle.annotation.amounts.words import heads_of
from hemicycle.annotation.rules import grammar
from hemicycle.annotation.rules.tokens import Tokens
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_OF
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import SPACE, Pattern
from hemicycle.reading.numbers import Number

if TYPE_CHECKING:
    Match: TypeAlias = grammar.Match[Quantity]
else:
    Match = grammar.Match

_ALL = ("ratio", "percent", "money", "measure", "points", "share", "count")
_UNITS = _ALL[:5] + _ALL[6:]
_MARKS = frozenset((".", ",", ";", ":", ")", "!", "?", ""))
_DASHES = frozenset("-–—")
_SPACES = " \u00a0\u202f\u2009"
_NOTHING: frozenset[str] = frozenset()
_WORD = re.compile(r"[ \u00a0\u202f\u2009\n-]?([^\W_]+)")
_OF = Pattern(rf"{SPACE}<of~>", re.IGNORECASE, of=PLAIN_OF, space=r"(?=[ \u00a0\u202f\n])")


@per_knowledge
def _heads() -> dict[str, frozenset[str]]:
    """Each word that units begin with, folded, to the kinds of those units."""
    percent, temperatures = lexicon().percent, lexicon().temperatures
    percents = percent.words | percent.per_mille | percent.points | percent.basis_points
    cold = temperatures.degrees | temperatures.below_zero
    owners = {
        "money": currencies().heads(),
        "measure": (*units().heads(), *chain(*map(heads_of, cold))),
        "percent": chain(*map(heads_of, percents)),
        "points": chain(*map(heads_of, percent.bare_points)),
    }
    found: dict[str, frozenset[str]] = {}
    for kind, heads in owners.items():
        for head in heads:
            found[head] = found.get(head, frozenset()) | {kind}
    return found


@lru_cache(maxsize=64)
def _ordered(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(kind for kind in _ALL if kind in kinds)


class Numbers(Tokens):
    """The numbers of a text, as what rules begin at.

    Attributes:
        numbers: the numbers, in order.
        known: the words of amounts.
        heads: each folded word that units begin with, to the kinds of those units.
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
    """The kinds of amounts that may begin at a number, by what stands beside it.

    It only spares rules that would read nothing.
    """
    number = tokens.numbers[index]
    if number.fraction:
        return _ALL
    text, place = tokens.text, number.end
    of = _OF.match(text, place) if number.takes_of else None
    if of is not None:
        place = of.end()
    word = _WORD.match(text, place)
    if word is None:
        return _by_mark(tokens, index, place)
    kinds = tokens.heads.get(fold(word[1]), _NOTHING)
    if number.article:
        return _ordered(kinds | {"ratio"})
    if word[1][-3:].isupper() or _is_signed(text, number):
        kinds |= {"money"}
    return _ordered(kinds | {"ratio", "count"})


def _by_mark(tokens: Numbers, index: int, place: int) -> tuple[str, ...]:
    text, number = tokens.text, tokens.numbers[index]
    mark = text[place : place + 1]
    if number.article:
        return ()
    if text[place : place + 2].lstrip(_SPACES)[:1] in tokens.known.percent.signs:
        return ("percent",)
    if mark == "/":
        return ("ratio", "money") if _is_signed(text, number) else ("ratio",)
    if mark not in _MARKS:
        return _UNITS
    dashed = text[place + 1 : place + 2] in _DASHES and mark in (".", ",")
    return ("money",) if mark == ")" or dashed or _is_signed(text, number) else ()


def _is_signed(text: str, number: Number) -> bool:
    """May a sign or a code of a currency end before a number?"""
    if number.form == "words":
        return False
    before = text[max(0, number.start - 2) : number.start].rstrip(_SPACES)[-1:]
    return before.isupper() or (not before.isalnum() and before in currencies().sign_ends)


class _Grammar(grammar.Grammar[Numbers, Quantity]):
    def longer(self, match: Match, best: Match) -> bool:
        """Of amounts that end with the same number, that whose unit ends later is the longer."""
        return (match.stop, match.node.end) > (best.stop, best.node.end)


_GRAMMAR = _Grammar(_kinds_at)
RULES = _GRAMMAR.rules
rule = _GRAMMAR.rule
read = _GRAMMAR.read
