"""Years counted from the birth of Christ: ``52 av. J.-C.``, ``410 après notre ère``."""

from __future__ import annotations

from hemicycle.annotation.dates.tokens import Tokens

_ERAS = {"av": "BC", "avant": "BC", "a": "BC", "apr": "", "après": "", "ap": "", "p": ""}
_CHRIST = (
    ("j", ".", "-", "c", "."),
    ("j", ".", "c", "."),
    ("j", "-", "c"),
    ("jc",),
    ("jésus", "-", "christ"),
    ("notre", "ère"),
    ("chr", ".", "n", "."),
)


def christian_era(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """``av. J.-C.`` (``BC``) or ``après Jésus-Christ`` (empty), and the index behind."""
    era = _ERAS.get(tokens.word(index))
    at = tokens.skip(index + 1, ".")
    for words in _CHRIST:
        stop = tokens.follows(at, *words)
        if stop > 0 and era is not None:
            return era, stop
    return None


def year_of_era(tokens: Tokens, index: int) -> tuple[str, int, int] | None:
    """The era of a year in figures (``BC`` or empty), the year, and the index behind."""
    if not tokens.figures(index) or len(tokens.word(index)) > 4:
        return None
    era = christian_era(tokens, index + 1)
    return era and (era[0], int(tokens.word(index)), era[1])
