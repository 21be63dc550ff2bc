"""Lengths of time: ``dix ans``, ``trois mois et demi``, ``une quinzaine de jours``."""

from __future__ import annotations

from decimal import Decimal

from hemicycle.annotation.dates.ages import is_age
from hemicycle.annotation.dates.bounds import asks_length, is_appointment, is_long
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import (
    AND,
    BETWEEN,
    OF_THE_MANY,
    ON,
    PLAIN_OF,
    PLAIN_TO,
    SEVERAL,
    TO,
)

# How many of a TIMEX3 unit one French unit holds, where TIMEX3 has none of its own.
_COMPOSED = {
    "Q": (3, "M"),
    "H": (6, "M"),
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "ML": (1000, "Y"),
    "P5Y": (5, "Y"),
    "P7Y": (7, "Y"),
}
# A number from here on is a year.
_YEARS = 1000
_DAY_HOURS = 24
# What joins two lengths behind the word that opens them.
_AND_COMMA = AND | {","}
_OPENING = BETWEEN | PLAIN_OF
_VAGUE = SEVERAL | OF_THE_MANY


def amount_of(count: Decimal, unit: str) -> str:
    """A TIMEX3 duration: whole numbers where the unit can be split (``P30M``, ``PT90M``)."""
    if unit in _COMPOSED:
        factor, unit = _COMPOSED[unit]
        count *= factor
    split = {"Y": (12, "M"), "W": (7, "D"), "TH": (60, "TM"), "TM": (60, "TS")}
    while count != int(count) and unit in split:
        factor, smaller = split[unit]
        if (count * factor) != int(count * factor):
            break
        count, unit = count * factor, smaller
    shown = f"{int(count)}" if count == int(count) else f"{count.normalize():f}"
    return f"P{'T' if unit.startswith('T') else ''}{shown}{unit[-1]}"


def length(tokens: Tokens, index: int) -> tuple[Decimal, str, int] | None:
    """A number and a unit of time at an index: count, unit code, index behind; ``et demi`` added.

    ``un quart d'heure``, ``un demi-siècle`` and ``une quinzaine de jours`` are read too.
    """
    found = tokens.number(index)
    if found is None or found[0].vague:
        return None
    number, at = found
    count = number.value
    if number.fraction or number.magnitude != 1:
        at = tokens.skip_of(at)
    at = tokens.skip(at, "-", "‑")
    at += tokens.lexicon.among("length_adjectives", tokens.word(at))
    unit = tokens.get("units", at)
    if not isinstance(unit, str) or unit == "WE":
        return None
    at += 1
    if (half := tokens.behind("and_a_half", at)) > 0:
        return count + Decimal("0.5"), unit, half
    quarter = tokens.behind("and_a_quarter", at)
    if quarter > 0 and unit == "TH":
        return count + Decimal("0.25"), unit, quarter
    return count, unit, at


def lengths(tokens: Tokens, index: int) -> tuple[list[tuple[Decimal, str]], int] | None:
    """One length, or several that add up (``un an et trois mois``, ``1 h 30 min``)."""
    order = ("ML", "CE", "DE", "P7Y", "P5Y", "Y", "H", "Q", "M", "W", "D", "TH", "TM", "TS")
    first = length(tokens, index)
    if first is None:
        return None
    parts = [(first[0], first[1])]
    stop = first[2]
    while True:
        following = length(tokens, tokens.past(stop, _AND_COMMA))
        if following is None or order.index(following[1]) <= order.index(parts[-1][1]):
            return parts, stop
        parts.append((following[0], following[1]))
        stop = following[2]


def together(parts: list[tuple[Decimal, str]]) -> str:
    """The TIMEX3 duration of lengths that add up."""
    days, clock = "", ""
    for count, unit in parts:
        value = amount_of(count, unit)
        if value.startswith("PT"):
            clock += value[2:]
        else:
            days += value[1:]
    return f"P{days}{'T' + clock if clock else ''}"


def is_timestamp(tokens: Tokens, found: tuple[list[tuple[Decimal, str]], int]) -> bool:
    """Whether lengths in figures, of two units or more, are all that a text says."""
    parts, stop = found
    calendar = not any(unit.startswith("T") for _, unit in parts)
    return stop == len(tokens) and tokens.word(0).isdigit() and len(parts) > 1 and calendar


@rule("number")
def duration(tokens: Tokens, index: int) -> Match | None:
    """A number of units. An age keeps its mark in ``mod``.

    Examples:
        Cela dura [dix ans] -> P10Y
        Pendant [deux ans et demi] -> P30M
        Un délai de [trois mois] -> P3M
        Il reste [une quinzaine de jours] -> P15D
        Depuis [un quart de siècle] -> P25Y
        Elle a [un an et trois mois] -> P1Y3M
        Cela prit [trois quarts d'heure] -> PT45M
        Paul Durand, [54 ans], boulanger -> P54Y
        Il faut au moins [78 jours] de travail -> P78D
        Ouvert 7 jours sur 7, 24 heures sur 24 -> nothing
    """
    found = lengths(tokens, index)
    if found is None or (index == 0 and is_timestamp(tokens, found)):
        return None
    parts, stop = found
    number = tokens.number(index)
    assert number is not None
    if _is_without_pause(tokens, parts, stop) or is_appointment(tokens, index):
        return None
    other = parts[0][1] in ("D", "P5Y", "P7Y") or tokens.among("units_or_ranks", index + 1)
    if number[0].article and other:
        return None
    mod = _mod(tokens, index, stop, parts, approximate=number[0].approximate)
    return Match(index, stop, Fixed("DURATION", together(parts), mod))


def _is_without_pause(tokens: Tokens, parts: list[tuple[Decimal, str]], stop: int) -> bool:
    """``sept jours sur sept``, ``24 heures sur 24``."""
    whole = tokens.cardinal(stop + 1) if tokens.word(stop) in ON else None
    return whole is not None and len(parts) == 1 and whole[0] == parts[0][0]


@rule("number")
def two_durations(tokens: Tokens, index: int) -> Match | None:
    """Two lengths that share their unit, a row each.

    Examples:
        Ramené de [24] à [18 mois] -> P24M, P18M
        Un délai de [six] à [neuf mois] -> P6M, P9M
        Entre [3] et [5 ans] -> P3Y, P5Y
        Il risque [trois] à [quatre ans] de prison -> P3Y, P4Y
        Un cours de [9] à [12 heures] hebdomadaires -> PT9H, PT12H
        Une peine de [18]-[24 mois] -> P18M, P24M
        Les jeunes de 12 à [17 ans] -> P17Y
        Les enfants (de 5 à [10 ans]) -> P10Y
        Rendez-vous le [14 à 16 heures] -> 2026-05-14T16:00
    """
    opening = tokens.word(index - 1)
    first = tokens.cardinal(index)
    if first is None or first[0] >= _YEARS:
        return None
    whose = index - 2 - (tokens.word(index - 2) == "(")
    if tokens.lexicon.among("aged", tokens.word(whose)):
        return None
    if not _joins_lengths(tokens, opening, first[1]):
        return None
    last = duration(tokens, first[1] + 1)
    unit = length(tokens, first[1] + 1)
    if last is None or unit is None or unit[2] != last.stop or not isinstance(last.node, Fixed):
        return None
    in_a_day = unit[1].startswith("T") and first[0] < unit[0] <= _DAY_HOURS
    if in_a_day and not is_long(tokens, index, last.stop):
        return None  # `de 9 à 12 heures` is a time of day
    if opening not in _OPENING and (first[0] >= unit[0] or last.node.mod == "AGE"):
        return None  # the first of two ages is no row by itself
    value = amount_of(Decimal(first[0]), unit[1])
    node = Fixed("DURATION", value, last.node.mod)
    return Match(index, last.stop, last.node, (Match(index, first[1], node), last))


def _joins_lengths(tokens: Tokens, opening: str, at: int) -> bool:
    """Whether what stands behind a number joins it to a length: ``de 3 à 5 ans``, ``entre 3 et 5
    ans``, ``3 à 5 ans``, ``3-5 ans``; behind an article the first is a day (``le 3 à 8 h``)."""
    joint = tokens.word(at)
    if joint in ("-", "–", "‑"):
        return tokens.glued(at) and tokens.glued(at + 1)
    if opening in BETWEEN:
        return joint in AND
    free = opening in PLAIN_OF or not tokens.lexicon.among("definite", opening)
    return joint in PLAIN_TO and free


def _mod(
    tokens: Tokens, index: int, stop: int, parts: list[tuple[Decimal, str]], *, approximate: bool
) -> str:
    years = len(parts) == 1 and parts[0][1] == "Y"
    if is_age(tokens, index, stop, in_years=years):
        return "AGE"
    before = tokens.word(index - 1)
    near = any(tokens.among("near", at) for at in (index - 1, index - 2))
    if approximate or near:
        return "APPROX"
    if before in PLAIN_OF and isinstance(mod := tokens.get("degrees", index - 2), str):
        return mod
    return _limit(tokens, index, stop)


def _limit(tokens: Tokens, index: int, stop: int) -> str:
    """``au moins 78 jours``, ``36 mois maximum``: TIMEX3 EQUAL_OR_MORE and EQUAL_OR_LESS."""
    words = tokens.lexicon.sections["length_limits"]
    found = words.get(tokens.word(index - 1)) or words.get(tokens.word(stop))
    at_most = tokens.word(stop) in TO and words.get(tokens.word(stop + 1))
    return str(found or at_most or "")


@rule("vague")
def vague_duration(tokens: Tokens, index: int) -> Match | None:
    """A number that is not told.

    Examples:
        Depuis [plusieurs années] -> PXY
        Il y a travaillé [quelques mois] -> PXM
        Pendant [des décennies] -> PXDE
    """
    if tokens.word(index) not in _VAGUE:
        return None
    at = tokens.past(index + 1, tokens.lexicon.lists["vague_adjectives"])
    unit = tokens.get("units", at)
    if not isinstance(unit, str) or unit in ("WE", "P5Y", "P7Y", "H", "Q"):
        return None
    if tokens.word(index) in OF_THE_MANY and (
        not tokens.among("before_vague", index - 1)
        or tokens.cardinal(at + 1)
        or tokens.get("shifts", at + 1)
    ):
        return None
    value = f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"
    return Match(index, at + 1, Fixed("DURATION", value))


@rule("number")
def clock_duration(tokens: Tokens, index: int) -> Match | None:
    """Hours and minutes written like a time of day, behind a word that asks for a length.

    Examples:
        Pendant [1h30] -> PT1H30M
        Une durée de [2 h 15] -> PT2H15M
        Un débat de [deux heures trente] -> PT2H30M
    """
    hours = tokens.cardinal(index)
    if hours is None or hours[0] > 99 or not tokens.among("hours", hours[1]):
        return None
    minutes = tokens.cardinal(hours[1] + 1)
    if minutes is None or minutes[0] > 59 or tokens.broken(hours[1] + 1):
        return None
    if not asks_length(tokens, index):
        return None
    stop = tokens.past(minutes[1], tokens.lexicon.lists["minutes"])
    return Match(index, stop, Fixed("DURATION", f"PT{hours[0]}H{minutes[0]}M"))
