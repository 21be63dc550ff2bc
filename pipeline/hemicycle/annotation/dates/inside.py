"""Parts counted inside a period: ``premier mercredi de mars``, ``quinzaine d'avril``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hemicycle.annotation.dates.absolute import day_number
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.calendar import add_months, week
from hemicycle.annotation.dates.grammar import Match, Node, parse, rule
from hemicycle.annotation.dates.periods import ordinal, year_of
from hemicycle.annotation.dates.relative import SHIFT, Shifted
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import OF_THE_ONE, PLAIN_OF, THIS


@dataclass(frozen=True, slots=True)
class Fraction:
    """A half, third or quarter of a period: into how many parts it is cut."""

    parts: int


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th day, weekday, week-end, week, fortnight, third or month of a period.

    Attributes:
        number: from 1; -1 is the last one.
        what: a weekday 1..7, a unit code, ``F`` (half a month), ``T`` (ten days) or a fraction.
        whole: the period.
    """

    number: int
    what: str | int | Fraction
    whole: Node

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The part, None if the period has no such part."""
        whole = self.whole.resolve(anchor)
        if whole is None or whole.days is None:
            return None
        first, last = whole.days
        value = self._value(first, last)
        return None if value is None else Reading("DATE", value, explicit=whole.explicit)

    def _value(self, first: date, last: date) -> str | None:
        if isinstance(self.what, Fraction):
            return _fraction(first, last, self.number, self.what.parts)
        if self.what == "F":
            return _split(first, last, (1, 16), self.number)
        if self.what == "T":
            return _split(first, last, (1, 11, 21), self.number)
        if self.what == "M":
            month = first.month + self.number - 1 if self.number > 0 else last.month
            year = first.year if self.number > 0 else last.year
            found = date(year, month, 1) if month <= 12 else None
            return f"{found:%Y-%m}" if found and first <= found <= last else None
        if self.what == "W":
            day = first + timedelta(weeks=self.number - 1) if self.number > 0 else last
            return week(day) if first <= day <= last else None
        weekday = 6 if self.what == "WE" else self.what
        day = self._nth_day(first, last, weekday if isinstance(weekday, int) else 0)
        if not first <= day <= last:
            return None
        return f"{week(day)}-WE" if self.what == "WE" else day.isoformat()

    def _nth_day(self, first: date, last: date, weekday: int) -> date:
        if self.number < 0:
            back = (last.isoweekday() - weekday) % 7 if weekday else 0
            return last - timedelta(days=back)
        ahead = (weekday - first.isoweekday()) % 7 if weekday else 0
        step = 7 if weekday else 1
        return first + timedelta(days=ahead + step * (self.number - 1))


def _fraction(first: date, last: date, number: int, parts: int) -> str | None:
    """One of so many equal parts of a stretch of whole months, as a range of months."""
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or whole % parts or number > parts:
        return None
    number = number if number > 0 else parts
    if (first.month, whole, parts) == (1, 12, 2):
        return f"{first.year:04d}-H{number}"
    begin = add_months(first, whole // parts * (number - 1))
    end = add_months(begin, whole // parts - 1)
    return f"{begin:%Y-%m}/{end:%Y-%m}"


def _split(first: date, last: date, starts: tuple[int, ...], number: int) -> str | None:
    """Of a month cut at these days, the n-th part, as a range of days."""
    if (first.year, first.month) != (last.year, last.month) or number > len(starts):
        return None
    index = number - 1 if number > 0 else len(starts) - 1
    begin = first.replace(day=starts[index])
    end = first.replace(day=starts[index + 1] - 1) if index + 1 < len(starts) else last
    return f"{begin.isoformat()}/{end.isoformat()}"


@rule("number", "ordinals")
def nth_part(tokens: Tokens, index: int) -> Match | None:
    """An ordinal, a part and the period that it belongs to.

    Examples:
        La [première quinzaine d'avril] -> 2026-04-01/2026-04-15
        Le [premier mercredi de mars 2026] -> 2026-03-04
        Le [dernier jour d'octobre 2015] -> 2015-10-31
        Le [deuxième week-end de septembre 2025] -> 2025-W37-WE
        Le [3e jour de juin 2024] -> 2024-06-03
        La [première moitié de 2025] -> 2025-H1
        La [seconde moitié du XXe siècle] -> 1951-01/2000-12
        Le [premier quart du XXIe siècle] -> 2001-01/2025-12
    """
    found = ordinal(tokens, index)
    if found is None:
        return None
    number, at = found
    what = _part(tokens, at)
    if what is None:
        return None
    year = year_of(tokens, at + 1)
    if year is not None and year[0] is not None:
        return Match(index, year[2], Nth(number, what, Fixed("DATE", f"{year[0]:04d}")))
    whole_at = tokens.skip_of(at + 1)
    if tokens.word(whole_at - 1) in THIS:
        whole_at -= 1
    if whole_at == at + 1 and tokens.word(whole_at) not in THIS:
        return None
    if tokens.among("month_nouns", whole_at) and tokens.word(whole_at + 1) in PLAIN_OF:
        whole_at += 2
    whole = parse(tokens, whole_at)
    if whole is None or whole.first != whole_at or whole.parts:
        return None
    return Match(index, whole.stop, Nth(number, what, whole.node))


def _part(tokens: Tokens, index: int) -> str | int | Fraction | None:
    parts = tokens.get("fractions", index)
    if isinstance(parts, int):
        return Fraction(parts)
    if isinstance(part := tokens.get("parts_of_month", index), str):
        return part
    unit = tokens.get("units", index)
    if unit in ("D", "WE", "W", "M"):
        return str(unit)
    weekday = tokens.get("weekdays", index)
    return weekday if isinstance(weekday, int) else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that a day falls in."""

    day: Node

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The ISO week."""
        day = self.day.resolve(anchor)
        if day is None or day.days is None or "/" in day.value:
            return day
        return Reading("DATE", week(day.days[0]), explicit=day.explicit)


@rule("units")
def week_of_day(tokens: Tokens, index: int) -> Match | None:
    """The week of a day of the month.

    Examples:
        La [semaine du 6 octobre] -> 2026-W41
    """
    if tokens.get("units", index) != "W" or tokens.word(index + 1) not in OF_THE_ONE:
        return None
    inner = parse(tokens, index + 2)
    if inner is None or inner.parts:
        return None
    return Match(index, inner.stop, WeekOf(inner.node))


@rule("number", "ordinals")
def day_of_this_month(tokens: Tokens, index: int) -> Match | None:
    """A day of a month that is said by its distance.

    Examples:
        Le [3 de ce mois] -> 2026-05-03
        Le [12 du mois dernier] -> 2026-04-12
        Le [5 du mois prochain] -> 2026-06-05
    """
    day = day_number(tokens, index)
    if day is None or not tokens.word(index).isdigit():
        return None
    if (stop := tokens.behind("of_this_month", day[1])) > 0:
        return Match(index, stop, Nth(day[0], "D", Shifted("M", 0)))
    if tokens.behind("of_the_month", day[1]) < 0:
        return None
    shift = tokens.get("shifts", day[1] + 2)
    if not isinstance(shift, str):
        return None
    return Match(index, day[1] + 3, Nth(day[0], "D", Shifted("M", SHIFT[shift])))
