"""The Republican calendar of 1792 to 1805: ``18 brumaire an VIII``, ``l'an II``."""

from __future__ import annotations

from datetime import date, timedelta

from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import PLAIN_OF, THE_ELIDED

_DAYS_OF_MONTH = 30


def _year(tokens: Tokens, index: int) -> tuple[date, date, int] | None:
    """First and last day of ``an II`` at an index, and the index behind it."""
    begin = tokens.get("republican_years", index + 1)
    raw = tokens.raw(index + 1)
    if (
        tokens.get("units", index) != "Y"
        or not isinstance(begin, str)
        or not raw.isupper()
        or raw == "I"
    ):
        return None
    years = sorted(tokens.lexicon.sections["republican_years"].values())
    following = [year for year in years if year > begin]
    first = date.fromisoformat(begin)
    last = date.fromisoformat(following[0]) if following else date(1806, 1, 1)
    return first, last - timedelta(days=1), index + 2


@rule("units")
def republican_year(tokens: Tokens, index: int) -> Match | None:
    """A year by its Roman number.

    Examples:
        L'[an II] de la République -> 1793-09-22/1794-09-21
    """
    found = _year(tokens, index)
    if found is None:
        return None
    first, last, stop = found
    return Match(index, stop, Fixed("DATE", f"{first.isoformat()}/{last.isoformat()}"))


@rule("number")
def republican_day(tokens: Tokens, index: int) -> Match | None:
    """A day, its month and its year.

    Examples:
        Le coup d'État du [18 brumaire an VIII] -> 1799-11-09
    """
    day = tokens.cardinal(index)
    if day is None or not 1 <= day[0] <= _DAYS_OF_MONTH:
        return None
    month = tokens.get("republican_months", day[1])
    year = _year(tokens, tokens.past(tokens.past(day[1] + 1, PLAIN_OF), THE_ELIDED))
    if not isinstance(month, int) or year is None:
        return None
    found = year[0] + timedelta(days=_DAYS_OF_MONTH * (month - 1) + day[0] - 1)
    return Match(index, year[2], Fixed("DATE", found.isoformat()))
