"""A text to its temporal expressions: the grammar's matches resolved one after the other."""

from __future__ import annotations

import re
from datetime import date

# The rule modules declare their rules when they are imported.
from pipeline.annotation.dates import (
    absolute,
    centuries,
    clock,
    day_numbers,
    day_parts,
    distances,
    durations,
    holidays,
    inside,
    near_days,
    numeric,
    parts,
    periods,
    relative,
    republican,
    same_time,
    seasons,
    sets,
    several,
    terms,
    timestamps,
    weekdays,
    years,
)
from pipeline.annotation.dates.anchor import Anchor, Reading
from pipeline.annotation.dates.attach import attach_times
from pipeline.annotation.dates.bounds import bound_before, bounded
from pipeline.annotation.dates.calendar import part_of
from pipeline.annotation.dates.grammar import Match, read
from pipeline.annotation.dates.ranges import join_ranges
from pipeline.annotation.dates.tense import find_tense
from pipeline.annotation.dates.tokens import Tokens
from pipeline.annotation.mentions import Mention
from pipeline.annotation.values import Timex

PHENOMENA = (
    absolute,
    centuries,
    clock,
    day_numbers,
    day_parts,
    distances,
    durations,
    holidays,
    inside,
    near_days,
    numeric,
    parts,
    periods,
    relative,
    republican,
    same_time,
    seasons,
    sets,
    several,
    terms,
    timestamps,
    weekdays,
    years,
)
_JOIN = re.compile(r"[\s,]*(?:et|ou|au|à|-|–|jusqu['’]au|puis)?\s*(?:l[ea]s?|du|de|en|au)?\s*")
_NEAR = 700


def read_dates(text: str, document_date: date | None, country: str) -> list[Mention[Timex]]:
    """The temporal expressions of a text, in order.

    Args:
        text: any text.
        document_date: the day that relative expressions are counted from, if it is known.
        country: ISO 3166-1 alpha-2, or empty.
    """
    tokens = Tokens(text)
    matches = join_ranges(tokens, attach_times(tokens, read(tokens)))
    anchor = Anchor(document_date, country)
    found: list[Mention[Timex]] = []
    explicit_at = day_at = -_NEAR
    for number, match in enumerate(matches):
        start, end = tokens.starts[match.first], tokens.ends[match.behind - 1]
        anchor.find_tense = lambda match=match: find_tense(  # type: ignore[misc]
            tokens, match.first, match.behind, bound_before(tokens, match.first)
        )
        anchor.year = _shared_year(tokens, matches, number, anchor)
        if anchor.year is None and document_date is None and start - explicit_at < _NEAR:
            anchor.year = _year_of(anchor.last)
        anchor.nearby = _day_beside(tokens, matches, number, anchor) or (
            anchor.last.days[0]
            if anchor.last and anchor.last.days and start - day_at < _NEAR
            else None
        )
        reading = _resolved(match, anchor)
        if reading is None:
            continue
        if reading.type in ("DATE", "TIME") and reading.days is not None:
            anchor.last = reading
            day_at = end if len(reading.value) >= 10 else -_NEAR
            explicit_at = end if reading.explicit else explicit_at
        found.append(
            Mention(start, end, reading.type, _timex(tokens, match, reading, document_date))
        )
    return found


def _resolved(match: Match, anchor: Anchor) -> Reading | None:
    """What a match means; None if it is no date, or one outside the years 1 to 9999."""
    try:
        return match.node.resolve(anchor)
    except (ValueError, OverflowError):
        return None


def _timex(tokens: Tokens, match: Match, reading: Reading, today: date | None) -> Timex:
    days = reading.days
    bound = bound_before(tokens, match.first) if reading.type in ("DATE", "TIME") else ""
    if days is None:
        return Timex(reading.type, reading.value, reading.mod)
    if reading.mod in ("START", "MID", "END"):
        days = part_of(days, reading.mod)
    mod, begin, end = bounded(days, bound, today)
    return Timex(reading.type, reading.value, reading.mod or mod, begin, end)


def _year_of(reading: Reading | None) -> int | None:
    return int(reading.value[:4]) if reading and reading.value[:4].isdigit() else None


def _shared_year(tokens: Tokens, matches: list[Match], number: int, anchor: Anchor) -> int | None:
    """The year of a later date that this one is joined to: ``les 13 juillet et 8 septembre 1993``."""
    node = matches[number].node
    if not isinstance(node, absolute.CalendarDate) or node.year is not None or node.shift:
        return None
    if number and _joined(tokens, matches[number - 1], matches[number]) and anchor.last is not None:
        before = matches[number - 1].node
        year = _year_of(anchor.last)
        if isinstance(before, absolute.CalendarDate) and before.year is None and year:
            return year + (before.month > node.month)
    for index in range(number, len(matches) - 1):
        this, following = matches[index], matches[index + 1]
        if not _joined(tokens, this, following):
            return None
        other = following.node
        if not isinstance(other, absolute.CalendarDate):
            return None
        if other.year is not None:
            crosses = other.month < node.month
            return other.year - crosses
    return None


def _joined(tokens: Tokens, first: Match, last: Match) -> bool:
    """Whether only ``et``, ``au``, a comma and the like stand between two matches."""
    gap = tokens.text[tokens.ends[first.behind - 1] : tokens.starts[last.first]]
    return len(gap) < 24 and _JOIN.fullmatch(gap) is not None


def _day_beside(tokens: Tokens, matches: list[Match], number: int, anchor: Anchor) -> date | None:
    """The day said right behind a clock time (``vers 0 h 40, jeudi``)."""
    if number + 1 >= len(matches) or not isinstance(matches[number].node, clock.ClockTime):
        return None
    following = matches[number + 1]
    gap = tokens.text[tokens.ends[matches[number].behind - 1] : tokens.starts[following.first]]
    if gap.strip() not in ("", ",", "le", ", le"):
        return None
    reading = _resolved(following, anchor)
    return reading.days[0] if reading and reading.days and len(reading.value) == 10 else None
