"""What recurs: ``chaque année``, ``tous les deux ans``, ``par mois``, ``le lundi``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hemicycle.annotation.dates.absolute import day_number
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.durations import amount_of
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.weekdays import Weekday, in_name
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import ALL, AND, BY, EACH, OF_THE_ONE, THE_MANY, THE_MASCULINE

_OF_ONE = OF_THE_ONE | THE_MASCULINE

_ONE = Decimal(1)


@rule("every")
def every(tokens: Tokens, index: int) -> Match | None:
    """``chaque``, ``tous les`` with a unit, a weekday, a month or a season.

    Examples:
        Il vient [chaque année] -> P1Y
        [Tous les deux ans], on vote -> P2Y
        [Tous les jeudis] -> XXXX-WXX-4
        [Chaque lundi] -> XXXX-WXX-1
        [Chaque été] -> XXXX-SU
        [Chaque 8 mai] -> XXXX-05-08
    """
    word = tokens.word(index)
    if word in EACH:
        at = index + 1
    elif word in ALL and tokens.word(index + 1) in THE_MANY:
        at = index + 2
    else:
        return None
    count = tokens.cardinal(at)
    month = tokens.get("months", count[1]) if count is not None else None
    if count is not None and word in EACH and isinstance(month, int):
        return Match(index, count[1] + 1, Fixed("SET", f"XXXX-{month:02d}-{count[0]:02d}"))
    if count is not None:
        unit = tokens.get("units", count[1])
        if not isinstance(unit, str) or unit == "WE":
            return None
        return Match(index, count[1] + 1, Fixed("SET", amount_of(Decimal(count[0]), unit)))
    value = _recurring(tokens, at)
    return None if value is None else Match(index, at + 1, Fixed("SET", value))


def _recurring(tokens: Tokens, index: int) -> str | None:
    unit = tokens.get("units", index)
    if unit == "WE":
        return "XXXX-WXX-WE"
    if isinstance(unit, str):
        return amount_of(_ONE, unit)
    weekday = tokens.get("weekdays", index)
    if isinstance(weekday, int):
        return f"XXXX-WXX-{weekday}"
    month = tokens.get("months", index)
    if isinstance(month, int):
        return f"XXXX-{month:02d}"
    season = tokens.get("seasons", index)
    if isinstance(season, str):
        return f"XXXX-{season}"
    part = tokens.get("day_parts", index)
    return f"XXXX-XX-XXT{part}" if isinstance(part, str) else None


@rule("rates")
def rate(tokens: Tokens, index: int) -> Match | None:
    """``par`` and a unit.

    Examples:
        Deux millions par [an] -> P1Y
        Une fois par [semaine] -> P1W
    """
    if tokens.word(index) not in BY:
        return None
    unit = tokens.get("units", index + 1)
    if (
        not isinstance(unit, str)
        or unit in ("WE", "CE", "ML")
        or (tokens.word(index + 1)[-1] == "s" and unit != "M")
    ):
        return None
    return Match(index + 1, index + 2, Fixed("SET", amount_of(_ONE, unit)))


@dataclass(frozen=True, slots=True)
class HabitOrDay:
    """``le mercredi,`` before a clause: a habit in the present and in stories, else one day."""

    day: int

    def resolve(self, anchor: Anchor) -> Reading | None:
        """Every such weekday, or the one that the tense points at."""
        if anchor.find_tense() in ("past", "future"):
            return Weekday(self.day).resolve(anchor)
        return Reading("SET", f"XXXX-WXX-{self.day}")


@rule("articles")
def weekday_habit(tokens: Tokens, index: int) -> Match | None:
    """A weekday with its article; without one it is a single day.

    Examples:
        Ouvert [les mardis] -> XXXX-WXX-2
        Ouvert uniquement [le mercredi] -> XXXX-WXX-3
        Ouvert [le mercredi] et [le samedi], à pied -> XXXX-WXX-3, XXXX-WXX-6
        Le travail du [dimanche] -> XXXX-WXX-7
        La réunion de [lundi] -> 2026-05-18
    """
    word = tokens.word(index)
    weekday = tokens.get("weekdays", index + 1)
    if not isinstance(weekday, int):
        return None
    if (
        word in THE_MANY
        and tokens.word(index + 1).endswith("s")
        and tokens.figures(index + 2) is None
    ):
        return Match(index, index + 2, Fixed("SET", f"XXXX-WXX-{weekday}"))
    day_at = tokens.past(tokens.skip(index + 2, ","), THE_MASCULINE)
    if word not in _OF_ONE or day_number(tokens, day_at) or in_name(tokens, index + 1):
        return None
    first = index if word in THE_MASCULINE else index + 1
    following = tokens.word(index + 2)
    if tokens.get("shifts", index + 2) or tokens.get("day_parts", index + 2):
        return None
    if tokens.word(index - 1) in AND and tokens.get("weekdays", index - 2) is not None:
        return Match(first, index + 2, Fixed("SET", f"XXXX-WXX-{weekday}"))
    if tokens.among("behind_one_day", index + 2):
        return None
    if following == ",":
        return Match(first, index + 2, HabitOrDay(weekday))
    return Match(first, index + 2, Fixed("SET", f"XXXX-WXX-{weekday}"))


@rule("wholes")
def all_year(tokens: Tokens, index: int) -> Match | None:
    """The whole of a unit, understood as each of its days.

    Examples:
        Ouvert [toute l'année] -> P1D
    """
    stop = tokens.behind("all_the_year", index)
    if stop < 0 or tokens.cardinal(stop) or tokens.get("shifts", stop):
        return None
    return Match(index, stop, Fixed("SET", "P1D"))
