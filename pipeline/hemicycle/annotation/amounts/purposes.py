"""What money is for: ``pour la rénovation des écoles``, ``de plus sur cinq ans pour l'hôpital``."""

from __future__ import annotations

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.reading.nounphrases import NOTHING, TO, Phrase

_PAST = 8
# How far before its amount the verb stands, and before the last of several.
_GIVEN, _LISTED = 3, 16


def find(s: Sentence, at: int, stop: int, *, funds: bool = True) -> Phrase:
    """The purpose, empty if there is none.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
        funds: whether it is money, which ``pour`` may be for.
    """
    found = _given(s, at, stop) or _going(s, stop)
    if found:
        return found
    for start in range(stop, min(stop + _PAST, len(s))):
        low = s.words[start]
        if low == "pour" and not funds:
            break  # `5,5 % pour les cantines` says for whom
        if low == "au" and s.word(start + 1) == "titre":
            return s.known.nouns.forward(s, start + 3)
        if low in s.known.measure.purposes:
            found = s.known.nouns.forward(s, start + 1 + (s.word(start + 1) in TO))
            if found and not _is_act_or_time(s, s.words[found.first]):
                return found
        elif not (low in s.known.measure.added or low[0].isdigit()):
            break
    return NOTHING


def _given(s: Sentence, at: int, stop: int) -> Phrase:
    """``consacre`` 3 M€ ``à l'école``, ``investit`` 3 M€ ``dans l'école``."""
    low = s.word(stop)
    gives = low in TO and _governs(s, at, s.known.measure.givers)
    invests = low in s.known.measure.invested and _governs(s, at, s.known.measure.investing)
    return s.known.nouns.forward(s, stop + 1) if gives or invests else NOTHING


def _going(s: Sentence, stop: int) -> Phrase:
    """``120 milliards iront aux écoles``."""
    if s.word(stop + 1) not in TO or not s.known.verbs.any_of(s.words[stop], s.known.measure.going):
        return NOTHING
    return s.known.nouns.forward(s, stop + 2)


def _is_act_or_time(s: Sentence, low: str) -> bool:
    """``pour relancer``, ``pour l'année``."""
    return s.known.verbs.is_infinitive(low) or low in s.known.nouns.times


def _governs(s: Sentence, at: int, verbs: frozenset[str]) -> bool:
    """Does one of some verbs stand before an amount, or before the amounts it is listed with
    (``consacrons`` 5 M€ ``à la forêt et`` 3 M€ ``au lait``)?"""
    listed = s.word(at - 1) in ("et", ",")
    before = s.words[max(0, at - (_LISTED if listed else _GIVEN)) : at]
    return any(s.known.verbs.any_of(word, verbs) for word in before)
