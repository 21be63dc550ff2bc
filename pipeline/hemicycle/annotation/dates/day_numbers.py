"""Days of one month said together, and days without their month: ``du 3 au 7 mai``, ``le 16``."""

from __future__ import annotations

import itertools
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from hemicycle.annotation.dates.absolute import (
    CalendarDate,
    day_month_year,
    day_number,
    month_name,
    weekday_day,
)
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.calendar import add_months
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    AND_OR,
    BETWEEN,
    OF_THE_ONE,
    THE,
    THE_MASCULINE,
    TO_THE_ONE,
    UNTIL,
)

_MOST = 12
_FULL_DAY = len("2026-05-13")
_MONTH = len("2026-05")


@dataclass(frozen=True, slots=True)
class DayRange:
    """Two days said with one month: ``du 3 au 7 mai``.

    Attributes:
        first: the first day, with its weekday if it is said.
        last: the last day.
    """

    first: CalendarDate
    last: CalendarDate

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The range from the first to the last day."""
        last = self._agreed(self.last).resolve(anchor)
        if last is None:
            return None
        year, end = last.value[:4], last.value
        if not last.explicit and anchor.is_going_on(self.first.value_in(year), end):
            assert anchor.today is not None
            year = f"{anchor.today.year:04d}"
            end = self.last.value_in(year)
        first = self.first.value_in(year)
        return Reading("DATE", f"{first}/{end}", explicit=last.explicit)

    def _agreed(self, last: CalendarDate) -> CalendarDate:
        """The last day without its weekday if the two weekdays contradict each other."""
        if self.first.weekday is None or last.weekday is None:
            return last
        days = (last.day or 0) - (self.first.day or 0)
        agree = (last.weekday - self.first.weekday - days) % 7 == 0
        return last if agree else replace(last, weekday=None)


_SIGNS = ("-", "–", "—", "‑")
_JOINTS = AND_OR | {","}


def _join(tokens: Tokens, index: int) -> tuple[bool, int] | None:
    """Whether what joins two days at an index leads from the first to the second (``au``, unlike
    ``et`` and ``,``), and the index of the second day."""
    word = tokens.word(index)
    until = tokens.word(index) in UNTIL
    through = tokens.word(index + until) in TO_THE_ONE or (word in _SIGNS and not until)
    if not through and word not in _JOINTS:
        return None
    return through, tokens.past(index + until + 1, THE_MASCULINE)


def _days(tokens: Tokens, index: int) -> tuple[list[tuple[int, int, int]], list[bool]]:
    """Days joined to one another: number, first index and index behind of each; what joins them."""
    days: list[tuple[int, int, int]] = []
    joins: list[bool] = []
    at = index
    while len(days) < _MOST:
        named = isinstance(tokens.get("weekdays", at), int)
        day = day_number(tokens, at + named)
        if day is None:
            break
        days.append((day[0], at, day[1]))
        join = _join(tokens, day[1])
        if join is None:
            break
        joins.append(join[0])
        at = join[1]
    return days, joins[: max(len(days) - 1, 0)]


@rule("number", "ordinals", "weekdays")
def days_of_one_month(tokens: Tokens, index: int) -> Match | None:
    """Several days that share the month said last.

    Two days with ``au``, and consecutive days with ``et``, are one range; days that do not follow
    one another are a row each.

    Examples:
        Du [3 au 7 mai] -> 2026-05-03/2026-05-07
        Les [8 et 9 juin 2024] -> 2024-06-08/2024-06-09
        Les [4] et [11 janvier 2026] -> 2026-01-04, 2026-01-11
        Du [lundi 4 au vendredi 8 mai] -> 2026-05-04/2026-05-08
        L'article 1er, le [2 mai 2025] -> 2025-05-02
    """
    days, joins = _days(tokens, index)
    if tokens.lexicon.among("numbered_things", tokens.word(index - 1)):
        return None
    if len(days) < 2 or month_name(tokens, days[-1][2]) is None:
        return None
    last_at = days[-1][1]
    named = isinstance(tokens.get("weekdays", last_at), int)
    final = weekday_day(tokens, last_at) if named else day_month_year(tokens, last_at)
    if final is None or not isinstance(final.node, CalendarDate):
        return None
    last = final.node
    between = tokens.word(index - 2) in BETWEEN and tokens.word(index - 1) in THE
    following = all(b[0] - a[0] == 1 for a, b in itertools.pairwise(days))
    if following or (len(days) == 2 and (joins[0] or between)):
        if days[0][0] >= days[-1][0]:
            return None
        return Match(index, final.stop, DayRange(_first_day(tokens, days[0], last), last))
    parts = tuple(
        Match(start, stop, CalendarDate(last.year, last.month, day, None, last.shift))
        for day, start, stop in days[:-1]
    )
    return Match(index, final.stop, last, (*parts, final))


def _first_day(tokens: Tokens, day: tuple[int, int, int], last: CalendarDate) -> CalendarDate:
    weekday = tokens.get("weekdays", day[1])
    return CalendarDate(
        last.year, last.month, day[0], weekday if isinstance(weekday, int) else None
    )


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is the one spoken of.

    Attributes:
        day: 1..31.
        last: the last day if it is a range.
        weekday: 1 (Monday) .. 7 if it is said; it decides between months.
        opens: whether it opens its sentence, before a comma (``Le 20, l'armée avance``).
    """

    day: int
    last: int | None = None
    weekday: int | None = None
    opens: bool = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The day in the month of the last date if one is near, else the one the tense allows."""
        near = anchor.nearby
        if near is not None:
            return self._in(near)
        given = self._told(anchor)
        if given is not None:
            return self._in(given)
        if anchor.today is None:
            return None
        if self.last is not None:
            return self._in(anchor.today)
        if self.weekday is not None:
            return self._on_weekday(anchor.today)
        past = anchor.tense() == "past"
        if past:
            return self._in(
                anchor.today if self.day <= anchor.today.day else add_months(anchor.today, -1)
            )
        return self._in(
            anchor.today if self.day >= anchor.today.day else add_months(anchor.today, 1)
        )

    def _told(self, anchor: Anchor) -> date | None:
        """A day of the month in which a story that is told day by day goes on, None if none is."""
        last = anchor.last
        if last is None or last.days is None or "/" in last.value:
            return None
        tense = anchor.tense()
        if self.weekday or not (self.opens or tense == "past") or tense == "future":
            return None
        if len(last.value) < _FULL_DAY:
            whole = len(last.value) == _MONTH and last.value[-2:].isdigit()
            return last.days[0] if whole and self.opens else None
        month = last.days[1] if self.day >= last.days[1].day else add_months(last.days[1], 1)
        stop = anchor.today is None or (month.year, month.month, self.day) <= (
            anchor.today.year,
            anchor.today.month,
            anchor.today.day,
        )
        return month if stop else None

    def _on_weekday(self, today: date) -> Reading | None:
        """In the nearest month in which the day is that weekday."""
        months = sorted(range(-6, 7), key=abs)
        readings = (self._in(add_months(today.replace(day=1), count)) for count in months)
        for reading in readings:
            if reading and date.fromisoformat(reading.value).isoweekday() == self.weekday:
                return reading
        return None

    def _in(self, month: date) -> Reading | None:
        last = monthrange(month.year, month.month)[1]
        if self.day > last or (self.last or 0) > last:
            return None
        value = f"{month:%Y-%m}-{self.day:02d}"
        return Reading("DATE", f"{value}/{month:%Y-%m}-{self.last:02d}" if self.last else value)


@rule("articles")
def lone_day(tokens: Tokens, index: int) -> Match | None:
    """``le`` and a number that counts nothing; the range ``du 13 au 18``.

    Examples:
        Rendez-vous le [16]. -> 2026-05-16
        Reçu le [3 avril 2025], rendu le [11]. -> 2025-04-03, 2025-04-11
        Fermé du [20 au 24]. -> 2026-05-20/2026-05-24
        Où en était-on en [mars] ? Le [11], il pleut. -> 2026-03, 2026-03-11
        Né le [3 avril 2025]. Du [15 au 20], repos -> 2025-04-03, 2025-04-15/2025-04-20
        Né le [3 avril 2025]. Le [20], il pleut. -> 2025-04-03, 2025-04-20
        L'amendement 12 et le 13. -> nothing
        Rendez-vous devant le 10, rue Haute -> nothing
    """
    word = tokens.word(index)
    if word in OF_THE_ONE:
        return _lone_range(tokens, index)
    if word not in THE_MASCULINE:
        return None
    day = day_number(tokens, index + 1)
    if day is None or not tokens.word(index + 1).isdigit() or not _day_ends(tokens, day[1]):
        return None
    if _counted_before(tokens, index):
        return None
    return Match(index + 1, day[1], DayOfMonth(day[0], opens=_opens(tokens, index, day[1])))


def _opens(tokens: Tokens, index: int, stop: int) -> bool:
    opening = tokens.broken(index) or tokens.word(index - 1) in (".", "!", "?", "…")
    return opening and tokens.word(stop) == ","


def day_of_month(tokens: Tokens, index: int) -> Match | None:
    """A number in figures at an index that may be a day whose month is not said.

    Args:
        tokens: the text.
        index: the number, behind ``du``.
    """
    day = day_number(tokens, index)
    if day is None or not tokens.word(index).isdigit() or not _day_ends(tokens, day[1]):
        return None
    return Match(index, day[1], DayOfMonth(day[0]))


def _lone_range(tokens: Tokens, index: int) -> Match | None:
    first = day_number(tokens, index + 1)
    if first is None or tokens.word(first[1]) not in TO_THE_ONE:
        return None
    last = day_number(tokens, first[1] + 1)
    if last is None or last[0] <= first[0] or not _day_ends(tokens, last[1]):
        return None
    opens = _opens(tokens, index, last[1])
    return Match(index + 1, last[1], DayOfMonth(first[0], last[0], opens=opens))


def _day_ends(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    if word in (".", ",", ":") and tokens.glued(index + 1) and tokens.figures(index + 1):
        return False
    known = tokens.lexicon
    return known.among("after_lone_day", word) and not known.among(
        "streets", tokens.word(index + 1)
    )


def _counted_before(tokens: Tokens, index: int) -> bool:
    """Whether the sentence numbers things (amendments, articles), so that ``le 13`` is one."""
    before = tokens.words[max(0, index - 12) : index]
    return any(tokens.lexicon.among("numbered_things", word) for word in before)


@rule("weekdays")
def weekday_number(tokens: Tokens, index: int) -> Match | None:
    """A weekday and a day without its month.

    Examples:
        On se retrouve [vendredi 15]. -> 2026-05-15
        Réunis [mardi 12], ils ont voté -> 2026-05-12
    """
    day = day_number(tokens, index + 1)
    weekday = tokens.get("weekdays", index)
    if day is None or not _day_ends(tokens, day[1]) or tokens.word(index).endswith("s"):
        return None
    assert isinstance(weekday, int)
    return Match(index, day[1], DayOfMonth(day[0], weekday=weekday))
