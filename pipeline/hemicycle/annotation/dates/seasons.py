"""Seasons: ``été 2025``, ``cet hiver``, ``au printemps``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.dates.anchor import UNKNOWN_YEAR, Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.periods import PartOfYear, two_years, year_of
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import AND_OR, PLAIN_OF, PLAIN_TO, THE_ONE, THIS, A

_NO_SEASON = AND_OR | PLAIN_TO | A


@rule("seasons")
def season(tokens: Tokens, index: int) -> Match | None:
    """A season, with its year or an adjective, or behind a word that asks for a season.

    ``été`` after an auxiliary is a participle; a figurative spring has no article of time.

    Examples:
        L'[été 2025] -> 2025-SU
        Au [printemps] -> 2026-SP
        L'[hiver dernier] -> 2025-WI
        À l'[automne prochain] -> 2026-FA
        Il a été élu -> nothing
    """
    code = tokens.get("seasons", index)
    assert isinstance(code, str)
    before = tokens.word(index - 1)
    year = year_of(tokens, index + 1)
    if tokens.among("season_or_verb", index) and (
        not tokens.lexicon.among("before_season", before)
        or (before in PLAIN_OF and year is None and not tokens.among("month_nouns", index - 2))
        or before in _NO_SEASON
    ):
        return None
    pair = two_years(tokens, index + 1)
    if pair is not None:
        return Match(index, pair[1], PartOfYear(code, pair[0]))
    if year is None and before in PLAIN_OF and tokens.among("month_nouns", index - 2):
        return Match(index, index + 1, Fixed("DATE", f"{UNKNOWN_YEAR}-{code}"))
    if year is not None:
        return Match(index, year[2], PartOfYear(code, year[0], year[1]))
    shift = tokens.get("shifts", index + 1)
    if isinstance(shift, str):
        return Match(index, index + 2, PartOfYear(code, shift=shift))
    known = tokens.lexicon
    asks = known.among("asks_season", before) or (
        before in THE_ONE and known.among("before_the_season", tokens.word(index - 2))
    )
    if not asks or tokens.skip_of(index + 1) != index + 1:
        return None
    return Match(index, index + 1, PartOfYear(code))


@rule("demonstratives")
def this_season(tokens: Tokens, index: int) -> Match | None:
    """``cet été``, ``ce printemps``: the one of this year; ``cet hiver`` the nearest. Where the
    verb tells the future and the season is over, the next.

    Examples:
        [Cet été] -> 2026-SU
        Nous rouvrirons [cet hiver] -> 2026-WI
        [Cet hiver] -> 2025-WI
    """
    season = tokens.get("seasons", index + 1)
    if tokens.word(index) not in THIS or not isinstance(season, str):
        return None
    return Match(index, index + 2, ThisSeason(season))


@dataclass(frozen=True, slots=True)
class ThisSeason:
    """A season of this year; of two winters the nearer."""

    season: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The season's value."""
        today = anchor.today
        if today is None:
            return Reading("DATE", f"XXXX-{self.season}")
        year = today.year - (self.season == "WI" and today.month < 7)
        reading = Reading("DATE", f"{year:04d}-{self.season}")
        over = reading.days is not None and reading.days[1] < today
        if over and anchor.tense() == "future":
            return Reading("DATE", f"{year + 1:04d}-{self.season}")
        return reading
