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
from typing import Any

from hemicycle.annotation.amounts.anaphora import agreement, antecedent
from hemicycle.annotation.amounts.bounds import Bounds, bounds
from hemicycle.annotation.amounts.inherited_measures import Inherited
from hemicycle.annotation.amounts.nounphrases import OF, Grammar, Token, grammar
from hemicycle.annotation.amounts.purposes import Purposes
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.subjects import PRONOUN, Subjects
from hemicycle.annotation.amounts.words import finite_verb, verbs_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_NONE = (0, 0)
_A = ("un", "une")
_NOUNLIKE = ("en", "de", "d'", "du", "des")
_FUNDED = frozenset(("money", "percent"))
_PASSIVE = frozenset(
    ("est", "sont", "était", "étaient", "sera", "seront", "serait", "été", "être", "se", "s'")
)
_BEING = frozenset(("est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient"))
_NEXT = 20
_SIGNS = ("+", "-", "–", "\u2212")
# Words within which a clause of change ends behind its verb.
_CLAUSE = 8
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
        self._moving = frozenset(measure["moving"]) | {
            verb for way in ("up", "down") for verb in data["change"][f"{way}_verbs"]
        }
        self._verbs |= self._moving
        self._verbs_behind_se = self._verbs | frozenset(measure["reflexive"])
        self._levels = frozenset(measure["levels"])
        self._bounds: Bounds = bounds()
        self._compared = frozenset(measure["compared"])
        self._sizes = frozenset(measure["sizes"])
        self._ordinals = frozenset(measure["ordinals"])
        self._hollow = frozenset(measure["hollow"])
        self._changes = frozenset(measure["changes"])
        self._bases = frozenset(measure["ratio_bases"])
        self._times = frozenset(measure["times"])
        self._purposes = Purposes()
        self._dimensions = frozenset(measure["dimensions"])
        self._inherited = Inherited()
        self._subjects = Subjects(self._grammar, self._times, self._phrase)

    def find(
        self,
        text: str,
        words: list[Token],
        quantity: Quantity,
        left: int,
        previous: Quantity | None,
        before: Quantity | None = None,
        whole: list[Token] | None = None,
    ) -> None:
        """Set the measure of a quantity, and its change where the verb stands before the measure
        (``relever le plafond à``); both stay empty if not found.

        Args:
            text: the document.
            words: the tokens of the quantity's sentence.
            quantity: the quantity.
            left: where the words that modify it begin (``plus de``), or its own beginning.
            previous: the quantity before it in the sentence.
            before: the last quantity of the sentence before.
            whole: its tokens with those that say when, for what is counted; ``words`` if none.
        """
        at = bisect_left(words, left, key=lambda word: word.start)
        stop = bisect_left(words, quantity.end, key=lambda word: word.start)
        if quantity.kind == "count":
            named = quantity.end > quantity.number.end
            if named and self._counted(text, whole or words, quantity):
                return
            found = _NONE  # it goes on counting, and names nothing
        else:
            found = self._search(text, words, quantity, at, stop)
        if found[0] == PRONOUN:
            meant = antecedent(words[found[1]].low, previous or before)
            if meant is not None:
                quantity.measure_as(meant)
                return
            found = self._after(words, stop)
        first, end = found
        if end - first == 1 and self._is_ordinal(words[first].low):
            found, end = _NONE, first
        if previous is not None and self._inherited.holds(words, found, at, quantity, previous):
            quantity.measure_as(previous)
            quantity.agreement = previous.agreement
            if not quantity.change and self._inherited.goes_on(words, at, quantity, previous):
                quantity.change = previous.change
            return
        if end <= first:
            return
        quantity.measure = " ".join(text[words[first].start : words[end - 1].end].split())
        quantity.measure_start = words[first].start
        quantity.agreement = agreement(words, first)
        if first >= stop or quantity.kind == "count":
            quantity.phrase_end = words[end - 1].end
        elif not quantity.change and at and words[at - 1].low in ("de", "d'", "à"):
            quantity.change = self._change_before(words, first, words[at - 1].low)

    def _counted(self, text: str, words: list[Token], quantity: Quantity) -> bool:
        """Set the measure of a count that names what it counts; tells whether it does."""
        noun = bisect_left(words, quantity.number.end, key=lambda word: word.start)
        while noun < len(words) and words[noun].low in ("de", "d'", "autres", "mêmes"):
            noun += 1
        first, end = self._grammar.forward(words, noun, plural_head=True)
        if end > first:
            quantity.measure = " ".join(text[words[first].start : words[end - 1].end].split())
            quantity.measure_start = words[first].start
            quantity.agreement = agreement(words, first)
            quantity.phrase_end = words[end - 1].end
        return end > first

    def _search(
        self, text: str, words: list[Token], quantity: Quantity, at: int, stop: int
    ) -> tuple[int, int]:
        """The measure of an amount that is no count."""
        after = self._after(words, stop)
        if after != _NONE and quantity.unit in _LENGTHS and self._is_place(words, stop, after):
            after = _NONE
        if at < len(words) and words[at].start < quantity.start and self._is_verb(words, at):
            participle = words[at].low.rstrip("es").endswith("é")
            active = not participle or words[at - 1].low in ("a", "ont")
            found = self._object_behind(words, stop) if active and at else _NONE
            found = self._subjects.find(words, at) if found == _NONE else found
            if found == _NONE:
                found = self._subjects.announced(words, at + 1, stop)
            return found if found != _NONE else after
        weak = after == _NONE or words[after[0]].low in self._bases
        if quantity.kind == "percent" and self._has_subject(words, at):
            found = self._before(words, at)
            # Who represents 40 % of something is not what is measured.
            weak = weak or (found != _NONE and not words[found[0]].capital)
        if not weak and words[stop + 1].low not in _A:
            return after
        found = self._object(words, at, stop)
        if found == _NONE:
            found = self._subjects.announced(words, at, stop)
        if found == _NONE:
            found = self._before(words, at)
        if found == _NONE and after == _NONE and quantity.kind in _FUNDED:
            found = self._purposes.find(words, at, stop)
        return after if found == _NONE else found

    def _has_subject(self, words: list[Token], at: int) -> bool:
        """Is the amount the complement of a verb of measure (``les ventes représentent 18 %``)?"""
        if at and words[at - 1].low in ("à", "sous"):
            at -= 1
        return bool(at) and any(verb in self._levels for verb in verbs_of(words[at - 1].low))

    def _change_before(self, words: list[Token], first: int, tie: str) -> str:
        """``abaisser son taux de 25 points``, ``une baisse du chômage de 3 %``."""
        at = first - 1
        while at >= 0 and (words[at].low in self._grammar.determiners or words[at].low in OF):
            at -= 1
        return self._bounds.direction(words[at].low, tie) if at >= 0 else ""

    def _after(self, words: list[Token], stop: int) -> tuple[int, int]:
        """``… de réserves``, ``… des électeurs``, ``… par an de dotation``."""
        if stop + 2 < len(words) and words[stop].low == "par" and words[stop + 2].low in OF:
            stop += 2
        if stop >= len(words) or words[stop].low not in OF:
            return _NONE
        at = stop + 1
        while at < len(words) and (
            words[at].low in self._grammar.determiners or words[at].low[0].isdigit()
        ):
            at += 1  # `46 % de ses 98 000 habitants`
        first, end = self._grammar.forward(words, at)
        if end == first or words[first].low in self._times:
            return _NONE
        return (first, end) if words[first].start - words[stop].end < _NEXT else _NONE

    def _object(self, words: list[Token], at: int, stop: int) -> tuple[int, int]:
        """``augmenter de 5 % les capacités d'accueil``, ``évalue à 2 milliards le coût``: what the
        verb moves or values."""
        tied = at > 1 and words[at - 1].low in ("de", "d'", "à") and self._is_verb(words, at - 2)
        passive = at > 2 and words[at - 3].low in _PASSIVE
        tied = tied and not (passive and words[at - 1].low == "à")
        return self._object_behind(words, stop) if tied else _NONE

    def _object_behind(self, words: list[Token], stop: int) -> tuple[int, int]:
        """The noun phrase with a determiner right behind an amount."""
        while stop < len(words) and words[stop].low in ("net", "nets", "brut", "bruts"):
            stop += 1
        if stop + 1 < len(words) and words[stop].low == "par":
            stop += 2
        if stop >= len(words) or words[stop].low not in self._grammar.determiners:
            return _NONE
        first, end = self._grammar.forward(words, stop)
        return _NONE if end == first or words[first].low in self._times else (first, end)

    @staticmethod
    def _is_place(words: list[Token], stop: int, after: tuple[int, int]) -> bool:
        """``140 km de Lyon``, ``2 km du centre`` say from where, not what is that long."""
        definite = words[stop].low in ("du", "des") or after[0] > stop + 1
        return definite or words[after[0]].capital

    def _before(self, words: list[Token], at: int) -> tuple[int, int]:
        """Before the amount: tied by a small word, or subject of its verb."""
        if at > 1 and words[at - 1].low in _SIGNS and words[at - 2].low in ("(", ":", "de", "à"):
            at -= 1
        for _ in range(3):
            if at == 0:
                return _NONE
            tie = words[at - 1].low
            if tie in "(:," and (verb := self._changing(words, at - 2)) >= 0:
                return self._subjects.find(words, verb)
            if tie == "(":
                first, end = self._phrase(words, at - 1)
                place = first and words[first - 1].low in ("en", "à", "au", "aux")
                return _NONE if place else (first, end)
            if tie == ":":
                first, end = self._grammar.backward(words, at - 1)
                if end > first and words[first].low in self._bases:
                    return _NONE  # `sous 30 % du PIB : 27 % en 2026`
                opens = first == 0 or words[first - 1].low in ("\n", "le", "la", "l'", "les", "du")
                governed = first < end and self._grammar.governor(words, first) >= 0
                return (first, end) if opens and not governed else _NONE
            if tie in ("de", "d'", "à", "sous"):
                at -= 1
                if at and words[at - 1].low in (",", ":") and tie != "sous":
                    verb = self._changing(words, at - 2)
                    return (
                        self._subjects.find(words, verb)
                        if verb >= 0
                        else self._phrase(words, at - 1)
                    )
                if at > 1 and words[at - 1].low == "que" and self._is_verb(words, at - 2):
                    at -= 1  # `n'augmentera que de 3 %`
            elif tie in _BEING:
                return self._subjects.find(words, at - 1)  # `est supérieur à 3 %`
            elif not self._is_verb(words, at - 1):
                near = words[at].low in self._compared  # `un taux proche de 3 %`
                return self._phrase(words, at) if near else _NONE
            if at and words[at - 1].low in self._dimensions:
                at -= 1  # `un porte-avions, long de 310 mètres`
            if at == 0:
                return _NONE
            if words[at - 1].low == ",":
                return self._phrase(words, at - 1)
            if words[at - 1].low.endswith("ment") and at > 1 and self._is_verb(words, at - 2):
                at -= 1
            word = words[at - 1].low
            if word in self._compared and at > 1:
                at -= 1 + (words[at - 2].low == "en")  # `est supérieur de 3 %`, `en retrait de 3 %`
                if at and (words[at - 1].low == "," or not self._is_clause(words, at - 1)):
                    return self._phrase(words, at - (words[at - 1].low == ","))
                return self._subjects.find(words, at - 1) if at else _NONE
            if self._is_hollow(words, at - 1):
                at = self._past_hollow(words, at)
                if at and (
                    self._is_verb(words, at - 1) or words[at - 1].low in ("de", "d'", "à", "avec")
                ):
                    continue
                apposed = at > 1 and words[at - 1].low == ","
                return self._phrase(words, at - 1 if apposed else at)
            if self._is_clause(words, at - 1):
                return self._subjects.find(words, at - 1)
            return self._phrase(words, at)
        return _NONE

    def _is_clause(self, words: list[Token], at: int) -> bool:
        """Does a verb or auxiliary stand at an index?"""
        return (
            self._grammar.is_predicate(words, at)
            or self._is_verb(words, at)
            or words[at].low in self._grammar.auxiliaries
        )

    def _is_hollow(self, words: list[Token], at: int) -> bool:
        """``d'un montant de``, ``pour un montant total de``; not ``salaire minimum``."""
        if at and words[at].low in ("total", "totale", "global", "globale", "annuel", "annuelle"):
            at -= 1
        described = at > 0 and self._grammar.is_content(words[at - 1].low)
        return words[at].low in self._hollow and not described

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

    def _phrase(self, words: list[Token], stop: int) -> tuple[int, int]:
        """The noun phrase before an index; a noun of change gives way to what changes."""
        if stop > 1 and _is_year(words[stop - 1].low):
            stop -= 1  # `la loi de finances 2026, d'un montant de`
        after_to = stop < len(words) and words[stop].low == "à"
        first, end = self._grammar.backward(words, stop, indefinite=after_to)
        if end == first or self._is_bare(words, first, end):
            return _NONE
        if words[first].low in self._sizes and first + 1 < end:
            first += words[first + 1].low in self._changes  # `est en nette hausse`
        if words[first].low in self._changes:
            if first + 1 < end and words[first + 1].low in OF:
                first += 2
                while first < end and words[first].low in self._grammar.determiners:
                    first += 1
                return (first, end) if first < end else _NONE
            return self._subject_of_change(words, first)
        return first, end

    def _is_bare(self, words: list[Token], first: int, end: int) -> bool:
        """``Élu à 61 %``: a participle without a noun; ``les plus faibles``, ``le deuxième``."""
        low, before = words[first].low, words[first - 1].low if first else ""
        # `les plus faibles`, `contribue positivement`
        if before in ("plus", "moins") or (low.endswith("ment") and finite_verb(before or ",")):
            return True
        if end - first > 1:
            return False
        participle = low.endswith(("é", "és", "ée", "ées")) and before not in (
            self._grammar.determiners
        )
        return participle or self._is_ordinal(low)

    def _is_ordinal(self, low: str) -> bool:
        """``celle du deuxième``: which one, not what."""
        return low.endswith("ième") or low in self._ordinals

    def _changing(self, words: list[Token], at: int) -> int:
        """The index of the verb of change that ends a clause at an index (``recule pour la
        troisième année``, ``accélèrent légèrement``), -1 if none does."""
        for index in range(at, max(-1, at - _CLAUSE), -1):
            low = words[index].low
            if low in ",;:()\n" or low in self._grammar.pronouns:
                return -1
            if self._is_verb(words, index) and not self._moving.isdisjoint(verbs_of(low)):
                return index
        return -1

    def _subject_of_change(self, words: list[Token], at: int) -> tuple[int, int]:
        """``le chômage est en baisse de``, ``les prix ont connu une hausse de``."""
        at -= 1
        while at >= 0 and (
            words[at].low in self._grammar.determiners
            or words[at].low in ("en", "à", ",", "légère", "forte", "nette")
        ):
            at -= 1
        if at < 0 or words[at].low == "soit":
            return _NONE
        if self._grammar.is_predicate(words, at) or words[at].low in self._grammar.auxiliaries:
            return self._subjects.find(words, at)
        first, end = self._grammar.backward(words, at + 1)
        return (first, end) if end > first and not self._is_bare(words, first, end) else _NONE

    def _is_verb(self, words: list[Token], at: int) -> bool:
        """Is the word a verb of measure or change, as far as its form tells?"""
        low = words[at].low
        before = words[at - 1].low if at else ""
        nounlike = before in _NOUNLIKE or (before in self._sizes and low in self._changes)
        if before in self._grammar.determiners or (nounlike and low[-1] != "r"):
            return False
        verbs = self._verbs_behind_se if before in ("se", "s'") else self._verbs
        return low[0].isalpha() and any(verb in verbs for verb in verbs_of(low))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


@per_knowledge
def measures() -> Measures:
    """The finder, made once per process."""
    return Measures()
