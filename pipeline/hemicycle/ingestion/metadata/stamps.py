"""Days as programs write them: ISO 8601 in its forms, RFC 822, English, seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dateutil import parser

_ISO = re.compile(r"(\d{4})([-/.])(\d{2})\2(\d{2})(?:[T ].*|Z|[+-]\d{2}:?\d{2})?")
# `20231204`, `20231204T1830`, and to the second or its thousandth `20231204183000000`.
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2}(?:\d{3})?)?Z?)?")
_SECONDS = re.compile(r"\d{10}|\d{13}")
_SHORT_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})")
_ENGLISH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DAY_AND_YEAR = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b.*\b(?:1[5-9]|2[01])\d\d\b")
_EARLIEST = 1500
_LATEST = 2200
_GIVEN = (datetime(2001, 1, 1), datetime(2002, 2, 2))
_FROM = 10**8  # seconds: 1973
_TO = 5 * 10**9  # 2128
_THOUSAND = 1000


def stamped(value: object, today: date | None = None) -> date | None:
    """The day of a time stamp, None if it is none or tells no full day.

    Args:
        value: text, or a number of seconds or of their thousandths since 1970.
        today: a year of two digits is one not later than the next; today by default.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    text = str(value or "").strip()
    for pattern in (_ISO, _COMPACT):
        if (match := pattern.fullmatch(text)) and (day := _of(pattern, match)):
            return day
    if _SECONDS.fullmatch(text):
        return _since_1970(float(text))
    if match := _SHORT_YEAR.fullmatch(text):
        return day_of(_century(int(match[4]), today), match[3], match[1])
    if _ENGLISH.search(text) and _DAY_AND_YEAR.search(text):
        return _english(text)
    return None


def _english(text: str) -> date | None:
    """The day that English words tell whole: what is not told is taken from a given day."""
    try:
        days = {parser.parse(text, default=given).date() for given in _GIVEN}
    except (ValueError, OverflowError):  # French, or no date
        return None
    found = days.pop()
    return found if not days and _EARLIEST <= found.year <= _LATEST else None


def _of(pattern: re.Pattern[str], match: re.Match[str]) -> date | None:
    month, day = (match[3], match[4]) if pattern is _ISO else (match[2], match[3])
    found = day_of(match[1], month, day)
    return found if found is not None and _EARLIEST <= found.year <= _LATEST else None


def _since_1970(number: float) -> date | None:
    if not _FROM <= number <= _TO * _THOUSAND:  # an integer may be too large for a float
        return None
    seconds = number / _THOUSAND if number >= _FROM * _THOUSAND else number
    return datetime.fromtimestamp(seconds, UTC).date() if _FROM <= seconds <= _TO else None


def _century(year: int, today: date | None) -> int:
    this = (today or datetime.now(UTC).date()).year
    return year + 2000 if year + 2000 <= this + 1 else year + 1900


def day_of(year: str | int, month: str | int, day: str | int) -> date | None:
    """The day of a calendar, None if it has none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
