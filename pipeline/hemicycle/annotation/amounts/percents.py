"""Percentages, per mille, points of a percentage, and points of an index."""

from __future__ import annotations

import re
from decimal import Decimal

from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.grammar import Match, Numbers, rule
from hemicycle.annotation.amounts.halves import HALF, half_behind
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import units
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import OF, OF_THE_MANY, THE_FEMININE
from hemicycle.knowledge.patterns import Pattern

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 100
# `(- 0,3 %)`, `après – 0,8 %`
_MINUS = r"(?:\(|\b<before_minus><_>)([-\u2212\u2013])<_>\Z"
_POINTS = r"(?:-|<_>)<bare_points>(?!\w)"
_POINTS_OF = r"(?:-|<_>)(?:de<_>)?<bare_points>(?!\w)"


_OF = Pattern(
    r"[ \u00a0]<of~>(?:<the>[ \u00a0])?([^\W\d_]+)",
    of=OF - OF_THE_MANY,
    the=THE_FEMININE,
    space=r"[ \u00a0]",
)


@rule("percent")
def percentage(tokens: Numbers, index: int) -> Match | None:
    """A percentage, per mille, points of a percentage by name.

    [6 %] de croissance -> 6 %
    [cinq pour cent] des inscrits -> 5 %
    un recul ([- 0,3 %]) -> -0.3 %
    [3 pour mille] -> 3 ‰
    [25 points de base] -> 25 bp
    """
    number = tokens.numbers[index]
    found = units().percent(tokens.text, number.end)
    if found is None:
        return None
    end, unit = found
    percent = Quantity(number, number.start, end, "percent", number.value, unit)
    minus = tokens.known.percent.pattern(_MINUS).search(
        tokens.text, max(0, number.start - 10), number.start
    )
    if minus is not None:
        percent.start = percent.left = minus.start(1)
        percent.value = percent.low = percent.high = -number.value
    return Match(index, index + 1, percent)


@rule("points")
def points(tokens: Numbers, index: int) -> Match | None:
    """``points`` are percentage points behind decimals, before ``de PIB`` and the like, or where
    something gains or loses them; those of an index are counted.

    une hausse de [1,3 point] -> 1.3 pp
    Le taux baisse d'[un point et demi], puis d'[un quart de point]. -> 1.5 pp, 0.25 pp
    [2 points] de PIB -> 2 pp
    le parti perd [3 points] -> 3 pp
    Le CAC 40 perd [35 points] -> 35 point
    Il y a 3 points à voir -> nothing
    """
    text, number = tokens.text, tokens.numbers[index]
    known = tokens.known.percent
    match = known.pattern(_POINTS_OF if number.fraction else _POINTS).match(text, number.end)
    if match is None:
        return None
    if half := half_behind(text, match.end()):
        return _points(tokens, index, half, "percent", "pp", number.value + HALF)
    if number.article:
        return None
    before = text[max(0, number.start - _AROUND) : number.start]
    if any(fold(word) in known.indices for word in _WORD.findall(before)):
        return _points(tokens, index, match.end(), "count", "point")
    of = _OF.match(text, match.end())
    decimal = number.value != number.value.to_integral_value()
    pointed = of is not None and fold(of[1]) in known.point_of
    if decimal or number.fraction or pointed or changes(text, number.start):
        return _points(tokens, index, match.end(), "percent", "pp")
    return None


def changes(text: str, place: int) -> bool:
    """Is the amount that begins at a place told as a rise or a fall?"""
    _, change, left = bounds().left(text, place, 0)
    return bool(change or bounds().gained(text, left))


def _points(
    tokens: Numbers, index: int, end: int, kind: str, unit: str, value: Decimal | None = None
) -> Match:
    number = tokens.numbers[index]
    found = Quantity(number, number.start, end, kind, value or number.value, unit)
    return Match(index, index + 1, found)
