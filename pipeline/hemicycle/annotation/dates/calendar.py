"""The days that a TIMEX3 value covers (ISO 8601 days, both ends included)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

_SHAPE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    r"|-W(?P<week>[0-9]{2})(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
    r"(?:T.*)?"
)
# First month of each season; astronomical limits vary by a day, meteorological ones do not.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(maxsize=4096)
def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 value, None if it names no stretch of the calendar.

    Seasons are the meteorological ones (three whole months); winter ``2025-WI`` begins in
    December 2025. A century ``18`` is 1801 to 1900, a decade ``199`` 1990 to 1999.

    Examples:
        >>> days_of("2024-Q1")
        (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    """
    if "/" in value:
        first, _, last = value.partition("/")
        left, right = days_of(first), days_of(last)
        return (left[0], right[1]) if left and right else None
    try:
        return _days_of(value)
    except ValueError:
        return None


def _days_of(value: str) -> Days | None:
    if re.fullmatch(r"[0-9]{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"[0-9]{2}", value):
        return date(int(value) * 100 + 1, 1, 1), date(int(value) * 100 + 100, 12, 31)
    match = _SHAPE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return months(year, int(match["month"]), 1)
    if match["week"]:
        first = date.fromisocalendar(year, int(match["week"]), 6 if match["weekend"] else 1)
        return first, first + timedelta(days=1 if match["weekend"] else 6)
    if match["quarter"]:
        return months(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return months(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return months(year, _SEASONS[match["season"]], 3)
    return months(year, 1, 12)


def months(year: int, month: int, count: int) -> Days:
    """First and last day of ``count`` months from the given one.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    last = add_months(date(year, month, 1), count - 1)
    return date(year, month, 1), last.replace(day=monthrange(last.year, last.month)[1])


def add_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months later, or that month's last day.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date) -> str:
    """The ISO week of a day, as a TIMEX3 value."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def part_of(days: Days, mod: str) -> Days:
    """The first, middle or last third of a stretch (TIMEX3 mod ``START``, ``MID``, ``END``).

    A stretch of whole months is cut between months, a shorter one between days.
    """
    first, last = days
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole > 2 and first.day == 1 and (last + timedelta(days=1)).day == 1:
        third = whole // 3
        begins = {"START": 0, "MID": third, "END": whole - third}[mod]
        count = whole - 2 * third if mod == "MID" else third
        return months(*add_months(first, begins).timetuple()[:2], count)
    length = (last - first).days + 1
    third = max(length // 3, 1)
    if mod == "START":
        return first, first + timedelta(days=third - 1)
    if mod == "END":
        return last - timedelta(days=third - 1), last
    if mod == "MID" and length > 2:
        return first + timedelta(days=third), last - timedelta(days=third)
    return days
