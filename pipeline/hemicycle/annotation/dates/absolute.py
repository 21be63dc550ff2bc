"""Days and months of the calendar: ``lundi 3 mai 2021``, ``1er avril``, ``déc. 2025``."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from hemicycle.annotation.dates.anchor import UNKNOWN_YEAR, Anchor, Reading
from hemicycle.annotation.dates.eras import year_of_era
from hemicycle.annotation.dates.grammar import Match, Nothing, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    AND_OR,
    IN,
    OF_THE_ONE,
    PLAIN_OF,
    THE_MASCULINE,
    THIS_FEMININE,
)
from hemicycle.values import value

# Figures of a year to which the number of a footnote is glued (`le 10 août 20232`).
_NOTED = (5, 6)
_SIGNS_OF_UNITS = frozenset(("%", "€", "$", "°"))


@value
class CalendarDate:
    """A month, or a day of a month, with or without its year.

    Attributes:
        year: the year if it is said.
        month: 1..12.
        day: 1..31, None for the whole month.
        weekday: 1 (Monday) .. 7 if it is said; it decides between years.
        shift: ``last``, ``next`` and the like, empty if not said.
        year_shift: years from this one, or from the last date's (``de l'an dernier`` -1).
        same_year: whether the year is counted from the last date (``de la même année``).
        era: ``BC`` for a year before Christ.
    """

    year: int | None
    month: int
    day: int | None = None
    weekday: int | None = None
    shift: str = ""
    year_shift: int | None = None
    same_year: bool = False
    era: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The day or month; the year by what is said, the tense, the weekday."""
        if self.year is not None:
            return Reading("DATE", self.value_in(f"{self.era}{self.year:04d}"), explicit=True)
        if anchor.year is not None and not (self.shift and anchor.today):
            return Reading("DATE", self.value_in(f"{anchor.year:04d}"), explicit=True)
        if self.year_shift is not None:
            days = anchor.last_days if self.same_year else None
            base = days[0] if days else anchor.today
            year = f"{base.year + self.year_shift:04d}" if base else UNKNOWN_YEAR
            return Reading("DATE", self.value_in(year), explicit=True)
        if anchor.today is None or anchor.yearly:
            return Reading("DATE", self.value_in(UNKNOWN_YEAR))
        given = None if self.shift else anchor.story_year(self.month, self.day or 31)
        if given is not None:
            return Reading("DATE", self.value_in(f"{given:04d}"), explicit=True)
        chosen = (
            self._shifted(anchor)
            if self.shift
            else anchor.choose(self._candidates(anchor.today), 0 if self.day else 30)
        )
        if chosen is None:
            return Reading("DATE", self.value_in(UNKNOWN_YEAR))
        return Reading("DATE", self.value_in(f"{chosen.year:04d}"))

    def value_in(self, year: str) -> str:
        """The TIMEX3 value in a year of four characters."""
        month = f"{year}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    def _candidates(self, today: date) -> list[date]:
        days = [
            date(year, self.month, self.day or 1)
            for year in range(max(today.year - 4, 1), min(today.year + 5, 9999))
            if (self.day or 1) <= monthrange(year, self.month)[1]
        ]
        near = [day for day in days if abs(day.year - today.year) <= 1]
        if self.weekday is not None:
            # The last one or the next: a day farther off has a mistaken weekday by chance.
            past = [day for day in near if day <= today]
            closest = past[-1:] + near[len(past) :][:1]
            near = [day for day in closest if day.isoweekday() == self.weekday] or near
        return near or days

    def _shifted(self, anchor: Anchor) -> date | None:
        assert anchor.today is not None
        base = anchor.today
        if self.shift in ("previous", "following") and anchor.last_days is not None:
            base = anchor.last_days[0]
        days = self._candidates(base)
        if self.shift in ("last", "previous"):
            past = [day for day in days if day <= base]
            if self.day is None and past and past[-1].replace(day=1) == base.replace(day=1):
                past = past[:-1]
            return past[-1] if past else None
        future = [day for day in days if day > base]
        return future[0] if future else None


def day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day of the month at an index (``3``, ``1er``, ``premier``, ``vingt et un``), and behind."""
    word = tokens.word(index)
    if tokens.among("first", index):
        return 1, index + 1
    found = tokens.cardinal(index)
    if found is None:
        return None
    day, stop = found
    if not 1 <= day <= 31 or (tokens.figures(index) and len(word) > 2):
        return None
    if word.isdigit() and tokens.among("ordinal_endings", stop):
        spaced = word == "1" and tokens.among("ending_of_first", stop)
        stop += tokens.glued(stop) or spaced
    return day, stop


def month_name(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """A month at an index, the index behind it, and whether the name is short."""
    month = tokens.get("months", index)
    if isinstance(month, int):
        return month, index + 1, False
    month = tokens.get("month_abbreviations", index)
    if isinstance(month, int):
        return month, tokens.skip(index + 1, "."), True
    return None


def year_number(tokens: Tokens, index: int, two_figures: bool) -> tuple[int, int] | None:
    """A year behind a month, and the index behind it.

    Args:
        tokens: the text.
        index: where it may stand; ``de l'an`` and ``de l'année`` may come first.
        two_figures: whether ``98`` may be 1998.
    """
    at = max(index, tokens.behind("of_the_year", index))
    at = tokens.skip(at, "'", "’") if two_figures else at
    figures = tokens.figures(at)
    if figures is not None:
        year, stop = figures
        length = len(tokens.word(at))
        number = tokens.number(at)
        if number is not None and number[1] > stop:
            return None
        unit = tokens.word(stop) in _SIGNS_OF_UNITS or tokens.among("units_after_figures", stop)
        if (unit and not tokens.broken(stop)) or (
            tokens.glued(stop)
            and tokens.word(stop) in (":", "/")
            and tokens.figures(stop + 1) is not None
        ):
            return None
        if tokens.glued(stop) and tokens.word(stop).isalnum():
            return None
        if length == 4 and 1000 <= year <= 2999:
            return year, stop
        if length in _NOTED and two_figures and not _counts(tokens, stop):
            year = int(tokens.word(at)[:4])
            return (year, stop) if 1900 <= year <= 2099 else None
        if length == 2 and two_figures and not _counts(tokens, stop):
            return full_year(year), stop
        return None
    words = tokens.cardinal(at)
    if words is not None and 1000 <= words[0] <= 2100:
        return words
    return None


def full_year(two: int) -> int:
    """The year that two figures mean: 1930 to 2029, as most software reads them."""
    return 1900 + two if two >= 30 else 2000 + two


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a noun follows that the figures before may count (``le 3 mai 12 députés``)."""
    word = tokens.word(index)
    return word[-1:] in ("s", "x") and len(word) > 3 and word.isalpha()


@rule("number", "ordinals")
def day_month_year(tokens: Tokens, index: int) -> Match | None:
    """A day, its month, and the year if it follows.

    Examples:
        Signé le [31 décembre 2025] -> 2025-12-31
        Il a parlé le [1er avril] -> 2026-04-01
        Le traité du [10 novembre 93] -> 1993-11-10
        Déposée le [10 août 20232]. -> 2023-08-10
        Fait le [deux mars deux mille vingt-six] -> 2026-03-02
        Publié le [14 déc. 2025] -> 2025-12-14
        Élu le [9 mai 2015], en fonction au [1er janvier suivant] -> 2015-05-09, 2016-01-01
        Né le [3 mai 2020], mort le [5 juin de la même année] -> 2020-05-03, 2020-06-05
        Reçu le [7 juin de l'an dernier] -> 2025-06-07
        Le budget de [2026], voté le [8 décembre dernier] -> 2026, 2025-12-08
        Assassiné le [15 mars 44 av. J.-C.] -> BC0044-03-15
        Le métro de la place du 8 mai 1945 -> nothing
    """
    day = day_number(tokens, index)
    if day is None:
        return None
    spelled = tokens.behind("of_the_month_of", day[1])
    stop = spelled if spelled > 0 else tokens.skip_of(day[1])
    separated = tokens.word(stop) in ("-", "‑", "/") and tokens.glued(stop)
    month = month_name(tokens, stop + separated)
    if month is None or day[0] > monthrange(2024, month[0])[1]:
        return None
    at = month[1]
    at += separated and tokens.word(at) in ("-", "‑", "/")
    year = year_number(tokens, at, two_figures=True)
    if year is not None and day[0] > monthrange(year[0], month[0])[1]:
        return None
    if _names_something(tokens, index):
        return Match(index, year[1] if year else month[1], Nothing())
    old = year_of_era(tokens, at)
    if old is not None:
        return Match(index, old[2], CalendarDate(old[1], month[0], day[0], era=old[0]))
    if year is not None:
        return Match(index, year[1], CalendarDate(year[0], month[0], day[0]))
    return _undated(tokens, index, month[1], CalendarDate(None, month[0], day[0]))


def _names_something(tokens: Tokens, index: int) -> bool:
    """Whether the date is the name of a street, a school, a movement (``rue du 4-Septembre``)."""
    before = tokens.skip_of(index - 1)
    return before == index and tokens.lexicon.among("named_by_date", tokens.word(index - 2))


def _undated(tokens: Tokens, index: int, stop: int, node: CalendarDate) -> Match:
    """A day or month with ``dernier`` or ``de la même année`` behind it, if one stands there."""
    year = _relative_year(tokens, stop)
    if year is not None:
        return Match(index, year[2], replace(node, year_shift=year[0], same_year=year[1]))
    shift, after = shift_after(tokens, stop)
    return Match(index, after, replace(node, shift=shift))


def _relative_year(tokens: Tokens, index: int) -> tuple[int, bool, int] | None:
    """``de l'an dernier``, ``de cette année``, ``de la même année`` at an index.

    Returns:
        How many years away, whether it is counted from the last date, the index behind.
    """
    at = tokens.skip_of(index)
    if at == index or tokens.word(at - 1) in OF_THE_ONE:
        return None
    same = tokens.among("same", at)
    at += same
    if not tokens.among("year_nouns", at):
        return None
    if same or tokens.word(at - 1) in THIS_FEMININE:
        return 0, same, at + 1
    years = {"last": -1, "next": 1, "previous": -1, "following": 1}
    shift = tokens.get("shifts", at + 1)
    if not isinstance(shift, str):
        return None
    return years[shift], shift in ("previous", "following"), at + 2


def shift_after(tokens: Tokens, index: int) -> tuple[str, int]:
    """``dernier``, ``prochain`` and the like at an index, and the index behind."""
    shift = tokens.get("shifts", index)
    if isinstance(shift, str):
        return shift, index + 1
    if tokens.among("in_the_course_of", index) and tokens.word(index + 1) not in PLAIN_OF:
        return "next", index + 1
    return "", index


@rule("weekdays", "weekday_abbreviations")
def weekday_day(tokens: Tokens, index: int) -> Match | None:
    """A weekday and the day that it says again.

    Examples:
        Réunis [lundi 3 mai 2021] -> 2021-05-03
        Séance du [mardi 5 mai] -> 2026-05-05
        Le [jeu. 30 avr. 2026] -> 2026-04-30
        Il se jette dans la mer. Le [21 avril], il écrivait -> 2026-04-21
    """
    short = tokens.get("weekdays", index) is None
    at = tokens.skip(index + 1, ".") if short else index + 1
    if short and tokens.raw(at) == "Le":
        return None  # `dans la mer. Le 21 octobre, …`
    at = tokens.skip(at, ",")
    at = tokens.past(at, THE_MASCULINE)
    inner = day_month_year(tokens, at)
    if inner is None or not isinstance(inner.node, CalendarDate):
        return None
    weekday = tokens.get("weekday_abbreviations" if short else "weekdays", index)
    assert isinstance(weekday, int)
    return Match(index, inner.stop, replace(inner.node, weekday=weekday))


@rule("months", "month_abbreviations")
def month_year(tokens: Tokens, index: int) -> Match | None:
    """A month, with its year or alone.

    ``mai`` and ``mars`` are other words too; alone they need a preposition or a determiner of time
    before them, and no capital that begins a name.

    Examples:
        En [janvier 2024] -> 2024-01
        Depuis [mai 68] -> 1968-05
        Élu en [mars] -> 2026-03
        Il reviendra en [septembre] -> 2026-09
        La planète Mars -> nothing
        Bataille de la Somme, [mars – octobre 1916] -> 1916-03/1916-10
        Le 32 août -> nothing
    """
    month = month_name(tokens, index)
    if month is None or (tokens.figures(index - 1) and not tokens.broken(index)):
        return None
    year = year_number(tokens, month[1], two_figures=True)
    if year is not None and year[1] - month[1] == 1 and len(tokens.word(month[1])) == 2:
        keep = int(tokens.word(month[1])) > 31 and not month[2]
        year = year if keep else None
    if year is not None:
        return Match(index, year[1], CalendarDate(year[0], month[0]))
    if month[2] or not _month_alone(tokens, index):
        return None
    return _undated(tokens, index, month[1], CalendarDate(None, month[0]))


_DASHES = frozenset("-–—‑")
_JOINED = PLAIN_OF | AND_OR | {",", "-"}


def _month_alone(tokens: Tokens, index: int) -> bool:
    before = tokens.word(index - 1)
    if tokens.word(index + 1) in _DASHES and month_name(tokens, index + 2):
        return True  # `mars – octobre 1916`
    if tokens.raw(index)[0].isupper() and (index and tokens.among("months_or_names", index)):
        return (
            before in IN
            or tokens.among("month_nouns", index - 1)
            or tokens.among("month_nouns", index - 2)
        )
    if tokens.among("before_no_month", index - 1):
        return False
    if tokens.among("month_or_name", index):
        if before in _JOINED:
            return True
        return tokens.lexicon.among("before_month", before)
    return True
