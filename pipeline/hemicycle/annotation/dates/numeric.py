"""Dates in figures: ``31/12/2025``, ``31.12.25``, ``2025-12-31``, ``le 17/02``."""

from __future__ import annotations

from calendar import monthrange

from hemicycle.annotation.dates.absolute import CalendarDate, full_year
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import THE_MASCULINE, WITH_THE_ONE

_ANNOUNCING = WITH_THE_ONE | THE_MASCULINE

_SEPARATORS = ("/", "-", ".", "‑")


def _three(tokens: Tokens, index: int) -> tuple[list[int], str, int] | None:
    """Figures, sign, figures, the same sign, figures; only slashes may have spaces around them."""
    words = [tokens.word(index + offset) for offset in range(5)]
    if words[1] not in _SEPARATORS or words[1] != words[3]:
        return None
    if not all(w.isdigit() and w.isascii() and len(w) <= 4 for w in words[::2]):
        return None
    glued = [tokens.glued(index + offset) for offset in range(1, 5)]
    if not all(glued) and (any(glued) or words[1] != "/"):
        return None
    return [int(w) for w in words[::2]], words[1], index + 5


def _stuck(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether the figures go on, before or after (a file number, a telephone number)."""
    before = tokens.word(index - 1)
    if tokens.glued(index) and (before.isalnum() or before in _SEPARATORS or before in (":", "#")):
        return True
    if not tokens.glued(stop):
        return False
    after = tokens.word(stop)
    return after.isalnum() or (
        after in ("/", "-", ".") and tokens.glued(stop + 1) and tokens.word(stop + 1).isdigit()
    )


@rule("number")
def figures(tokens: Tokens, index: int) -> Match | None:
    """Day, month, year, or year, month, day (ISO 8601).

    Examples:
        Fait le [31/12/2025] -> 2025-12-31
        Le [03.10.99] -> 1999-10-03
        Reçu le [5-2-2026] -> 2026-02-05
        Version du [2026-02-05] -> 2026-02-05
        Appelez le 06.12.34.56.78 -> nothing
        Le 31/06/2025 -> nothing
        L'article L. 2113-3-1 du code -> nothing
    """
    three = _three(tokens, index)
    if three is None or _stuck(tokens, index, three[2]):
        return None
    (a, b, c), sign, stop = three
    first, last = tokens.word(index), tokens.word(index + 4)
    if len(first) == 4:
        year, month, day = a, b, c
    elif len(first) <= 2 and len(last) in (2, 4):
        day, month, year = a, b, c if len(last) == 4 else full_year(c)
        if sign == "." and len(last) == 2 and len(tokens.word(index + 2)) != 2:
            return None
    else:
        return None
    if len(first) == 4 and (not 1800 <= year <= 2100 or tokens.word(index - 1) == "."):
        return None
    if not (1000 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Match(index, stop, CalendarDate(year, month, day))


@rule("weekdays", "weekday_abbreviations")
def weekday_figures(tokens: Tokens, index: int) -> Match | None:
    """A weekday before a date in figures.

    Examples:
        Réunion [lundi 8/2/2016] -> 2016-02-08
    """
    at = tokens.skip(tokens.skip(index + 1, "."), ",")
    at = tokens.past(at, THE_MASCULINE)
    inner = figures(tokens, at) or day_month_figures(tokens, at)
    return None if inner is None else Match(index, inner.stop, inner.node)


@rule("number")
def day_month_figures(tokens: Tokens, index: int) -> Match | None:
    """Day and month, with two figures for the month or an article or weekday before.

    Examples:
        Il est venu le [17/02] -> 2026-02-17
        Ouvert 24/24 -> nothing
        Passé au 1/3 des voix -> nothing
    """
    words = [tokens.word(index + offset) for offset in range(3)]
    if words[1] != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if not all(w.isdigit() and w.isascii() and len(w) <= 2 for w in words[::2]):
        return None
    day, month = int(words[0]), int(words[2])
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]):
        return None
    before = tokens.word(index - 1)
    announced = before in _ANNOUNCING or tokens.get("weekdays", index - 1) is not None
    padded = len(words[2]) == 2 and len(words[0]) == 2
    padded = padded or (tokens.broken(index) and tokens.broken(index + 3))
    fraction = tokens.skip_of(index + 3) > index + 3
    if fraction or _stuck(tokens, index, index + 3) or not (announced or padded):
        return None
    return Match(index, index + 3, CalendarDate(None, month, day))


@rule("number")
def month_year_figures(tokens: Tokens, index: int) -> Match | None:
    """Month and year in figures.

    Examples:
        Arrêté en [03/2024] -> 2024-03
    """
    words = [tokens.word(index + offset) for offset in range(3)]
    if words[1] != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if len(words[0]) != 2 or len(words[2]) != 4 or not (words[0] + words[2]).isdigit():
        return None
    month, year = int(words[0]), int(words[2])
    if not (1 <= month <= 12 and 1900 <= year <= 2100) or _stuck(tokens, index, index + 3):
        return None
    return Match(index, index + 3, CalendarDate(year, month))
