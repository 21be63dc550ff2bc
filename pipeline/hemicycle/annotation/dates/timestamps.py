"""Ages of posts on pages: a text that is nothing but a length of time tells how long ago it was."""

from __future__ import annotations

from hemicycle.annotation.dates.distances import Distance
from hemicycle.annotation.dates.durations import is_timestamp, lengths
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens


@rule("number")
def timestamp(tokens: Tokens, index: int) -> Match | None:
    """A length in figures of two units or more that is the whole text.

    Examples:
        [1 an 2 mois] -> 2025-03-13
        [3 mois] -> P3M
        Puni de [1 an 2 mois] -> P1Y2M
    """
    found = lengths(tokens, index) if index == 0 else None
    if found is None or not is_timestamp(tokens, found):
        return None
    return Match(index, found[1], Distance(tuple(found[0]), -1))
