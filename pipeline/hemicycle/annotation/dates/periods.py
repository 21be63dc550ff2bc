"""Parts of the year: quarters, half-years, weeks, school and parliamentary years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hemicycle.annotation.dates.anchor import UNKNOWN_YEAR, Anchor, Reading
from hemicycle.annotation.dates.calendar import days_of
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import THE_FEMININE, THIS_FEMININE
from hemicycle.knowledge.use import load_toml


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter, half-year, season or numbered week.

    Attributes:
        code: ``Q1``, ``H2``, ``SU``, ``W07``.
        year: the year if it is said.
        year_shift: years from this one if that is said (``de l'an dernier`` -1).
        shift: ``last``, ``next`` or empty.
    """

    code: str
    year: int | None = None
    year_shift: int | None = None
    shift: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period, in the year that is said or that the tense allows."""
        year = self.year if self.year is not None else anchor.year
        if year is not None:
            return Reading("DATE", f"{year:04d}-{self.code}", explicit=True)
        today = anchor.today
        if today is None:
            return Reading("DATE", f"{UNKNOWN_YEAR}-{self.code}")
        if self.year_shift is not None:
            return Reading("DATE", f"{today.year + self.year_shift:04d}-{self.code}")
        starts: dict[date, int] = {}
        for candidate in (today.year - 1, today.year, today.year + 1):
            days = days_of(f"{candidate:04d}-{self.code}")
            if days is not None:
                starts[days[0]] = candidate
        given = self._in_story(anchor)
        if given is not None:
            return Reading("DATE", f"{given:04d}-{self.code}", explicit=True)
        if self.shift:
            chosen = self._shifted(list(starts), today)
        else:
            chosen = anchor.choose(list(starts), 180 if self.code[0] == "H" else 90)
        return None if chosen is None else Reading("DATE", f"{starts[chosen]:04d}-{self.code}")

    def _in_story(self, anchor: Anchor) -> int | None:
        if self.shift or anchor.story is None:
            return None
        days = days_of(f"{anchor.story.year:04d}-{self.code}")
        return anchor.story_year(days[1].month, days[1].day) if days else None

    def _shifted(self, starts: list[date], today: date) -> date | None:
        if self.shift in ("next", "following"):
            return next((day for day in starts if day > today), None)
        return next((day for day in reversed(starts) if (today - day).days > 92), None)


def year_of(tokens: Tokens, index: int) -> tuple[int | None, int | None, int] | None:
    """``2024``, ``de 2024``, ``de l'année 2024``, ``de l'an dernier`` at an index.

    Returns:
        The year, or how many years it is from this one, and the index behind; None if no year.
    """
    at = tokens.skip_of(index)
    if tokens.among("numbered_years", at):
        shift = tokens.get("shifts", at + 1)
        if isinstance(shift, str):
            return None, {"last": -1, "previous": -1}.get(shift, 1), at + 2
        if tokens.word(at - 1) in THIS_FEMININE and tokens.get("units", at) == "Y":
            return None, 0, at + 1
        if (stop := tokens.behind("under_way", at + 1)) > 0:
            return None, 0, stop
        at += 1
    figures = tokens.figures(at)
    number = tokens.number(at)
    if figures is None or len(tokens.word(at)) != 4 or not 1000 <= figures[0] <= 2199:
        words = tokens.cardinal(at)
        if words is not None and 1000 <= words[0] <= 2199 and not tokens.word(at).isdigit():
            return words[0], None, words[1]
        return None
    if number is not None and number[1] > figures[1]:
        return None
    if tokens.word(figures[1]) in ("-", "/") and tokens.glued(figures[1]):
        return None
    return figures[0], None, figures[1]


def _this_year(tokens: Tokens, index: int) -> tuple[None, int, int] | None:
    """``de l'année`` where nothing tells which: this one; as :func:`year_of` gives it."""
    stop = tokens.behind("of_the_whole_year", index)
    if stop < 0 or tokens.skip_of(stop) > stop:
        return None
    return None, 0, stop


def ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``premier``, ``2e``, ``IVe``, ``dernier`` (-1) at an index, and the index behind."""
    value = tokens.get("ordinals", index)
    if isinstance(value, int):
        return value, index + 1
    figures = tokens.figures(index)
    if figures is not None and tokens.glued(index + 1) and tokens.word(index + 1) in _ENDINGS:
        return figures[0], index + 2
    value = tokens.get("roman", index)
    if isinstance(value, int) and tokens.raw(index)[0].isupper() and len(tokens.word(index)) > 1:
        return value, index + 1
    return None


_ENDINGS = ("er", "re", "ère", "ere", "e", "è", "ème", "eme", "nd", "nde", "d", "ième")
_PARTS = {"Q": 4, "H": 2}


@rule("number", "ordinals", "roman")
def quarter_or_half(tokens: Tokens, index: int) -> Match | None:
    """A quarter or half-year by its number.

    Examples:
        Au [premier trimestre 2024] -> 2024-Q1
        Au [2e semestre de 2025] -> 2025-H2
        Au [troisième trimestre] -> 2026-Q3
        Le [1er semestre de l'an dernier] -> 2025-H1
        Au [dernier trimestre 2025] -> 2025-Q4
        Le [IVe trimestre 2023] -> 2023-Q4
        Au [dernier trimestre de l'année] -> 2026-Q4
        Au [4e trim. 2023] -> 2023-Q4
    """
    found = ordinal(tokens, index)
    if found is None:
        return None
    number, at = found
    unit = tokens.get("units", at)
    if tokens.get("short_units", at) is not None and tokens.word(at + 1) == ".":
        unit, at = tokens.get("short_units", at), at + 1
    if unit not in ("Q", "H") or number > _PARTS[str(unit)]:
        return None
    year = year_of(tokens, at + 1) or _this_year(tokens, at + 1)
    if number == -1 and year is None:
        return None
    code = f"{unit}{number if number > 0 else _PARTS[str(unit)]}"
    if year is None:
        return Match(index, at + 1, PartOfYear(code))
    return Match(index, year[2], PartOfYear(code, year[0], year[1]))


@rule("quarters")
def short_quarter(tokens: Tokens, index: int) -> Match | None:
    """Statisticians' short form.

    Examples:
        Au [T1 2024] -> 2024-Q1
        Au [S2 2025] -> 2025-H2
        Au [T1-2024] -> 2024-Q1
    """
    figures = tokens.figures(index + 1)
    if figures is None or not tokens.glued(index + 1) or not tokens.raw(index).isupper():
        return None
    unit = str(tokens.get("quarters", index))
    year = year_of(tokens, tokens.skip(index + 2, "-", "‑", "/"))
    if not 1 <= figures[0] <= _PARTS[unit] or year is None or year[0] is None:
        return None
    return Match(index, year[2], PartOfYear(f"{unit}{figures[0]}", year[0]))


def two_years(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The first year of ``2024-2025`` and the index behind it."""
    first, second = tokens.figures(index), tokens.figures(index + 2)
    if first is None or second is None or tokens.word(index + 1) not in ("-", "/", "–", "‑"):
        return None
    if len(tokens.word(index)) != 4 or not 1000 <= first[0] <= 2199:
        return None
    last = second[0] % 100
    return (first[0], index + 3) if last == (first[0] + 1) % 100 else None


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """A year that does not begin in January (school, parliament): its months, by the two years.

    Attributes:
        first: its first calendar year, None if it is said by an adjective.
        months: first and last month.
        shift: years from the current one.
    """

    first: int | None
    months: tuple[int, int]
    shift: int = 0

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The range of its months."""
        first = self.first
        if first is None:
            if anchor.today is None:
                return None
            first = anchor.today.year - (anchor.today.month < self.months[0]) + self.shift
        begin = f"{first:04d}-{self.months[0]:02d}"
        return Reading(
            "DATE", f"{begin}/{first + 1:04d}-{self.months[1]:02d}", explicit=self.first is not None
        )


@rule("working_years")
def working_year(tokens: Tokens, index: int) -> Match | None:
    """A school, university or parliamentary year.

    Examples:
        L'[année scolaire 2024-2025] -> 2024-09/2025-08
        La [session 2023-2024] -> 2023-10/2024-06
        La [session ordinaire 2025-2026] -> 2025-10/2026-06
        L'[année scolaire prochaine] -> 2026-09/2027-08
    """
    head = tokens.get("working_years", index)
    assert isinstance(head, dict)
    for adjective, span in head.items():
        words = adjective.split()
        at = tokens.follows(index + 1, *words)
        if at < 0:
            continue
        pair = two_years(tokens, tokens.skip_of(at))
        if pair is not None:
            return Match(index, pair[1], WorkingYear(pair[0], (span[0], span[1])))
        shift = tokens.get("shifts", at)
        if words and isinstance(shift, str):
            count = 1 if shift in ("next", "following") else -1
            return Match(index, at + 1, WorkingYear(None, (span[0], span[1]), count))
        if words and tokens.behind("under_way", at) > 0:
            return Match(index, at + 2, WorkingYear(None, (span[0], span[1])))
    return None


@dataclass(frozen=True, slots=True)
class Event:
    """A time of the year that the calendar of public life gives a month, school's by the country.

    Attributes:
        part: the month, with what says the year.
        school: whether it is the month in which school begins.
    """

    part: PartOfYear
    school: bool

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The month; that in which school begins in the document's country."""
        month = school_start(anchor.country) if self.school else 0
        part = replace(self.part, code=f"{month:02d}") if month else self.part
        return part.resolve(anchor)


def school_start(country: str) -> int:
    """The month of school's first day in a country, 0 if the lexicon has none of its own."""
    months: dict[str, int] = load_toml("lexicons", "holidays.toml")["school_starts"]
    return months.get(country, 0)


@rule("events")
def yearly_event(tokens: Tokens, index: int) -> Match | None:
    """A time of the year that the calendar of public life gives a month.

    Examples:
        À la [rentrée] -> 2026-09
        La [rentrée 2025] -> 2025-09
        Avant la [rentrée scolaire 2024-2025] -> 2024-09
        La rentrée littéraire -> nothing
    """
    month = tokens.get("events", index)
    assert isinstance(month, int)
    schooling = tokens.among("of_school", index + 1)
    at = index + 1 + schooling
    school = not tokens.among("of_politics", at)

    def event(**said: Any) -> Event:
        return Event(PartOfYear(f"{month:02d}", **said), school)

    pair = two_years(tokens, at)
    if pair is not None:
        return Match(index, pair[1], event(year=pair[0]))
    year = year_of(tokens, at)
    if year is not None:
        return Match(index, year[2], event(year=year[0], year_shift=year[1]))
    shift = tokens.get("shifts", at)
    if isinstance(shift, str):
        return Match(index, at + 1, event(shift=shift))
    if tokens.get("months", tokens.skip_of(at)) is not None:
        return None
    asks = tokens.word(index - 1) in THE_FEMININE and tokens.lexicon.among(
        "before_event", tokens.word(index - 2)
    )
    goes_on = tokens.word(at).isalpha() and not tokens.broken(at)
    if not asks or (goes_on and not tokens.lexicon.among("after_event", tokens.word(at))):
        return None
    return Match(index, at, event())


@rule("units")
def numbered_week(tokens: Tokens, index: int) -> Match | None:
    """A week by its ISO number, and the week of a day.

    Examples:
        La [semaine 12] -> 2026-W12
        En [semaine 7 de 2024] -> 2024-W07
    """
    if tokens.get("units", index) != "W":
        return None
    found = tokens.figures(index + 1)
    if found is None or not 1 <= found[0] <= 53 or tokens.glued(found[1]):
        after = tokens.word(found[1]) if found else ""
        if found is None or not 1 <= found[0] <= 53 or after not in (".", ",", ";", ")"):
            return None
    year = year_of(tokens, found[1])
    code = f"W{found[0]:02d}"
    if year is None:
        return Match(index, found[1], PartOfYear(code))
    return Match(index, year[2], PartOfYear(code, year[0], year[1]))
