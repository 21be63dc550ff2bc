"""Decades and centuries: ``années 90``, ``XIXe siècle``, ``Ve siècle avant J.-C.``."""

from __future__ import annotations

from hemicycle.annotation.dates.eras import christian_era
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import AND, AND_OR, PLAIN_TO, TO_THE_ONE

_JOINTS = AND_OR | PLAIN_TO | frozenset((",", "-"))
_JOINED = AND | TO_THE_ONE | {"-"}


@rule("units")
def decade(tokens: Tokens, index: int) -> Match | None:
    """A decade by its first year, in two figures or four, or in words.

    Examples:
        Dans les [années 90] -> 199
        Les [années 1930] -> 193
        Les [années deux mille] -> 200
        Les [années soixante-dix] -> 197
        Dans les [années 2020] et [2030] -> 202, 203
        La [décennie 1990] -> 199
    """
    if not tokens.among("decade_nouns", index):
        return None
    first = _decade_number(tokens, tokens.skip(index + 1, "'"))
    if first is None:
        return None
    parts = [Match(index, first[1], Fixed("DATE", first[0]))]
    at = first[1]
    while tokens.word(at) in _JOINTS:
        following = _decade_number(tokens, at + 1)
        if following is None:
            break
        parts.append(Match(at + 1, following[1], Fixed("DATE", following[0])))
        at = following[1]
    if len(parts) == 1:
        return parts[0]
    return Match(index, at, parts[0].node, tuple(parts))


def _decade_number(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The TIMEX3 value of a decade by its number at an index, and the index behind it."""
    found = tokens.cardinal(index)
    if found is None or found[0] % 10:
        return None
    first = found[0] if found[0] >= 1000 else 1900 + found[0]
    return (f"{first // 10:03d}", found[1]) if 1000 <= first <= 2190 and found[0] >= 10 else None


@rule("number", "ordinals", "roman")
def century(tokens: Tokens, index: int) -> Match | None:
    """A century by its number, Roman, in figures or in words; ``av. J.-C.`` if it follows.

    Examples:
        Au [XIXe siècle] -> 18
        Le [21e siècle] -> 20
        Au [dix-huitième siècle] -> 17
        Au [Ve siècle avant J.-C.] -> BC04
    """
    number, at = _ordinal(tokens, index)
    if not 1 <= number <= 30:
        return None
    stop = at + 1
    if not tokens.among("century_nouns", at):
        if tokens.word(at) in _JOINED:
            other, further = _ordinal(tokens, at + 1)
            if 1 <= other <= 30 and tokens.get("units", further) == "CE":
                return Match(index, at, Fixed("DATE", f"{number - 1:02d}"))
        return None
    if len(tokens.word(at)) == 1 and tokens.word(stop) != ".":
        return None
    era, stop = christian_era(tokens, stop) or ("", stop)
    return Match(index, stop, Fixed("DATE", f"{era}{number - 1:02d}"))


def _ordinal(tokens: Tokens, index: int) -> tuple[int, int]:
    """An ordinal at an index and the index behind it; 0 if there is none."""
    if (stop := tokens.behind("twenty_first", index)) > 0:
        return 21, stop
    value = tokens.get("ordinals", index)
    if isinstance(value, int) and value > 0:
        return value, index + 1
    figures = tokens.figures(index)
    if figures is not None:
        if tokens.glued(index + 1) and tokens.among("century_endings", index + 1):
            return figures[0], index + 2
        return 0, index
    roman = tokens.get("roman", index)
    if not isinstance(roman, int):
        return 0, index
    named = tokens.raw(index)[0].isupper() or tokens.get("units", index + 1) == "CE"
    return (roman, index + 1) if named else (0, index)
