"""Amounts that measure what the amount before them in the sentence did.

They compare (``contre 4 %``, ``puis 6 %``), say it over (``soit 1,5 % du PIB``, ``soit une baisse
de 6 %``), go on counting (``contre 12 500 aujourd'hui``), tell how what stood there moved
(``7 145 863 tonnes, en hausse de 17 %``), or take it up with a pronoun (``Elle atteindrait 3 %``).
"""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import OF, Phrase, noun_phrases
from hemicycle.reading.verbs import verbs

_SIGNS = frozenset(("+", "-", "–", "\u2212"))
_MARKS = frozenset((",", "(", "-", "–", ":"))
_OPENERS = frozenset((",", "(", "–", "—"))


class Echoes:
    """Tells whether an amount takes the measure of the one before it."""

    def __init__(self) -> None:
        """Read the words that compare."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        measure, echoes = data["measure"], data["echoes"]
        self._verbs = verbs()
        self._bases = frozenset(measure["ratio_bases"])
        self._dimensions = frozenset(measure["dimensions"])
        self._results = frozenset(measure["results"])
        self._words = frozenset(echoes["openers"])
        self._again = frozenset(echoes["again"])
        self._and_then = frozenset(echoes["and_then"])
        self._links = _SIGNS.union(
            echoes["links"], measure["changes"], measure["compared"], measure["sizes"]
        )
        self._behind_soit = noun_phrases().determiners.union(
            OF, _SIGNS, echoes["about"], measure["changes"]
        )
        self._agreements: dict[str, str] = {
            word: agreement
            for agreement, words in data["agreement"]["determiners"].items()
            for word in words
        }
        self._fitting: dict[str, str] = data["agreement"]["pronouns"]

    def holds(
        self, s: Sentence, found: Phrase, at: int, quantity: Quantity, previous: Quantity
    ) -> bool:
        """Whether the amount measures what the one before it does.

        Args:
            s: the words of the sentence.
            found: the phrase that was found for it; empty if none.
            at: the word that the amount, or its modifier, begins with.
            quantity: the amount.
            previous: the amount before it.
        """
        counts = quantity.kind == "count"
        if not counts and self._is_tail(s, at, previous):
            return True
        if not found:
            if counts:
                return previous.unit == quantity.unit
            return self._that_is(s, at) or self._goes_with(s, at, quantity, previous)
        if not counts and self._that_is(s, at):
            # `un déficit de 9 milliards, soit 1,5 % du PIB`
            return s.words[found.first] in self._bases
        return previous.start <= s.starts[found.first] < previous.end

    def _goes_with(self, s: Sentence, at: int, quantity: Quantity, previous: Quantity) -> bool:
        spent = previous.kind == "money" and previous.phrase_end > previous.end
        if spent and s.word(at - 1) in (",", "et"):
            return False  # `3 M€ pour les écoles et 5 M€ en réserve`
        return previous.kind == quantity.kind and self._compares(s, at)

    def goes_on(self, s: Sentence, at: int, quantity: Quantity, previous: Quantity) -> bool:
        """Does it move the same way: ``a chuté de 16 %, puis encore de 22 %``?"""
        if previous.unit != quantity.unit or s.word(at - 1) not in OF:
            return False
        at -= 1 + (s.word(at - 2) in self._again)
        return s.word(at - 1) in self._and_then

    def _is_tail(self, s: Sentence, at: int, previous: Quantity) -> bool:
        """Does nothing but a mark and a change stand between the two amounts (``68 M€, en hausse
        de 21 %``, ``4,8 %, à 36 milliards``, ``21 M€ (+ 18 %)``, ``3 %, pour atteindre 4 M€``)?"""
        low = s.word(at - 1)
        if low == "à" and at > 1 and s.ends[at - 2] <= previous.end:
            return True  # `passe de 14 % à 15 % du PIB`
        if s.word(at - 2) == "pour" and self._verbs.any_of(low, self._results):
            return True
        opening = at
        while s.word(opening - 1) in self._links:
            opening -= 1
        if opening == at or opening < 2 or s.words[opening - 1] not in _OPENERS:
            return False
        return s.ends[opening - 2] <= max(previous.end, previous.phrase_end)

    def _that_is(self, s: Sentence, at: int) -> bool:
        """``soit 1,5 %``, ``soit une baisse de 6 %``."""
        while s.word(at - 1) in self._behind_soit:
            at -= 1
        return s.word(at - 1) == "soit"

    def _compares(self, s: Sentence, at: int) -> bool:
        """``contre 4 %``, ``après + 1 %``, ``(4 %)``, ``et lourd de 78 000 tonnes``."""
        if s.word(at - 1) in _SIGNS and s.word(at - 2) in self._words:
            return True
        if s.word(at - 1) in self._words or s.word(at - 1) in _MARKS:
            return True
        if s.word(at - 1) not in OF:
            return False
        at -= s.word(at - 2) in self._dimensions or s.word(at - 2) in self._again
        return s.word(at - 2) in self._words

    def agreement(self, s: Sentence, first: int) -> str:
        """The number and gender of a noun phrase as its determiner tells them.

        Args:
            s: the words of the sentence.
            first: the first word of the phrase, behind its determiner.

        Returns:
            ``m``, ``f``, ``s`` if the gender is not told, ``p``.
        """
        told = self._agreements.get(s.word(first - 1))
        return told or ("p" if s.words[first][-1] in "sx" else "s")

    def antecedent(self, pronoun: str, before: Quantity | None) -> Quantity | None:
        """The amount whose measure a pronoun takes up, None if it does not agree with it.

        Args:
            pronoun: ``il``, ``elle``, ``ils`` or ``elles``.
            before: the amount before, None if there is none near.
        """
        if before is None or before.kind == "count" or not before.agreement or not before.measure:
            return None
        return before if before.agreement in self._fitting[pronoun] else None
