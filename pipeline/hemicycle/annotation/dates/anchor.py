"""Against what an expression is read: the document's date, the last date, the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from hemicycle.annotation.dates.calendar import days_of
from hemicycle.values import value

UNKNOWN_YEAR = "XXXX"
# Days up to which what is past is meant, not what is at least as far ahead as the other.
_PAST, _FAR = 100, 150
# Days within which another year than the document's is meant when nothing tells.
_CLOSE = 60


@value
class Reading:
    """A resolved expression.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        mod: TIMEX3 mod, or empty.
        explicit: whether the text itself gives the year.
    """

    type: str
    value: str
    mod: str = ""
    explicit: bool = False

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day that the value covers."""
        return days_of(self.value) if self.type in ("DATE", "TIME") else None


@dataclass(slots=True)
class Anchor:
    """What is known at one place of a text.

    Attributes:
        today: the document's date, None if nobody knows it.
        country: ISO 3166-1 alpha-2, or empty.
        last: the last date mentioned, None at first.
        year: a year that the surrounding text gives (``le 13 juillet et le 8 septembre 1993``).
        nearby: the day that a clock time or part of the day belongs to.
        yearly: whether ``chaque année`` stands right before.
        habitual: whether what recurs has just been said (``le samedi, de 8 h à 10 h``).
        story: the last day of the paragraph with its year, where a story goes on in the past.
        find_tense: tells the tense at this place, ``past``, ``story``, ``future`` or empty.
    """

    today: date | None = None
    country: str = ""
    last: Reading | None = None
    year: int | None = None
    nearby: date | None = None
    yearly: bool = False
    habitual: bool = False
    story: date | None = None
    find_tense: Callable[[], str] = field(default=lambda: "")

    @property
    def last_days(self) -> tuple[date, date] | None:
        """First and last day of the last date mentioned, else of today."""
        if self.last is not None and self.last.days is not None:
            return self.last.days
        return (self.today, self.today) if self.today else None

    def tense(self) -> str:
        """``past``, ``future`` or empty at this place."""
        tense = self.find_tense()
        return "past" if tense == "story" else tense

    def is_going_on(self, first: str, last: str) -> bool:
        """Whether today lies between two days of this year: what is told in the past then has begun
        (``a été reçu du 19 au 22 novembre``, of the 21st).

        Args:
            first: ``YYYY-MM-DD`` of any year.
            last: the same, of the same year.
        """
        if self.today is None:
            return False
        today = self.today.isoformat()[4:]
        return first[4:] <= today <= last[4:]

    def story_year(self, month: int, day: int) -> int | None:
        """The year in which a story of an earlier year goes on: the first day not before its last.

        Args:
            month: 1..12.
            day: the last day that is meant.
        """
        if self.story is None or self.today is None or self.story.year >= self.today.year:
            return None
        if self.find_tense() != "story":
            return None
        year = self.story.year + ((month, day) < (self.story.month, self.story.day))
        return year if (year, month) <= (self.today.year, self.today.month) else None

    def choose(self, candidates: list[date], tolerance: int = 0) -> date | None:
        """The occurrence that the tense allows, of days that recur (ascending, one a year).

        Past: the latest that has begun. Future: the first that is not over. No tense: the one in
        the year of the document, as a writer leaves out the current year, unless another is less
        than two months away, or is a few months past where that one is far ahead (a text of January
        that tells of the fourth quarter).

        Args:
            candidates: first days of the occurrences.
            tolerance: days by which an occurrence is long.
        """
        if self.today is None or not candidates:
            return None
        today = self.today
        tense = self.tense()
        if tense == "past":
            past = [day for day in candidates if day <= today]
            return past[-1] if past else candidates[0]
        if tense == "future":
            future = [day for day in candidates if (today - day).days <= tolerance]
            return future[0] if future else candidates[-1]
        same = [day for day in candidates if day.year == today.year]
        away = {day: _away(day, today, tolerance) for day in candidates}
        nearest = min(candidates, key=lambda day: abs(away[day]))
        if not same or abs(away[nearest]) < _CLOSE:
            return nearest
        stop = -_PAST < away[nearest] < 0 and away[same[0]] > _FAR
        return nearest if stop else same[0]


def _away(first: date, today: date, tolerance: int) -> int:
    """Days from today to an occurrence that lasts so many days more; below 0 if it is over."""
    days = (first - today).days
    return days if days >= 0 else min(days + tolerance, 0)
