"""Holidays and named days: ``Noël``, ``la Toussaint``, ``Pâques``, ``la fête nationale``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hemicycle.annotation.dates.anchor import UNKNOWN_YEAR, Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.periods import year_of
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import FOR, PLAIN_OF_TO
from hemicycle.knowledge.use import load_toml

_GIVING = PLAIN_OF_TO | FOR

_HORIZON = 30


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes back each year.

    Attributes:
        fixed: ``MM-DD``, or empty.
        easter: days from Easter Sunday, None if it does not move with Easter.
        national: the national day of the document's country.
        year: the year if it is said.
        year_shift: years from this one if that is said.
        shift: ``last``, ``next`` or empty.
    """

    fixed: str
    easter: int | None
    national: bool = False
    year: int | None = None
    year_shift: int | None = None
    shift: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The day; without year or tense the one within a month, else the next."""
        fixed = national_day(anchor.country) if self.national else self.fixed
        if self.national and not fixed:
            return None
        year = self.year if self.year is not None else anchor.year
        today = anchor.today
        if self.year is None and self.year_shift is None and today is None:
            # Nobody knows the document's date: the holiday next to the day last spoken of is meant.
            days = anchor.last.days if anchor.last is not None else None
            if days is not None and days[0] == days[1]:
                today, year = days[0], None
        if year is None and self.year_shift is not None and today is not None:
            year = today.year + self.year_shift
        if year is not None:
            return Reading("DATE", self._day(year, fixed).isoformat(), explicit=True)
        if today is None:
            return Reading("DATE", f"{UNKNOWN_YEAR}-{fixed}" if fixed else f"{UNKNOWN_YEAR}-XX-XX")
        near = [self._day(y, fixed) for y in (today.year - 1, today.year, today.year + 1)]
        return Reading("DATE", self._choose(near, today, anchor).isoformat())

    def _choose(self, days: list[date], today: date, anchor: Anchor) -> date:
        past = [day for day in days if day <= today]
        future = [day for day in days if day > today]
        if self.shift in ("last", "previous"):
            return past[-1]
        if self.shift:
            return future[0]
        nearest = min(days, key=lambda day: abs((day - today).days))
        if abs((nearest - today).days) <= _HORIZON:
            return nearest
        return past[-1] if anchor.tense() == "past" else future[0]

    def _day(self, year: int, fixed: str) -> date:
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        month, day = map(int, fixed.split("-"))
        return date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, from dateutil, which spaCy's pandas brings."""
    from dateutil.easter import easter as computed

    day: date = computed(year)
    return day


def national_day(country: str) -> str:
    """The national day of a country as ``MM-DD``, empty if the lexicon has none."""
    days: dict[str, str] = load_toml("lexicons", "holidays.toml")["national_days"]
    return days.get(country or "FR", "")


@rule("holidays")
def holiday(tokens: Tokens, index: int) -> Match | None:
    """A holiday by its name, and the year if it follows.

    Examples:
        À [Noël] -> 2026-12-25
        La [Toussaint 2025] -> 2025-11-01
        Ils ont défilé le [lundi de Pâques] -> 2026-04-06
        Le [lundi de Pâques 2025] -> 2025-04-21
        Le [jour de l'an] -> 2027-01-01
        Rue de Noël -> nothing
    """
    found = next(tokens.lexicon.holidays.at(tokens.words, index), None)
    if found is None or _elsewhere(tokens, index, *found):
        return None
    stop, entry = found
    year = year_of(tokens, stop)
    shift = tokens.get("shifts", stop)
    easter_days = entry.get("easter")
    fixed = str(entry.get("day", ""))
    return Match(
        index,
        year[2] if year else stop + isinstance(shift, str),
        Holiday(
            fixed,
            easter_days if isinstance(easter_days, int) else None,
            bool(entry.get("national")),
            year[0] if year else None,
            year[1] if year else None,
            shift if isinstance(shift, str) else "",
        ),
    )


def _elsewhere(tokens: Tokens, index: int, stop: int, entry: dict[str, object]) -> bool:
    """A street, an island, a first name, ``le père Noël``: no holiday."""
    before = tokens.word(index - 1)
    known = tokens.lexicon
    if known.among("before_no_holiday", before) or known.among(
        "before_no_holiday", tokens.word(index - 2)
    ):
        return True
    if entry.get("capital") and not tokens.raw(index)[0].isupper():
        return True
    if not entry.get("first_name"):
        return False
    followed = tokens.raw(stop)[:1].isupper() and not tokens.broken(stop)
    preceded = index > 1 and tokens.raw(index - 1)[:1].isupper() and not tokens.broken(index)
    return followed or (preceded and before not in _GIVING)
