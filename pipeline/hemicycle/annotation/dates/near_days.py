"""Days counted from today or from the last date: ``hier``, ``après-demain``, ``la veille``."""

from __future__ import annotations

from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.relative import Shifted
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import PLAIN_OF, THE_ONE, closed

_BEFORE = THE_ONE | closed("preposition", lemma="dès")


@rule("days_from_today")
def today(tokens: Tokens, index: int) -> Match | None:
    """A day named by its distance from today.

    Examples:
        Il l'a dit [hier] -> 2026-05-12
        Rendez-vous [après-demain] -> 2026-05-15
        La France d'[aujourd'hui] -> 2026-05-13
        La société de demain -> nothing
    """
    distance = tokens.get("days_from_today", index)
    assert isinstance(distance, int)
    if (
        distance > 0
        and tokens.word(index - 1) in PLAIN_OF
        and not tokens.lexicon.among("of_tomorrow", tokens.word(index - 2))
    ):
        return None
    return Match(index, index + 1, Shifted("D", distance))


@rule("days_from_last")
def eve_or_morrow(tokens: Tokens, index: int) -> Match | None:
    """A day named by its distance from the last date; ``à la veille de`` an event gives nothing.

    Examples:
        Arrivé le [3 mai 2026], il repart le [lendemain] -> 2026-05-03, 2026-05-04
        La [veille] -> 2026-05-12
        À la veille des élections -> nothing
        Le lendemain de la défaite -> nothing
    """
    distance = tokens.get("days_from_last", index)
    if tokens.word(index - 1) not in _BEFORE or tokens.skip_of(index + 1) > index + 1:
        return None
    assert isinstance(distance, int)
    return Match(index, index + 1, Shifted("D", distance, from_last=True))
