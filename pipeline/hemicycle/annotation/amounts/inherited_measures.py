"""Amounts that measure what the amount before them in the sentence did.

They compare (``contre 4 %``, ``puis 6 %``), say it over (``soit 1,5 % du PIB``, ``soit une baisse
de 6 %``), go on counting (``contre 12 500 aujourd'hui``), or tell how what stood there moved
(``7 145 863 tonnes, en hausse de 17 %``).
"""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.nounphrases import OF, Grammar, Token, grammar
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.words import verbs_of
from hemicycle.knowledge.use import load_toml

_AROUND = frozenset(("+", "-", "près", "environ", "plus", "moins", "quelque"))
_MARKS = frozenset((",", "(", "-", "–", ":"))
# What may stand between two amounts where the second tells how the first moved, and what opens it.
_AGAIN = ("encore", "même", "seulement")
_SIGNS = frozenset(("+", "-", "–", "\u2212"))
_LINKS = frozenset(("de", "d'", "à", "en", "un", "une")) | _SIGNS
_OPENERS = frozenset((",", "(", "–", "—"))


class Inherited:
    """Tells whether an amount takes the measure of the one before it."""

    def __init__(self) -> None:
        """Read the words that compare."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self._grammar: Grammar = grammar()
        self._changes = frozenset(data["changes"])
        self._bases = frozenset(data["ratio_bases"])
        self._dimensions = frozenset(data["dimensions"])
        self._words = frozenset(data["echoes"])
        self._compared = frozenset(data["compared"])
        self._sizes = frozenset(data["sizes"])
        self._results = frozenset(data["results"])

    def holds(
        self,
        words: list[Token],
        found: tuple[int, int],
        at: int,
        quantity: Quantity,
        previous: Quantity,
    ) -> bool:
        """Whether the amount measures what the one before it does.

        Args:
            words: the tokens of the sentence.
            found: first and one-past-last token of the phrase that was found for it; equal if none.
            at: the token that the amount, or its modifier, begins with.
            quantity: the amount.
            previous: the amount before it.
        """
        first, end = found
        if quantity.kind != "count" and self._is_tail(words, at, previous):
            return True
        if end <= first:
            if quantity.kind == "count":
                return previous.unit == quantity.unit
            if self._that_is(words, at):
                return True
            spent = previous.kind == "money" and previous.phrase_end > previous.end
            if spent and at and words[at - 1].low in (",", "et"):
                return False  # `3 M€ pour les écoles et 5 M€ en réserve`
            return previous.kind == quantity.kind and self._compares(words, at)
        if quantity.kind != "count" and self._that_is(words, at):
            # `un déficit de 9 milliards, soit 1,5 % du PIB`
            return words[first].low in self._bases
        return previous.start <= words[first].start < previous.end

    def goes_on(self, words: list[Token], at: int, quantity: Quantity, previous: Quantity) -> bool:
        """Does it move the same way: ``a chuté de 16 %, puis encore de 22 %``?"""
        if previous.unit != quantity.unit or at < 2 or words[at - 1].low not in OF:
            return False
        at -= 1 + (words[at - 2].low in _AGAIN)
        return at > 0 and words[at - 1].low in ("puis", "et")

    def _is_tail(self, words: list[Token], at: int, previous: Quantity) -> bool:
        """Does nothing but a mark and a change stand between the two amounts (``68 M€, en hausse
        de 21 %``, ``4,8 %, à 36 milliards``, ``21 M€ (+ 18 %)``, ``3 %, pour atteindre 4 M€``)?"""
        low = words[at - 1].low if at else ""
        if low == "à" and at > 1 and words[at - 2].end <= previous.end:
            return True  # `passe de 14 % à 15 % du PIB`
        if at > 1 and words[at - 2].low == "pour" and not self._results.isdisjoint(verbs_of(low)):
            return True
        changed = False
        while at and (words[at - 1].low in _LINKS or self._is_change(words[at - 1].low)):
            at -= 1
            changed = True
        if at < 2 or words[at - 1].low not in _OPENERS or not changed:
            return False
        return words[at - 2].end <= max(previous.end, previous.phrase_end)

    def _is_change(self, low: str) -> bool:
        return low in self._changes or low in self._compared or low in self._sizes

    def _that_is(self, words: list[Token], at: int) -> bool:
        """``soit 1,5 %``, ``soit une baisse de 6 %``."""
        while at and (
            words[at - 1].low in OF
            or words[at - 1].low in _AROUND
            or words[at - 1].low in self._grammar.determiners
            or words[at - 1].low in self._changes
        ):
            at -= 1
        return at > 0 and words[at - 1].low == "soit"

    def _compares(self, words: list[Token], at: int) -> bool:
        """``contre 4 %``, ``après + 1 %``, ``(4 %)``, ``et lourd de 78 000 tonnes``."""
        if at > 1 and words[at - 1].low in _SIGNS and words[at - 2].low in self._words:
            at -= 1
        if at == 0:
            return False
        if words[at - 1].low in self._words or words[at - 1].low in _MARKS:
            return True
        if words[at - 1].low not in OF or at < 2:
            return False
        if at > 2 and (words[at - 2].low in self._dimensions or words[at - 2].low in _AGAIN):
            at -= 1
        return words[at - 2].low in self._words
