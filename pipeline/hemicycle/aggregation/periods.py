"""Days to the periods that summaries count by."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import dropwhile

from hemicycle.settings import Frequency

_FINEST_FIRST: tuple[Frequency, ...] = ("day", "week", "month", "quarter", "year")


@lru_cache(maxsize=1 << 12)
def period_of(day: date | None, frequency: Frequency) -> str:
    """The period that holds a day: `2025-12-31`, `2026-W01`, `2025-12`, `2025-Q4`, `2025`.

    Empty without a day. Weeks are ISO weeks, which belong to the year of their Thursday.
    """
    if day is None:
        return ""
    if frequency == "day":
        return day.isoformat()
    if frequency == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if frequency == "month":
        return f"{day.year:04}-{day.month:02}"
    if frequency == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"


def period_of_span(begin: date, end: date, frequency: Frequency) -> str:
    """The finest period, not finer than ``frequency``, that holds two days and all between.

    Days of several years give the first and the last year: `2026/2030`.
    """
    for coarser in dropwhile(lambda name: name != frequency, _FINEST_FIRST):
        period = period_of(begin, coarser)
        if period == period_of(end, coarser):
            return period
    return f"{begin.year:04}/{end.year:04}"
