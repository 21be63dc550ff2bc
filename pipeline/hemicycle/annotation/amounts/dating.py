"""The date that an amount goes with, among the dates of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hemicycle.annotation.amounts import clauses, roles, tellings, years
from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.knowledge.grammar import AND, BETWEEN, OF_ELIDED, PLAIN_OF, PLAIN_TO, closed
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.date_lines import is_date_line

_AS = closed("subordinator", lemma="comme")

# -- patterns with words of the section `dating` of `amounts.toml`
_AGAINST = r"(?<!\w)(?:<against>|<against_figures>(?=<_>(?:[-+–\u2212]<_>?)?[0-9]))<_>"
_SET_AGAINST = r"(?<!\w)<against><_>(?:[^\W\d_]+<_>){0,2}\Z"
_THAN = r"(?<!\w)<than>(?:<_>[^,;:]{0,20})?\Z"
# What it is measured against is no date of an amount: `en hausse de six points par rapport à 2022`.
_BASE = (
    # `par rapport à la même période de 2022`
    r"(?<!\w)(?:<compared><_>(?:à|au|aux)<_><articles~>?(?:(?:\w+<_>){1,3}(?:<of~>|en<_>)?)?"
    # `en 2027, c'est-à-dire demain`
    r"|c['’]est-à-dire<_>"
    # its record, its level, that of another time
    r"|(?:plus<_>\w+|<records>)[^,;.:]{0,30}<_>depuis<_><articles~>?"
    r"|<whose><_><levels><_>(?:\w+<_>)?(?:<of~>|en<_>)<articles~>?"
    r"|(?:à|que|sous|sur|de)<_><pronouns><_><of~><articles~>?"
    r"|(?:à|sous|sur|de)<_>la<_>moyenne<_>(?:\w+<_>)?<of~>?<articles~>?"
    # the day of a law, of what has struck
    r"|<texts><_>(?:[^,;.()\s]+<_>){0,6}du<_>(?:\w+<_>)?"
    r"|\bpar<_><struck~>[^\W\d_]+<_>(?:[^\W\d_]+<_>)?<of~><articles~>?"
    r"|<currencies><_>(?:<prices><_>)?de<_>)\Z"
)
# `Le président, réélu en juin 2025, détaille …`; `…, comme le disait X en juin 2023, …`; `X, qui
# a démissionné en 2023, …`
_ASIDE = re.compile(
    r",\s(?:comme\s|qui\s|(?!soit|dont)[^\W\d_]{2,}(?:é|ée|és|ées|u|ue|us|ues)\s)[^,;:.]*\Z"
)
_SPANNING = BETWEEN | (PLAIN_OF - OF_ELIDED)
_SPAN = Pattern(r"(?:^|\W)<opening>\s\Z", re.IGNORECASE, opening=_SPANNING)
_JOINT = Pattern(r"\s<joint>\s", joint=AND | PLAIN_TO)
_BETWEEN = Pattern(r"[^.,;:()\n]{0,40}(?:\s|^)<opening>\s", re.IGNORECASE, opening=_SPANNING)
_CLAUSE = ",;:–—"
_BOUNDARY = 25
_NEXT_CLAUSE = 60
_OTHER_AMOUNT = 60
_BEFORE = 10
_COMPARED = 150
_REACH = 80
_ASIDE_REACH = 80
_OPENING = 8
_SENTENCE_REACH = 400
_NEIGHBOURS = 8


def refine(text: str, group: Sequence[Quantity], days: Sequence[Day]) -> None:
    """Set the dates of the quantities of a sentence.

    Args:
        text: the document.
        group: the quantities, in order.
        days: the dates of the sentence, in order.
    """
    if not days:
        return
    places = [(quantity.start, max(quantity.end, quantity.phrase_end)) for quantity in group]
    based = lexicon().dating.pattern(_BASE)
    own = [d for d in days if not based.search(text, max(0, d.start - _REACH), d.start)]
    own = [d for d in years.joined(text, own) if not clauses.is_no_date(text, d.start)]
    own = [d for d in own if not is_date_line(text, d.start, d.end)]
    starts = [day.start for day in own]
    for index, quantity in enumerate(group):
        # A window, so that a page without a full stop takes no longer than its length.
        first = bisect_left(starts, quantity.start - _SENTENCE_REACH)
        last = bisect_right(starts, quantity.end + _SENTENCE_REACH)
        others = places[max(0, index - _NEIGHBOURS) : index]
        others += places[index + 1 : index + 1 + _NEIGHBOURS]
        day = nearest(text, *places[index], own[first:last], others)
        if day is not None:
            _set(text, quantity, day, day.value)
        pair = paired(text, places[index - 1], places[index], days) if index else None
        if pair is not None:
            left, right = pair.value.split("/")
            _set(text, group[index - 1], pair, left, paired=True)
            _set(text, quantity, pair, right, paired=True)
    for quantity, day in years.respectively(text, group, days):
        _set(text, quantity, day, day.value, paired=True)


def _set(text: str, quantity: Quantity, day: Day, value: str, *, paired: bool = False) -> None:
    quantity.date_paired = paired
    quantity.date, quantity.date_start = value, day.start
    quantity.date_role = roles.of(text, day.start)


def nearest(
    text: str, start: int, end: int, dates: Sequence[Day], others: Sequence[tuple[int, int]]
) -> Day | None:
    """The date that the amount at ``start`` to ``end`` goes with, None if there is none.

    The nearest one, where each clause boundary and each other amount in between counts as
    distance: in ``En 2025, la croissance a atteint 6 %, contre 4,8 % en 2024`` the first amount
    goes with 2025 and the second with 2024.

    Args:
        text: the document.
        start: first character of the amount.
        end: one past its last character.
        dates: those of the sentence that no amount is only compared with.
        others: places of the other amounts of the sentence.
    """
    best, found = -1, None
    for day in dates:
        low, high = (end, day.start) if day.start >= end else (day.end, start)
        if 0 <= best <= high - low or _in_aside(text, day, start, end):
            continue
        if day.end <= start and others and _is_others(text, day, start, others):
            continue
        if tellings.is_told(text, day, low, high):
            continue
        cost = _cost(text, low, high, others, ahead=low == end)
        if cost >= 0 and (best < 0 or cost < best):
            best, found = cost, day
    return found


def _is_others(text: str, day: Day, start: int, others: Sequence[tuple[int, int]]) -> bool:
    """Whether a date before the amount at ``start`` is that of another: ``3 % en 2025, contre
    4 %``; ``3 % contre 4 % en 2024, soit un point de moins``."""
    if _is_set_against(text, start):
        return True
    told = (low for low, high in others if high <= day.start <= high + _OPENING)
    return any(_is_set_against(text, low) for low in told)


def _is_set_against(text: str, start: int) -> bool:
    """``contre 4 %``."""
    against = lexicon().dating.pattern(_SET_AGAINST)
    return against.search(text, max(0, start - _REACH), start) is not None


def _cost(text: str, low: int, high: int, others: Sequence[tuple[int, int]], *, ahead: bool) -> int:
    """How far a date is from an amount, -1 if what stands between says that it is another's.

    The arguments are those of :func:`.clauses.is_apart`.
    """
    if clauses.is_apart(text, low, high, others, ahead=ahead):
        return -1
    words, between = lexicon().dating, text[low:high]
    crossed = sum(low <= other < high for other, _ in others)
    cost = high - low + _BOUNDARY * sum(between.count(mark) for mark in _CLAUSE)
    cost += _NEXT_CLAUSE * between.count(";") + _OTHER_AMOUNT * crossed
    if not ahead:
        return cost + _BEFORE
    if words.pattern(_AGAINST).search(between):
        return -1  # `contre 78 % cinq ans plus tôt` dates the other amount
    if not words.pattern(_THAN).search(between):
        return cost
    # `148 dossiers, 12 % de plus qu'en 2024`
    return -1 if crossed else cost + _COMPARED


def paired(
    text: str, first: tuple[int, int], last: tuple[int, int], dates: Sequence[Day]
) -> Day | None:
    """The time from the first of two levels that are told together to the last: ``de 2 841 à
    3 012 entre 2016 et 2022``, ``entre 2016 et 2022, … passe de 2 841 à 3 012``.

    Args:
        text: the document.
        first: start and end of the amount that is left.
        last: start and end of the one that is reached.
        dates: the dates of the sentence.

    Returns:
        A date of two bounds, None if none stands so.
    """
    if text[first[1] : last[0]].strip() not in PLAIN_TO:
        return None
    ahead = next((day for day in dates if day.end <= first[0]), None)
    if ahead is not None and _has_bounds(text, ahead):
        return ahead
    stop = next((day for day in dates if day.start >= last[1]), None)
    if stop is None or not _BETWEEN.fullmatch(text, last[1], stop.start):
        return None
    return stop if _has_bounds(text, stop) else None


def _has_bounds(text: str, day: Day) -> bool:
    """Whether a date says two bounds, in words that join them."""
    opened = _SPAN.search(text, max(0, day.start - _OPENING), day.start)
    joined = _JOINT.search(text, day.start, day.end)
    return opened is not None and joined is not None and day.value.count("/") == 1


def _in_aside(text: str, day: Day, start: int, end: int) -> bool:
    """Whether a date stands in an aside between commas that the amount is no part of."""
    opened = _ASIDE.search(text, max(0, day.start - _ASIDE_REACH), day.start)
    if opened is None:
        return False
    closing = text.find(",", day.end, day.end + _ASIDE_REACH)
    if closing < 0 or "." in text[day.end : closing]:
        # `…, comme cela se fait à Lyon depuis 2016.`
        return end <= opened.start() and opened[0][1:].lstrip().startswith(tuple(_AS))
    return end <= opened.start() or start >= closing
