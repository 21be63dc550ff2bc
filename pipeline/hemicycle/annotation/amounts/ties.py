"""What an amount is tied to by the word before it: ``de``, ``à``, a verb, a colon, a bracket."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.measure_verbs import measure_verbs
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.annotation.amounts.subjects import subjects
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import NOTHING, Phrase, noun_phrases

_SIGNS = frozenset(("+", "-", "–", "\u2212"))
_BEFORE_SIGNS = frozenset(("(", ":", "de", "à"))
_MARKS = frozenset(("(", ":", ","))
# How many hollow nouns may stand in a row (`pour un montant total d'une valeur de`).
_DEEPEST = 3


class Ties:
    """Reads the words before an amount from the right to the left."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        measure: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self._nouns = noun_phrases()
        self._verbs = measure_verbs()
        self._subjects = subjects()
        self._ties = frozenset(measure["ties"])
        self._being = frozenset(measure["being"])
        self._bases = frozenset(measure["ratio_bases"])
        self._compared = frozenset(measure["compared"])
        self._dimensions = frozenset(measure["dimensions"])
        self._places = frozenset(measure["places"])
        self._before_labels = frozenset(measure["before_labels"])
        self._hollow = frozenset(measure["hollow"])
        self._hollow_sizes = frozenset(measure["hollow_sizes"])
        self._hollow_behind = frozenset(measure["hollow_behind"])
        self._before_hollow = self._hollow.union(measure["hollow_ties"], self._nouns.determiners)

    def before(self, s: Sentence, at: int) -> Phrase:
        """What stands before an amount and is measured by it.

        Args:
            s: the words of the sentence.
            at: the word that the amount, or its modifier, begins with.
        """
        if s.word(at - 1) in _SIGNS and s.word(at - 2) in _BEFORE_SIGNS:
            at -= 1
        return self._tied(s, at, _DEEPEST)

    def _tied(self, s: Sentence, at: int, depth: int) -> Phrase:
        tie = s.word(at - 1)
        if not tie or not depth:
            return NOTHING
        if tie in _MARKS:
            return self._behind_mark(s, at)
        if tie in self._being:
            return self._subjects.find(s, at - 1)  # `est supérieur à 3 %`
        if tie in self._ties:
            at -= 1
            if s.word(at - 1) in (",", ":") and tie != "sous":
                verb = self._verbs.changing(s, at - 2)
                return self._subject(s, verb) or self._subjects.phrase(s, at - 1)
            if s.word(at - 1) == "que" and self._verbs.stands_at(s, at - 2):
                at -= 1  # `n'augmentera que de 3 %`
        elif not self._verbs.stands_at(s, at - 1):
            return self._near(s, at)
        at -= s.word(at - 1) in self._dimensions  # `un porte-avions, long de 310 mètres`
        return self._governing(s, at, depth) if at > 0 else NOTHING

    def _subject(self, s: Sentence, verb: int) -> Phrase:
        return self._subjects.find(s, verb) if verb >= 0 else NOTHING

    def _near(self, s: Sentence, at: int) -> Phrase:
        """``un taux proche de 3 %``."""
        return self._subjects.phrase(s, at) if s.word(at) in self._compared else NOTHING

    def _behind_mark(self, s: Sentence, at: int) -> Phrase:
        """``le coût a doublé : 3 M€``, ``la masse salariale (3 M€)``, ``Coût : 3 M€``."""
        verb = self._verbs.changing(s, at - 2)
        if verb >= 0:
            return self._subjects.find(s, verb)
        mark = s.words[at - 1]
        if mark == ",":
            return self._near(s, at)
        if mark == "(":
            found = self._subjects.phrase(s, at - 1)
            return NOTHING if s.word(found.first - 1) in self._places else found
        found = self._nouns.backward(s, at - 1)
        if found and s.words[found.first] in self._bases:
            return NOTHING  # `sous 30 % du PIB : 27 % en 2026`
        opens = found.first == 0 or s.words[found.first - 1] in self._before_labels
        governed = bool(found) and self._nouns.governor(s, found.first) >= 0
        return found if opens and not governed else NOTHING

    def _governing(self, s: Sentence, at: int, depth: int) -> Phrase:
        """What stands before an index: a verb with its subject, or a noun."""
        if s.words[at - 1] == ",":
            return self._subjects.phrase(s, at - 1)
        if s.words[at - 1].endswith("ment") and self._verbs.stands_at(s, at - 2):
            at -= 1
        if s.words[at - 1] in self._compared and at > 1:
            return self._comparing(s, at)
        if self._is_hollow(s, at - 1):
            at = self._past_hollow(s, at)
            before = s.word(at - 1)
            if self._verbs.stands_at(s, at - 1) or before in self._hollow_behind:
                return self._tied(s, at, depth - 1)
            return self._subjects.phrase(s, at - (before == "," and at > 1))
        if self._verbs.ends_clause(s, at - 1):
            return self._subjects.find(s, at - 1)
        return self._subjects.phrase(s, at)

    def _comparing(self, s: Sentence, at: int) -> Phrase:
        """``est supérieur de 3 %``, ``en retrait de 3 %``."""
        at -= 1 + (s.words[at - 2] == "en")
        if at < 1:
            return NOTHING
        if s.words[at - 1] == ",":
            return self._subjects.phrase(s, at - 1)
        if self._verbs.ends_clause(s, at - 1):
            return self._subjects.find(s, at - 1)
        return self._subjects.phrase(s, at)

    def _is_hollow(self, s: Sentence, at: int) -> bool:
        """``d'un montant de``, ``pour un montant total de``; not ``salaire minimum``."""
        at -= at > 0 and s.words[at] in self._hollow_sizes
        return s.words[at] in self._hollow and not self._nouns.is_content(s.word(at - 1))

    def _past_hollow(self, s: Sentence, at: int) -> int:
        """The index where ``pour un montant total`` begins."""
        at -= 1
        while s.word(at - 1) in self._before_hollow:
            at -= 1
        return at
