"""Ties a time of day to the day that it stands beside: ``le 3 mai à 9 h``, ``hier soir``."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.annotation.dates.absolute import CalendarDate
from hemicycle.annotation.dates.clock import ClockTime, clock_time
from hemicycle.annotation.dates.day_numbers import DayOfMonth
from hemicycle.annotation.dates.grammar import Match
from hemicycle.annotation.dates.relative import SameAsLast, Shifted
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.weekdays import Weekday
from hemicycle.knowledge.grammar import THE_MASCULINE, THIS_MASCULINE, TO_THE_ONE, WITHIN

_AT = TO_THE_ONE | WITHIN
_BESIDE = THE_MASCULINE | THIS_MASCULINE


def attach_times(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """The matches, with each time that follows its day, or comes right before it, made one with it.

    A comma keeps them apart: the time is then a row of its own, on that day all the same.
    """
    joined: list[Match] = []
    stop = 0
    for match in matches:
        if match.first < stop:
            continue
        if joined and _time_before(tokens, joined[-1], match):
            previous = joined.pop()
            assert isinstance(previous.node, ClockTime)
            match = Match(previous.first, match.stop, replace(previous.node, day=match.node))
        elif is_day(match):
            match = _with_time(tokens, match)
        joined.append(match)
        stop = match.stop
    return joined


def is_day(match: Match) -> bool:
    """Whether a match is one day, to which a time can belong."""
    node = match.node
    if isinstance(node, CalendarDate):
        return node.day is not None
    if isinstance(node, DayOfMonth):
        return node.last is None
    return isinstance(node, Weekday) or (
        isinstance(node, Shifted | SameAsLast) and node.unit == "D"
    )


def _with_time(tokens: Tokens, match: Match) -> Match:
    at = match.stop
    part = tokens.get("day_parts", tokens.past(at, _AT))
    if isinstance(part, str) and tokens.word(at) not in WITHIN:
        return Match(match.first, tokens.past(at, TO_THE_ONE) + 1, ClockTime(part, match.node))
    for stop in (tokens.behind("about_hours", at), at):
        time = clock_time(tokens, stop) if stop >= 0 else None
        if time is not None and not tokens.broken(at) and not tokens.broken(stop):
            return Match(match.first, time[1], ClockTime(time[0], match.node))
    return match


def _time_before(tokens: Tokens, time: Match, day: Match) -> bool:
    """``13 h 30 samedi 21 septembre``, ``la matinée du 15 février``."""
    if not isinstance(time.node, ClockTime) or time.node.day is not None or not is_day(day):
        return False
    between = tokens.words[time.stop : day.first]
    beside = (
        not between
        or (len(between) == 1 and between[0] in _BESIDE)
        or (between == [","] and isinstance(day.node, Shifted))
    )
    return beside and not tokens.broken(day.first)
