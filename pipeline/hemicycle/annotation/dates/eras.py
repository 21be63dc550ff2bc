"""Years counted from the birth of Christ: ``52 av. J.-C.``, ``410 après notre ère``."""

from __future__ import annotations

from hemicycle.annotation.dates.tokens import Tokens


def christian_era(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """``av. J.-C.`` (``BC``) or ``après Jésus-Christ`` (empty), and the index behind."""
    era = tokens.get("eras", index)
    stop = tokens.behind("christ", tokens.skip(index + 1, "."))
    return (era, stop) if stop > 0 and isinstance(era, str) else None


def year_of_era(tokens: Tokens, index: int) -> tuple[str, int, int] | None:
    """The era of a year in figures (``BC`` or empty), the year, and the index behind."""
    if not tokens.figures(index) or len(tokens.word(index)) > 4:
        return None
    era = christian_era(tokens, index + 1)
    return era and (era[0], int(tokens.word(index)), era[1])
