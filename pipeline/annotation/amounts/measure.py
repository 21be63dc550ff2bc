"""What an amount measures: the noun phrase that it quantifies or moves.

The places where French puts it, tried in this order:

- behind the amount: ``62 milliards de dollars de réserves``, ``20 % des électeurs``; for a count
  the phrase that is counted (``postes d'enseignants``);
- before it, tied by ``de``, ``à``, a colon or a bracket: ``une croissance du PIB de 6 %``;
- as the subject of a verb of measure or change: ``les réserves de change ont dépassé …``,
  ``le chômage, en baisse de 3 %``;
- behind ``pour``, ``consacrés à``: ``5 millions pour la rénovation des écoles``;
- where the amount only compares (``contre 4 %``, ``soit 57 milliards d'euros``), the measure of the
  amount before it in the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Any

from pipeline.annotation.amounts.bounds import lemma
from pipeline.annotation.amounts.nounphrases import Grammar, Token, grammar, verb_lemma
from pipeline.annotation.amounts.quantity import Quantity
from pipeline.resources import load_toml

_OF = frozenset(("de", "d'", "du", "des"))
_NONE = (0, 0)
_A = ("un", "une")
_FUNDED = frozenset(("money", "percent"))
_LENGTHS = frozenset(("km", "m", "mile", "M", "cm"))


class Measures:
    """Finds the measure of the quantities of a sentence."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        measure = data["measure"]
        self._grammar: Grammar = grammar()
        self._verbs = frozenset(measure["verbs"]) | {
            verb for way in ("up", "down") for verb in data["change"][f"{way}_verbs"]
        }
        self._hollow = frozenset(measure["hollow"])
        self._changes = frozenset(measure["changes"])
        self._bases = frozenset(measure["ratio_bases"])
        self._times = frozenset(measure["times"])
        self._purposes = frozenset(measure["purposes"])
        self._echoes = frozenset(measure["echoes"])

    def find(
        self,
        text: str,
        words: list[Token],
        quantity: Quantity,
        left: int,
        previous: Quantity | None,
    ) -> str:
        """The measure of a quantity, empty if not found.

        Args:
            text: the document.
            words: the tokens of the quantity's sentence.
            quantity: the quantity.
            left: where the words that modify it begin (``plus de``), or its own beginning.
            previous: the quantity before it in the sentence.
        """
        at = bisect_left(words, left, key=lambda word: word.start)
        behind = bisect_left(words, quantity.end, key=lambda word: word.start)
        if quantity.kind == "count":
            noun = bisect_left(words, quantity.number.end, key=lambda word: word.start)
            while noun < len(words) and words[noun].low in ("de", "d'", "autres", "mêmes"):
                noun += 1
            return self._text(text, words, self._grammar.forward(words, noun))
        after = self._after(words, behind)
        if (
            quantity.unit in _LENGTHS
            and after != _NONE
            and self._is_place(text, words, behind, after)
        ):
            after = _NONE
        own = [word.low for word in words[behind + 1 : behind + 2]]
        if after != _NONE and words[after[0]].low not in self._bases and own[0] not in _A:
            return self._text(text, words, after)
        moved = self._object(words, at, behind)
        if moved != _NONE:
            return self._text(text, words, moved)
        found = self._before(words, at)
        if found == _NONE and after == _NONE:
            found = self._purpose(words, behind) if quantity.kind in _FUNDED else _NONE
        same = previous is not None and previous.kind == quantity.kind
        if found == _NONE and previous is not None and same and self._echo(words, at):
            return previous.measure
        found = after if found == _NONE else found
        return self._text(text, words, found)

    def _after(self, words: list[Token], behind: int) -> tuple[int, int]:
        """``… de réserves``, ``… des électeurs``."""
        if behind >= len(words) or words[behind].low not in _OF:
            return _NONE
        first, end = self._grammar.forward(words, behind + 1)
        return (first, end) if end > first and words[first].start - words[behind].end < 8 else _NONE

    def _object(self, words: list[Token], at: int, behind: int) -> tuple[int, int]:
        """``augmenter de 5 % les capacités d'accueil``: what the verb moves."""
        tied = at > 1 and words[at - 1].low in ("de", "d'") and self._is_verb(words, at - 2)
        while behind < len(words) and words[behind].low in ("net", "nets", "brut", "bruts"):
            behind += 1
        if behind + 1 < len(words) and words[behind].low == "par":
            behind += 2
        if not tied or behind >= len(words) or words[behind].low not in self._grammar.determiners:
            return _NONE
        first, end = self._grammar.forward(words, behind)
        return _NONE if end == first or words[first].low in self._times else (first, end)

    def _is_place(self, text: str, words: list[Token], behind: int, after: tuple[int, int]) -> bool:
        """``140 km de Lyon``, ``2 km du centre`` say from where, not what is that long."""
        definite = words[behind].low in ("du", "des") or after[0] > behind + 1
        return definite or text[words[after[0]].start].isupper()

    def _purpose(self, words: list[Token], behind: int) -> tuple[int, int]:
        """``… pour la rénovation des écoles``, ``… consacrés à l'hôpital``."""
        if behind >= len(words) or words[behind].low not in self._purposes:
            return _NONE
        at = behind + 1
        if at < len(words) and words[at].low in ("à", "au", "aux"):
            at += 1
        first, end = self._grammar.forward(words, at)
        return (first, end) if end > first and words[first].low not in self._times else _NONE

    def _echo(self, words: list[Token], at: int) -> bool:
        if at == 0:
            return False
        if words[at - 1].low in self._echoes or words[at - 1].low in (",", "(", "-", "–"):
            return True
        return words[at - 1].low == "de" and at > 1 and words[at - 2].low in self._echoes

    def _before(self, words: list[Token], at: int) -> tuple[int, int]:
        """Before the amount: tied by a small word, or subject of its verb."""
        for _ in range(3):
            if at == 0:
                return _NONE
            tie = words[at - 1].low
            if tie == "(":
                first, end = self._phrase(words, at - 1)
                place = first and words[first - 1].low in ("en", "à", "au", "aux")
                return _NONE if place else (first, end)
            if tie == ":":
                first, end = self._grammar.backward(words, at - 1)
                return (first, end) if first == 0 or words[first - 1].low == "\n" else _NONE
            if tie in ("de", "d'", "à"):
                at -= 1
            elif not self._is_verb(words, at - 1):
                return _NONE
            if at == 0:
                return _NONE
            if words[at - 1].low == ",":
                return self._phrase(words, at - 1)
            if words[at - 1].low.endswith("ment") and at > 1 and self._is_verb(words, at - 2):
                at -= 1
            word = words[at - 1].low
            if word in self._hollow or (
                at > 1
                and word in ("total", "global", "annuel")
                and words[at - 2].low in self._hollow
            ):
                at = self._past_hollow(words, at)
                if at and (
                    self._is_verb(words, at - 1) or words[at - 1].low in ("de", "d'", "à", "avec")
                ):
                    continue
                return self._phrase(words, at)
            if (
                self._grammar.is_predicate(words, at - 1)
                or self._is_verb(words, at - 1)
                or word in self._grammar.auxiliaries
            ):
                return self._subject(words, at - 1)
            return self._phrase(words, at)
        return _NONE

    def _past_hollow(self, words: list[Token], at: int) -> int:
        """The index where ``pour un montant total`` begins."""
        at -= 1
        while at and (
            words[at - 1].low in self._hollow
            or words[at - 1].low in self._grammar.determiners
            or words[at - 1].low in ("à", "de", "d'", "pour", "en", "au")
        ):
            at -= 1
        return at

    def _phrase(self, words: list[Token], behind: int) -> tuple[int, int]:
        """The noun phrase before an index; a noun of change gives way to what changes."""
        after_to = behind < len(words) and words[behind].low == "à"
        first, end = self._grammar.backward(words, behind, indefinite=after_to)
        if end == first or self._is_bare_participle(words, first, end):
            return _NONE
        if words[first].low in self._changes:
            if first + 1 < end and words[first + 1].low in _OF:
                first += 2
                while first < end and words[first].low in self._grammar.determiners:
                    first += 1
                return (first, end) if first < end else _NONE
            return self._subject_of_change(words, first)
        return first, end

    def _is_bare_participle(self, words: list[Token], first: int, end: int) -> bool:
        """``Élu à 61 %``: a participle without a noun."""
        alone = end - first == 1 and words[first].low.endswith(("é", "és", "ée", "ées"))
        return alone and not (first and words[first - 1].low in self._grammar.determiners)

    def _subject_of_change(self, words: list[Token], at: int) -> tuple[int, int]:
        """``le chômage est en baisse de``, ``les prix ont connu une hausse de``."""
        at -= 1
        while at >= 0 and (
            words[at].low in self._grammar.determiners
            or words[at].low in ("en", "à", ",", "légère", "forte", "nette")
        ):
            at -= 1
        if at < 0:
            return _NONE
        if self._grammar.is_predicate(words, at) or words[at].low in self._grammar.auxiliaries:
            return self._subject(words, at)
        first, end = self._grammar.backward(words, at + 1)
        return (first, end) if end > first else _NONE

    def _is_verb(self, words: list[Token], at: int) -> bool:
        low = words[at].low
        return low[0].isalpha() and (lemma(low) in self._verbs or verb_lemma(low) in self._verbs)

    def _subject(self, words: list[Token], at: int) -> tuple[int, int]:
        """The noun phrase before a verb, past its auxiliaries, adverbs and pronouns."""
        at -= 1
        small = self._grammar
        while at >= 0 and (
            words[at].low in small.auxiliaries
            or words[at].low in small.adverbs
            or words[at].low in ("se", "s'", "y", "en", "ne", "n'", "de", "à")
            or (words[at].low.endswith("ment") and at and not small.is_content(words[at - 1].low))
        ):
            at -= 1
        if at < 0 or (words[at].low in small.pronouns and words[at].low != "qui"):
            return _NONE
        if words[at].low == "qui":
            at -= 1
            if at >= 0 and words[at].low == ",":
                at -= 1
        elif words[at].low == ",":
            comma = next((i for i in range(at - 1, -1, -1) if words[i].low == ","), None)
            at = (comma if comma is not None else at) - 1
        if at < 0:
            return _NONE
        return self._free(words, at + 1)

    def _free(self, words: list[Token], behind: int) -> tuple[int, int]:
        """The noun phrase before an index, past those that prepositions govern: the
        ``consommation`` of ``la consommation de sucre dans notre pays a augmenté``."""
        found = nearest = self._grammar.backward(words, behind, indefinite=True)
        for _ in range(4):
            if found[0] == found[1]:
                break
            governor = self._grammar.governor(words, found[0])
            if governor < 0 or words[governor].low == ",":
                return found
            while governor and words[governor - 1].low in ("et", "ou", ","):
                governor -= 1
            found = self._grammar.backward(words, governor, indefinite=True)
        return nearest if nearest[1] > nearest[0] else _NONE

    @staticmethod
    def _text(text: str, words: list[Token], span: tuple[int, int]) -> str:
        first, end = span
        if end <= first:
            return ""
        return " ".join(text[words[first].start : words[end - 1].end].split())


@cache
def measures() -> Measures:
    """The finder, made once per process."""
    return Measures()
