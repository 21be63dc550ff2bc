"""Two bounds that are complete by themselves as one stretch of time: ``entre 1990 et 1999``.

The bounds are resolved one by one, each by its own year and tense, and joined here. Ends of which
one lacks what the other says are joined before, in :mod:`hemicycle.annotation.dates.ranges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from hemicycle.annotation.dates.absolute import CalendarDate
from hemicycle.annotation.dates.calendar import days_of
from hemicycle.annotation.dates.clock import ClockTime
from hemicycle.annotation.dates.grammar import Match
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.kinds.dates import Timex
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.grammar import BETWEEN, OF, SINCE, THE, TO, TO_THE_ONE
from hemicycle.reading.lemmas import lemma

Resolved = tuple[Match, Mention[Timex]]

_DASHES = (["-"], ["–"], ["—"], ["‑"])
_PARTICIPLE = re.compile(r"ée?s?$")
_CALENDAR = ("DATE", "TIME")
_YEAR = len("2026")
_DAY = len("2026-05-13")
# Words before `de 2025 à 2027` among which a verb may say that something is moved.
_REACH = 8
_CLAUSE = frozenset(".,;:!?()«»")
_ONE_LENGTH = re.compile(r"P(T?)([0-9]+)([YMWDHS])")
# Hours that each unit of a length of time has, by whether it is one of the clock.
_HOURS = {
    ("", "Y"): 8766.0,
    ("", "M"): 730.5,
    ("", "W"): 168.0,
    ("", "D"): 24.0,
    ("T", "H"): 1.0,
    ("T", "M"): 1 / 60,
    ("T", "S"): 1 / 3600,
}


def join_bounds(tokens: Tokens, resolved: Iterable[Resolved]) -> list[Mention[Timex]]:
    """The expressions of a text, those that bound one stretch of time made one.

    What is moved from one date to another (``reporté de 2025 à 2027``) is not held between them.

    Args:
        tokens: the text.
        resolved: what the grammar has read, with its meaning, in order.
    """
    joined: list[Mention[Timex]] = []
    first: Resolved | None = None
    for one in resolved:
        whole = _joined(tokens, first, one) if first is not None else None
        if whole is None:
            joined.append(one[1])
            first = one
        else:
            joined[-1] = whole
            first = None
    return joined


def _joined(tokens: Tokens, first: Resolved, last: Resolved) -> Mention[Timex] | None:
    tie = _tie(tokens, first[0], last[0])
    if not tie:
        return None
    start, end = first[1], last[1]
    if start.value.type in _CALENDAR and end.value.type in _CALENDAR:
        if tie == "from" and len(start.value.value) == _YEAR and _is_on_day(tokens, last[0]):
            return None  # `l'entrée en vigueur de la loi de 2019 au 1er janvier 2021`
        timex = _stretch(_on_same_day(first[0], last[0], start.value, end.value), end.value, tie)
    elif start.value.type == end.value.type == "DURATION" and tie != "dash":
        # `trois à quatre ans` are two lengths, of which the first borrows its unit.
        borrows = tokens.cardinal(first[0].stop - 1) is not None
        timex = None if borrows else _lengths(start.value, end.value)
    else:
        timex = None
    return None if timex is None else Mention(start.start, end.end, timex.type, timex)


def _tie(tokens: Tokens, first: Match, last: Match) -> str:
    """How two expressions are joined: ``from``, ``between``, ``dash``, or empty."""
    gap = first.stop, last.first
    opening = first.first - 1
    while tokens.word(opening) in THE:
        opening -= 1
    before = tokens.word(opening)
    if before in BETWEEN and tokens.is_phrase("and", *gap):
        return "between"
    until = tokens.is_phrase("until", *gap)
    opened = before in OF or tokens.lexicon.among("opens_interval", before)
    if until and (opened or (before in SINCE and tokens.word(first.stop) not in TO)):
        return "" if _moves(tokens, opening) else "from"
    if (
        tokens.words[first.stop : last.first] in _DASHES
        and not tokens.broken(last.first)
        and not tokens.broken(first.stop)
    ):
        return "dash"
    return ""


def _is_on_day(tokens: Tokens, last: Match) -> bool:
    """``au 1er janvier``, which may say when rather than until when."""
    is_day = isinstance(last.node, CalendarDate) and last.node.day is not None
    return is_day and tokens.word(last.first - 1) in TO_THE_ONE


def _on_same_day(first: Match, last: Match, start: Timex, end: Timex) -> Timex:
    """The first of two times on the day that only the last says (``entre 8 h et 10 h lundi``)."""
    if not isinstance(first.node, ClockTime) or not isinstance(last.node, ClockTime):
        return start
    if first.node.day is not None or last.node.day is None:
        return start
    if "T" not in start.value or days_of(end.value) is None:
        return start
    value = f"{end.value[:_DAY]}{start.value[start.value.index('T') :]}"
    return Timex(start.type, value, start.mod, end.begin, end.end)


def _moves(tokens: Tokens, opening: int) -> bool:
    """Whether a verb before an index says that something is moved from one date to another."""
    for index in range(opening - 1, max(opening - _REACH, 0) - 1, -1):
        word = tokens.word(index)
        if word in _CLAUSE:
            return False
        # The dictionary takes some participles for adjectives of their own: `reporté`.
        infinitive = _PARTICIPLE.sub("er", word)
        if any(tokens.lexicon.among("moves", form) for form in (lemma(word), infinitive)):
            return True
    return False


def _stretch(first: Timex, last: Timex, tie: str) -> Timex | None:
    """From the first day of one date to the last day of another; None if they do not go so."""
    left, right = first.value.split("/")[0], last.value.split("/")[-1]
    if tie == "dash" and not (first.type == last.type == "DATE" and len(left) == len(right)):
        return None
    right = _over_midnight(left, right)
    if not _in_order(left, right):
        return None
    before, stop = days_of(left), days_of(right)
    begin = first.begin or (before[0].isoformat() if before else "")
    end = stop[1].isoformat() if stop and right != last.value else last.end
    kind = "TIME" if "TIME" in (first.type, last.type) else "DATE"
    return Timex(kind, f"{left}/{right}", _mod_of(first, last), begin, end)


def _in_order(left: str, right: str) -> bool:
    """Whether one value lies before another; of an unknown year or day, nothing says otherwise."""
    before, stop = days_of(left), days_of(right)
    if before is not None and stop is not None:
        if before == stop:
            return left < right
        return before[0] < stop[0] and before[1] <= stop[1]
    if left.startswith("BC"):
        return not right.startswith("BC") or left > right
    unknown = before is stop is None and left[0] == right[0] and left[0] in "XT"
    return unknown and left != right


def _over_midnight(left: str, right: str) -> str:
    """The later of two times of one day, on the next day where it comes before the other."""
    day = days_of(left)
    clock = "T" in left and left[:_DAY] == right[:_DAY] and right < left
    if not clock or day is None or day[0] == date.max:
        return right
    return f"{day[0] + timedelta(days=1)}{right[_DAY:]}"


def _lengths(first: Timex, last: Timex) -> Timex | None:
    """From one length of time to a longer one."""
    shorter, longer = _hours(first.value), _hours(last.value)
    if shorter is None or longer is None or shorter >= longer:
        return None
    return Timex("DURATION", f"{first.value}/{last.value}", _mod_of(first, last))


def _hours(value: str) -> float | None:
    match = _ONE_LENGTH.fullmatch(value)
    hours = _HOURS.get((match[1], match[3])) if match else None
    return int(match[2]) * hours if match and hours else None


def _mod_of(first: Timex, last: Timex) -> str:
    """What holds of the whole; which part of a year a bound is (``début 2024``), its days tell."""
    return next((mod for mod in ("AGE", "APPROX") if mod in (first.mod, last.mod)), "")
