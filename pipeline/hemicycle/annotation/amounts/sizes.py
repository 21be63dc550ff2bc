"""Measures: ``12 km``, ``trois tonnes``, ``-10 °C``."""

from __future__ import annotations

import re

from hemicycle.annotation.amounts.grammar import Match, Numbers, rule
from hemicycle.annotation.amounts.halves import HALF, half_behind
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.prices import OF, is_none
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import units

# Characters before a number in which its line may begin.
_HEAD = 12
_BEFORE = re.compile(r"([^\W\d_]+['’]?)\s\Z")
_BEHIND = re.compile(r"\s([^\W\d_]+)")
_BELOW_ZERO = r"(?:<_><degrees>)?<_><below_zero>\b(?:<_>*<celsius>)?"
_MINUS = r"(?:(?:\A|<_>|\()[-\u2212\u2013]|\b<minus>)<_>\Z"


@rule("measure")
def measure(tokens: Numbers, index: int) -> Match | None:
    """A number with a unit of measure.

    [12 km] de routes -> 12 km
    [deux tonnes et demie] -> 2.5 t
    [2 millions de tonnes] -> 2000000 t
    il a fait [- 10 °C] -> -10 °C
    1° Cabinet et services -> nothing
    au 2° du I de l'article -> nothing
    [une tonne] de blé -> 1 t
    sans une tonne -> nothing
    """
    text, number = tokens.text, tokens.numbers[index]
    if text[number.start - 1 : number.start].isalpha():
        return None
    figures = number.form != "words"
    found = units().stop(text, number.end, figures=figures)
    if found is None and number.takes_of:
        of = OF.match(text, number.end)
        found = units().stop(text, of.end(), figures=figures) if of is not None else None
    if found is None:
        return None
    if number.article and (not found.value.article or is_none(tokens, index)):
        return None
    if found.value.symbol == "°" and _numbers(text, number.start, found.end):
        return None
    end, value = found.end, number.value
    half = half_behind(text, end) if not (number.fraction or number.article) else 0
    if half:
        value, end = value + HALF, half
    size = Quantity(number, number.start, end, "measure", value, found.value.symbol)
    if size.unit[0] == "°":
        _negate(text, size)
    return Match(index, index + 1, size)


def _numbers(text: str, start: int, end: int) -> bool:
    """Does a degree sign number something: an item at the head of a line, a part of an article, a
    heading's anchor (``{#1°-cabinet}``)?"""
    if text[start - 1 : start] == "#":
        return True
    opened = text[:start].rpartition("\n")[2] if start < _HEAD else text[start - _HEAD : start]
    head = not opened.rpartition("\n")[2].strip(" \t\u00a0#*-–(")
    words = lexicon().counts
    before, behind = _BEFORE.search(opened), _BEHIND.match(text, end)
    if head or before is None or behind is None:
        return head
    return before[1].lower() in words.before_parts and behind[1].lower() in words.parts_of


@rule("measure")
def below_zero(tokens: Numbers, index: int) -> Match | None:
    """A temperature below zero.

    [trois degrés au-dessous de zéro] -> -3 °
    """
    number = tokens.numbers[index]
    below = tokens.known.temperatures.pattern(_BELOW_ZERO).match(tokens.text, number.end)
    if below is None or number.article:
        return None
    cold = Quantity(number, number.start, below.end(), "measure", -number.value, "°")
    return Match(index, index + 1, cold)


def _negate(text: str, size: Quantity) -> None:
    """``- 10 °C``, ``moins 10 degrés``: the sign belongs to a temperature."""
    minus = lexicon().temperatures.pattern(_MINUS).search(text, max(0, size.start - 8), size.start)
    if minus is not None:
        size.start -= len(minus[0].lstrip("( \u00a0\n"))
        size.left = size.start
        size.value = size.low = size.high = -size.value
