"""What money is for: ``pour la rénovation des écoles``, ``de plus sur cinq ans pour l'hôpital``."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.nounphrases import Grammar, Token, grammar
from hemicycle.annotation.amounts.words import finite_verb, verbs_of
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers.atoms import vocabulary

_PAST = 8
_GIVEN = 3
# What may stand between an amount and what it is for: `1 milliard de plus chaque année sur 5 ans`.
_ADDED = frozenset(
    ("de", "plus", "supplémentaires", "supplémentaire", "par", "chaque", "en", "dès", "d'ici", "à")
)


class Purposes:
    """Finds the purpose behind an amount."""

    def __init__(self) -> None:
        """Read the words that introduce a purpose."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self._grammar: Grammar = grammar()
        self._openers = frozenset(data["purposes"])
        self._givers = frozenset(data["givers"])
        self._times = frozenset(data["times"])
        self._between = _ADDED | self._times | frozenset(vocabulary().words)

    def find(self, words: list[Token], at: int, stop: int) -> tuple[int, int]:
        """First and one-past-last token of the purpose; equal if there is none.

        Args:
            words: the tokens of the sentence.
            at: the token that the amount, or its modifier, begins with.
            stop: the token behind the amount.
        """
        if stop < len(words) and words[stop].low in ("à", "au", "aux") and self._gives(words, at):
            first, end = self._grammar.forward(words, stop + 1)
            if end > first:
                return first, end
        for start in range(stop, min(stop + _PAST, len(words))):
            low = words[start].low
            if [word.low for word in words[start : start + 2]] == ["au", "titre"]:
                first, end = self._grammar.forward(words, start + 3)
                return (first, end) if end > first else (0, 0)
            if low in self._openers:
                at = start + 1
                if at < len(words) and words[at].low in ("à", "au", "aux"):
                    at += 1
                first, end = self._grammar.forward(words, at)
                act = end > first and finite_verb(words[first].low) == words[first].low
                if end > first and not act and words[first].low not in self._times:
                    return first, end
            elif not (low in self._between or low[0].isdigit()):
                break
        return 0, 0

    def _gives(self, words: list[Token], at: int) -> bool:
        """``consacre chaque année`` 3 M€ ``à la rénovation des écoles``."""
        before = words[max(0, at - _GIVEN) : at]
        return any(not self._givers.isdisjoint(verbs_of(word.low)) for word in before)
