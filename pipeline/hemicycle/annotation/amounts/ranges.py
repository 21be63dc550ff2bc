"""The first refiner: two numbers that are one range, and numbers that share the next one's unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hemicycle.annotation.amounts.counts import is_reference
from hemicycle.annotation.amounts.grammar import Match, Numbers
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.folding import without_accents
from hemicycle.knowledge.grammar import BETWEEN, PLAIN_OF, PLAIN_TO, THE_MANY, closed
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.numbers import Number

_UP_TO = PLAIN_TO.map(without_accents)

_TO = re.compile(
    r"[ \u00a0\u202f\n]{0,2}(?:à|a|ou|-|–|—|\u2011)[ \u00a0\u202f\n]{0,2}", re.IGNORECASE
)
_AND = re.compile(
    r"[ \u00a0\u202f\n]{1,2}et(?:[ \u00a0\u202f\n]{1,2}les?)?[ \u00a0\u202f\n]{1,2}", re.IGNORECASE
)
_LIST = Pattern(
    r",[ \u00a0\u202f\n]|[ \u00a0]<joint>[ \u00a0]",
    re.IGNORECASE,
    joint=closed("coordinator", lemma=("et", "ou", "puis")),
)
_BETWEEN = Pattern(
    r"\b<between>[ \u00a0\n]{1,2}(?:<the>[ \u00a0])?\Z",
    re.IGNORECASE,
    between=BETWEEN,
    the=THE_MANY,
)
_FROM = Pattern(r"([^\W\d_]+)[ \u00a0\n]{1,2}<of>[ \u00a0\n]?\Z", re.IGNORECASE, of=PLAIN_OF)
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:.!?()\n]")
_AMONG = r"<_><among><_>"
_CONTEXT = 60
_YEAR = range(1500, 2101)


def refine(tokens: Numbers, matches: list[Match]) -> list[Quantity]:
    """The quantities that were recognised, joined to ranges, with the numbers that share their
    units; from the last to the first, so that each can share the next's.

    Args:
        tokens: the numbers of a text.
        matches: what the rules read of them, in order.
    """
    text = tokens.text
    own = {match.stop - 1: match for match in matches}
    found: list[Quantity] = []
    chained = False
    index = len(tokens) - 1
    while index >= 0:
        match = own.get(index)
        number = tokens.numbers[match.first if match is not None else index]
        quantity = match.node if match is not None else None
        right = found[-1] if found and found[-1].start - number.end < _CONTEXT else None
        if match is not None and match.stop - match.first > 1:
            found.append(match.node)  # `neuf maires sur dix` is complete
        elif right is not None and (joined := join(text, number, quantity, right)):
            found[-1] = joined
            chained = " ou " in text[number.end : right.start]
        elif quantity is not None:
            if right is not None and quantity.end > right.start:
                found.pop()
            found.append(quantity)
            chained = False
        elif right is not None:
            shared = share(text, number, right, chained=chained) or among(text, number, right)
            chained = shared is not None
            if shared is not None:
                found.append(shared)
        index = (match.first if match is not None else index) - 1
    found.reverse()
    return found


def join(text: str, number: Number, own: Quantity | None, right: Quantity) -> Quantity | None:
    """The range that a number and the next quantity make, None if they make none.

    ``entre 30 et 45 M€``, ``de 90 000 à 110 000 €``, ``2 à 3 milliards``, ``10-20 %``, ``deux ou
    trois communes``. ``passer de 12 à 15 %`` is a move between two amounts, not a range.
    """
    if own is not None and (own.kind, own.unit) != (right.kind, right.unit):
        return None
    begin = own.start if own is not None else number.start
    gap = text[(own.end if own is not None else number.end) : right.start]
    before = text[max(0, begin - _CONTEXT) : begin]
    between = _BETWEEN.search(before)
    if not (between if _AND.fullmatch(gap) else _TO.fullmatch(gap)):
        return None
    alone = number.article and not (between and right.number.magnitude > 1)
    if alone or is_reference(text, number):
        return None
    if is_move(before, gap) and not _is_spread(before):
        return None
    low = own.value if own is not None else shared_value(number, right)
    if low >= right.value or (own is None and _is_year(number, right)):
        return None
    joined = replace(right, number=replace(right.number, start=number.start), start=begin)
    joined.value = joined.low = low
    joined.high = right.value
    joined.phrase_end, joined.unit_end = right.phrase_end, right.unit_end
    if between:
        joined.start = begin - len(between[0])
    joined.left = joined.start
    return joined


def share(text: str, number: Number, right: Quantity, *, chained: bool) -> Quantity | None:
    """A number without a unit that takes the unit of the next quantity: ``12 et 15 %``,
    ``10, 15 et 20 %``, ``passe de 12 à 15 %``."""
    if number.article or number.fraction:
        return None
    gap = text[number.end : right.start]
    before = text[max(0, number.start - _CONTEXT) : number.start]
    comma = gap.startswith(",")
    moved = _TO.fullmatch(gap) is not None and is_move(before, gap)
    if right.kind == "count" and not moved:
        return None
    if not moved and (_LIST.fullmatch(gap) is None or (comma and not chained)):
        return None
    if is_reference(text, number) or _is_year(number, right):
        return None
    value = shared_value(number, right)
    return Quantity(number, number.start, number.end, right.kind, value, right.unit, right.factor)


def among(text: str, number: Number, right: Quantity) -> Quantity | None:
    """The part of a count that is told before it: ``33 des 45 sièges``, ``12 sur les 20 élus``."""
    if right.kind != "count" or number.article or number.fraction or number.value > right.value:
        return None
    if lexicon().shares.pattern(_AMONG).fullmatch(text, number.end, right.start) is None:
        return None
    if is_reference(text, number):
        return None
    return Quantity(number, number.start, number.end, "count", number.value, right.unit)


def is_move(before: str, gap: str) -> bool:
    """Does ``before`` end with a verb that leads from one level to another (``passe de``)?"""
    if without_accents(gap.strip().lower()) not in _UP_TO:
        return False
    verb, carried = _mover(before)
    return bool(verb) and (carried or lexicon().verbs.any_of(verb, lexicon().change.moves))


def _is_spread(before: str) -> bool:
    """Does ``before`` end with a verb of falling? From a lower number to a higher one it tells by
    how much (``baisser de 10 à 15 %``), not from where to where."""
    verb, carried = _mover(before)
    falls = bool(verb) and lexicon().verbs.any_of(verb, lexicon().change.down_verbs)
    return falls and not carried


def _mover(before: str) -> tuple[str, bool]:
    """The word before ``de`` at the end of a text, empty if there is none, and whether its clause
    has a verb that carries something from one level to another (``porter``, ``ramener``)."""
    match = _FROM.search(before)
    if match is None:
        return "", False
    change, any_of = lexicon().change, lexicon().verbs.any_of
    clause = _WORD.findall(_CLAUSE.split(before)[-1].lower())
    return match[1].lower(), any(any_of(word, change.carriers) for word in clause)


def shared_value(number: Number, right: Quantity) -> Decimal:
    """The value of a number that shares the magnitude behind it: the 30 of ``30 à 45 millions``."""
    value = number.value * right.factor
    magnitude = right.number.magnitude
    if (
        number.magnitude == 1
        and magnitude >= 1000
        and number.value < 1000
        and not right.number.fraction
    ):
        return value * magnitude
    return value


def _is_year(number: Number, right: Quantity) -> bool:
    year = number.form == "digits" and number.end - number.start == 4 and int(number.value) in _YEAR
    return year and right.value < 1000
