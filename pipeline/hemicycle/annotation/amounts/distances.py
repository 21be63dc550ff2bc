"""Lengths that say where something is: ``située à 12 km du chef-lieu`` measures neither the town
nor what stands there."""

from __future__ import annotations

from hemicycle.annotation.amounts import around
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import OF_THE, PLAIN_OF_TO, PLAIN_TO
from hemicycle.reading.nounphrases import Phrase

_BEFORE_PLACES = PLAIN_TO | frozenset(("", ",", "\n"))


def is_one(s: Sentence, unit: str, at: int, stop: int) -> bool:
    """Whether an amount says how far something is from a place.

    Args:
        s: the words of the sentence.
        unit: the amount's.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind it.
    """
    if unit not in s.known.measure.lengths:
        return False
    before = s.word(at - 1)
    if before in PLAIN_OF_TO and s.word(at - 2) in s.known.measure.located:
        return True
    stop += s.word(stop) in s.known.measure.rounding  # `à 450 km environ des côtes`
    found = around.behind(s, stop)
    return before in _BEFORE_PLACES and bool(found) and is_place(s, stop, found)


def is_place(s: Sentence, stop: int, found: Phrase) -> bool:
    """Whether what stands behind a length says from where, not what is that long (``140 km de
    Lyon``, ``2 km du centre``).

    Args:
        s: the words of the sentence.
        stop: the word behind the length.
        found: the phrase behind it, tied by ``de``.
    """
    definite = s.words[stop] in OF_THE or found.first > stop + 1
    return definite or s.raw(found.first)[0].isupper()
