"""What money is for: ``pour la rénovation des écoles``, ``de plus sur cinq ans pour l'hôpital``."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import NOTHING, TO, Phrase, noun_phrases
from hemicycle.reading.numbers.atoms import vocabulary
from hemicycle.reading.verbs import verbs

_PAST = 8
_GIVEN = 3


class Purposes:
    """Finds the purpose behind an amount."""

    def __init__(self) -> None:
        """Read the words that introduce a purpose."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self._nouns = noun_phrases()
        self._verbs = verbs()
        self._openers = frozenset(data["purposes"])
        self._givers = frozenset(data["givers"])
        self._between = self._nouns.times.union(data["added"], vocabulary().words)

    def find(self, s: Sentence, at: int, stop: int) -> Phrase:
        """The purpose, empty if there is none.

        Args:
            s: the words of the sentence.
            at: the word that the amount, or its modifier, begins with.
            stop: the word behind the amount.
        """
        if s.word(stop) in TO and self._gives(s, at):
            found = self._nouns.forward(s, stop + 1)
            if found:
                return found
        for start in range(stop, min(stop + _PAST, len(s))):
            low = s.words[start]
            if low == "au" and s.word(start + 1) == "titre":
                return self._nouns.forward(s, start + 3)
            if low in self._openers:
                found = self._nouns.forward(s, start + 1 + (s.word(start + 1) in TO))
                if found and not self._is_act_or_time(s.words[found.first]):
                    return found
            elif not (low in self._between or low[0].isdigit()):
                break
        return NOTHING

    def _is_act_or_time(self, low: str) -> bool:
        """``pour relancer``, ``pour l'année``."""
        return self._verbs.is_infinitive(low) or low in self._nouns.times

    def _gives(self, s: Sentence, at: int) -> bool:
        """``consacre chaque année`` 3 M€ ``à la rénovation des écoles``."""
        before = s.words[max(0, at - _GIVEN) : at]
        return any(self._verbs.any_of(word, self._givers) for word in before)
