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

from collections.abc import Sequence
from typing import Any

from hemicycle.annotation.amounts.bounds import Bounds, bounds
from hemicycle.annotation.amounts.echoes import Echoes
from hemicycle.annotation.amounts.measure_verbs import measure_verbs
from hemicycle.annotation.amounts.purposes import Purposes
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.annotation.amounts.subjects import PRONOUN, subjects
from hemicycle.annotation.amounts.ties import Ties
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import NOTHING, OF, Phrase, noun_phrases
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE

_FUNDED = frozenset(("money", "percent"))
_NEXT = 20


class Measures:
    """Finds the measure of the quantities of a sentence."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        measure: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self._nouns = noun_phrases()
        self._verbs = measure_verbs()
        self._subjects = subjects()
        self._ties = Ties()
        self._echoes = Echoes()
        self._purposes = Purposes()
        self._bounds: Bounds = bounds()
        self._bases = frozenset(measure["ratio_bases"])
        self._lengths = frozenset(measure["lengths"])
        self._passive = frozenset(measure["passive"])
        self._net = frozenset(measure["net"])
        self._before_counted = frozenset(measure["before_counted"])
        self._lists = frozenset(measure["lists"])
        self._before_nouns = self._nouns.determiners | OF

    def refine(
        self, whole: Sentence, s: Sentence, group: Sequence[Quantity], stated: Quantity | None
    ) -> None:
        """Set what the quantities of a sentence measure, from the first to the last.

        Args:
            whole: the words of the sentence.
            s: the same without those that say when.
            group: its quantities, in order.
            stated: the last quantity of the sentence before.
        """
        previous: Quantity | None = None
        for quantity in group:
            if quantity.source is not None:
                quantity.measure_as(quantity.source)
            elif not quantity.measure:
                self.find(whole, s, quantity, previous, stated)
            previous = quantity

    def share(self, text: str, group: Sequence[Quantity]) -> None:
        """From the last quantity of a sentence to the first, let those of a list measure what the
        next one does (``12 et 15 % des voix``)."""
        for quantity, following in zip(group[-2::-1], group[:0:-1], strict=True):
            if not quantity.measure and quantity.unit == following.unit:
                gap = text[quantity.end : following.start].split()
                if gap and len(gap) < 4 and gap[0] in self._lists:
                    quantity.measure_as(following)

    def find(
        self,
        whole: Sentence,
        s: Sentence,
        quantity: Quantity,
        previous: Quantity | None,
        stated: Quantity | None,
    ) -> None:
        """Set the measure of a quantity, and its change where the verb stands before the measure
        (``relever le plafond à``); both stay empty if not found.

        Args:
            whole: the words of the quantity's sentence.
            s: the same without those that say when.
            quantity: the quantity.
            previous: the quantity before it in the sentence.
            stated: the last quantity of the sentence before.
        """
        at, stop = s.at(quantity.left), s.at(quantity.end)
        found = NOTHING
        if quantity.kind != "count":
            found = self._search(s, quantity, at, stop)
        elif quantity.end > quantity.number.end and self._set_counted(whole, quantity):
            return
        if found.first == PRONOUN:
            meant = self._echoes.antecedent(s.words[found.stop], previous or stated)
            if meant is not None:
                quantity.measure_as(meant)
                return
            found = self._behind(s, stop)
        if found.stop - found.first == 1 and self._subjects.is_ordinal(s.words[found.first]):
            found = NOTHING
        if previous is not None and self._echoes.holds(s, found, at, quantity, previous):
            quantity.measure_as(previous)
            quantity.agreement = previous.agreement
            if not quantity.change and self._echoes.goes_on(s, at, quantity, previous):
                quantity.change = previous.change
        elif found:
            self._set(s, quantity, found)
            if found.first >= stop:
                quantity.phrase_end = s.ends[found.stop - 1]
            elif not quantity.change and s.word(at - 1) in ("de", "d'", "à"):
                quantity.change = self._change_before(s, found.first, s.words[at - 1])

    def _set(self, s: Sentence, quantity: Quantity, found: Phrase) -> None:
        quantity.measure = s.written(*found)
        quantity.measure_start = s.starts[found.first]
        quantity.agreement = self._echoes.agreement(s, found.first)

    def _set_counted(self, s: Sentence, quantity: Quantity) -> bool:
        """Set the measure of a count that names what it counts; tells whether it does."""
        noun = s.at(quantity.number.end)
        while s.word(noun) in self._before_counted:
            noun += 1
        found = self._nouns.forward(s, noun, plural_head=True)
        if found:
            self._set(s, quantity, found)
            quantity.phrase_end = s.ends[found.stop - 1]
        return bool(found)

    def _search(self, s: Sentence, quantity: Quantity, at: int, stop: int) -> Phrase:
        """The measure of an amount that is no count."""
        behind = self._behind(s, stop)
        if behind and quantity.unit in self._lengths and self._is_place(s, stop, behind):
            behind = NOTHING
        if at < stop and s.starts[at] < quantity.start and self._verbs.stands_at(s, at):
            return self._of_modifier(s, at, stop) or behind
        weak = not behind or s.words[behind.first] in self._bases
        found = NOTHING
        if quantity.kind == "percent" and self._has_subject(s, at):
            found = self._ties.before(s, at)
            # Who represents 40 % of something is not what is measured.
            weak = weak or (bool(found) and not s.raw(found.first)[:1].isupper())
        if not weak and s.words[stop + 1] not in ("un", "une"):
            return behind
        found = self._object(s, at, stop) or self._subjects.announced(s, at, stop)
        found = found or self._ties.before(s, at)
        if not found and not behind and quantity.kind in _FUNDED:
            found = self._purposes.find(s, at, stop)
        return found or behind

    def _of_modifier(self, s: Sentence, at: int, stop: int) -> Phrase:
        """Where the modifier is a verb (``les ventes dépassent 3 M€``)."""
        participle = s.words[at].rstrip("es").endswith(FIRST_GROUP_PARTICIPLE[0])
        active = not participle or s.word(at - 1) in ("a", "ont")
        found = self._object_behind(s, stop) if active and at else NOTHING
        found = found or self._subjects.find(s, at)
        return found or self._subjects.announced(s, at + 1, stop)

    def _has_subject(self, s: Sentence, at: int) -> bool:
        """Is the amount the complement of a verb of measure (``les ventes représentent 18 %``)?"""
        at -= s.word(at - 1) in ("à", "sous")
        return at > 0 and self._verbs.tells_a_level(s.words[at - 1])

    def _change_before(self, s: Sentence, first: int, tie: str) -> str:
        """``abaisser son taux de 25 points``, ``une baisse du chômage de 3 %``."""
        at = first - 1
        while s.word(at) in self._before_nouns:
            at -= 1
        return self._bounds.direction(s.words[at], tie) if at >= 0 else ""

    def _behind(self, s: Sentence, stop: int) -> Phrase:
        """``… de réserves``, ``… des électeurs``, ``… par an de dotation``."""
        if s.word(stop) == "par" and s.word(stop + 2) in OF:
            stop += 2
        if s.word(stop) not in OF:
            return NOTHING
        at = stop + 1
        while s.word(at) in self._nouns.determiners or s.word(at)[:1].isdigit():
            at += 1  # `46 % de ses 98 000 habitants`
        found = self._nouns.forward(s, at)
        if not found or s.words[found.first] in self._nouns.times:
            return NOTHING
        return found if s.starts[found.first] - s.ends[stop] < _NEXT else NOTHING

    def _object(self, s: Sentence, at: int, stop: int) -> Phrase:
        """``augmenter de 5 % les capacités d'accueil``, ``évalue à 2 milliards le coût``: what the
        verb moves or values."""
        tie = s.word(at - 1)
        if tie not in ("de", "d'", "à") or not self._verbs.stands_at(s, at - 2):
            return NOTHING
        passive = s.word(at - 3) in self._passive
        return NOTHING if passive and tie == "à" else self._object_behind(s, stop)

    def _object_behind(self, s: Sentence, stop: int) -> Phrase:
        """The noun phrase with a determiner right behind an amount."""
        while s.word(stop) in self._net:
            stop += 1
        if s.word(stop) == "par":
            stop += 2
        if s.word(stop) not in self._nouns.determiners:
            return NOTHING
        found = self._nouns.forward(s, stop)
        return NOTHING if s.word(found.first) in self._nouns.times else found

    @staticmethod
    def _is_place(s: Sentence, stop: int, behind: Phrase) -> bool:
        """``140 km de Lyon``, ``2 km du centre`` say from where, not what is that long."""
        definite = s.words[stop] in ("du", "des") or behind.first > stop + 1
        return definite or s.raw(behind.first)[0].isupper()


@per_knowledge
def measures() -> Measures:
    """The finder, made once per process."""
    return Measures()
