"""What money is for: ``pour la rénovation des écoles``, ``de plus sur cinq ans pour l'hôpital``."""

from __future__ import annotations

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.reading.nounphrases import NOTHING, TO, Phrase

_PAST = 8
_GIVEN = 3


def find(s: Sentence, at: int, stop: int) -> Phrase:
    """The purpose, empty if there is none.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
    """
    if s.word(stop) in TO and _gives(s, at):
        found = s.known.nouns.forward(s, stop + 1)
        if found:
            return found
    for start in range(stop, min(stop + _PAST, len(s))):
        low = s.words[start]
        if low == "au" and s.word(start + 1) == "titre":
            return s.known.nouns.forward(s, start + 3)
        if low in s.known.measure.purposes:
            found = s.known.nouns.forward(s, start + 1 + (s.word(start + 1) in TO))
            if found and not _is_act_or_time(s, s.words[found.first]):
                return found
        elif not (low in s.known.measure.added or low[0].isdigit()):
            break
    return NOTHING


def _is_act_or_time(s: Sentence, low: str) -> bool:
    """``pour relancer``, ``pour l'année``."""
    return s.known.verbs.is_infinitive(low) or low in s.known.nouns.times


def _gives(s: Sentence, at: int) -> bool:
    """``consacre chaque année`` 3 M€ ``à la rénovation des écoles``."""
    before = s.words[max(0, at - _GIVEN) : at]
    return any(s.known.verbs.any_of(word, s.known.measure.givers) for word in before)
