"""Days to the periods that summaries count by."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hemicycle.settings import Frequency


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
