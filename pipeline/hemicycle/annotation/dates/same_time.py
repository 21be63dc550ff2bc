"""The time spoken of, said again: ``à ce moment-là``, ``à cette date``, ``à la même époque``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.periods import year_of
from hemicycle.annotation.dates.relative import Shifted
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import DURING, ON, PLAIN_TO, THE_FEMININE, THIS, WITHIN

_THROUGHOUT = ON | DURING | WITHIN


@dataclass(frozen=True, slots=True)
class SameTime:
    """The last date mentioned, as it was said."""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """Its value; nothing if no date has been mentioned."""
        return Reading(anchor.last.type, anchor.last.value) if anchor.last else None


@dataclass(frozen=True, slots=True)
class SameSeason:
    """The month of today in another year.

    Attributes:
        year: that year if it is said.
        shift: how many years away it is if that is said.
    """

    year: int | None = None
    shift: int | None = None

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The month; in the year mentioned last if none is said."""
        year = self.year
        part = _part_of_year(anchor.last)
        if part and (year or self.shift is not None):
            year = year or int(part[:4]) + (self.shift or 0)
            return Reading("DATE", f"{year:04d}{part[4:]}")
        if anchor.today is None:
            return None
        if year is None and self.shift is not None:
            year = anchor.today.year + self.shift
        if year is None:
            if anchor.last is None or anchor.last.days is None:
                return None
            year = anchor.last.days[0].year
        return Reading("DATE", f"{year:04d}-{anchor.today.month:02d}")


def _part_of_year(reading: Reading | None) -> str:
    """The value of a quarter or half-year if that was the last date, else empty."""
    value = reading.value if reading is not None else ""
    return value if value[4:6] in ("-Q", "-H") and len(value) == len("2026-Q1") else ""


@rule("demonstratives")
def that_moment(tokens: Tokens, index: int) -> Match | None:
    """A demonstrative and a noun that means a point in time.

    Examples:
        Né le [3 mai 2020]. À [cette date], rien -> 2020-05-03, 2020-05-03
        Né le [3 mai 2020]. À [ce moment-là], rien -> 2020-05-03, 2020-05-03
        À ce moment-là, tout change -> nothing
    """
    if tokens.word(index) not in THIS or not tokens.among("moments", index + 1):
        return None
    at = tokens.skip(index + 2, "-", "‑")
    there = tokens.among("there", at)
    told = tokens.word(index - 1) in PLAIN_TO and tokens.among("told_moments", index + 1)
    if not there and not told:
        return None
    return Match(index, at + 1 if there else index + 2, SameTime())


@rule("en")
def this_moment(tokens: Tokens, index: int) -> Match | None:
    """``en ce moment``: today.

    Examples:
        Il négocie [en ce moment] -> 2026-05-13
    """
    stop = tokens.behind("at_this_moment", index)
    if stop < 0 or tokens.among("behind_that_moment", stop):
        return None
    return Match(index, stop, Shifted("D", 0))


@rule("same")
def same_season(tokens: Tokens, index: int) -> Match | None:
    """The same time of another year.

    Examples:
        Plus que l'[an dernier] à la [même époque] -> 2025, 2025-05
        Sur la [même période de 2024] -> 2024-05
        Au [premier trimestre], contre 3 % à la [même période de 2024] -> 2026-Q1, 2024-Q1
        À la même époque -> nothing
        Depuis [2024], les prix montent. Sur la même période, rien -> 2024
    """
    if not (tokens.among("same", index) and tokens.among("seasons_told", index + 1)):
        return None
    if tokens.word(index - 1) not in THE_FEMININE:
        return None
    year = year_of(tokens, index + 2)
    if year is None:
        if tokens.word(index - 2) in _THROUGHOUT:
            return None  # the whole stretch of time that was spoken of before
        return Match(index, index + 2, SameSeason())
    return Match(index, year[2], SameSeason(year[0], year[1]))
