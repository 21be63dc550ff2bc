"""What says that millions without a currency are money."""

from __future__ import annotations

import re
from typing import Any

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.numbers import Number
from hemicycle.reading.verbs import verbs

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = 100, 50


class MoneyWords:
    """Nouns and verbs of money."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["money"]
        self._nouns = frozenset(data["nouns"])
        self._words = frozenset(data["words"])
        self._singular = noun_phrases().singular
        self._verbs = verbs()

    def is_noun(self, word: str) -> bool:
        """Is it what millions without a currency are millions of (``dépenses``)?"""
        return self._singular(word) in self._nouns

    def are_around(self, text: str, number: Number) -> bool:
        """Does the clause around a number speak of money?"""
        around = text[max(0, number.start - _BEFORE) : number.end + _BEHIND]
        return any(
            self._singular(word) in self._words or self._verbs.any_of(word, self._words)
            for word in _WORD.findall(around.lower())
        )


@per_knowledge
def money_words() -> MoneyWords:
    """The words, read once per knowledge."""
    return MoneyWords()
