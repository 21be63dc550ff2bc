"""The verbs that stand between an amount and what it measures."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.verbs import verbs

# Words within which a clause of change ends behind its verb.
_CLAUSE = 8
_MARKS = frozenset((",", ";", ":", "(", ")", "\n"))
_REFLEXIVES = frozenset(("se", "s'"))


class MeasureVerbs:
    """Verbs of measure (``atteindre``) and of change (``reculer``)."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        measure, change = data["measure"], data["change"]
        self._moving = frozenset(measure["moving"]).union(change["up_verbs"], change["down_verbs"])
        self._all = self._moving.union(measure["verbs"])
        self._behind_reflexive = self._all.union(measure["reflexive"])
        self._levels = frozenset(measure["levels"])
        self._nounlike = frozenset(measure["before_nouns"])
        self._sizes = frozenset(measure["sizes"])
        self._changes = frozenset(measure["changes"])
        self._nouns = noun_phrases()
        self._verbs = verbs()

    def stands_at(self, s: Sentence, at: int) -> bool:
        """Is the word a verb of measure or change, as far as its form tells?"""
        low, before = s.word(at), s.word(at - 1)
        if before in self._nouns.determiners or not low[:1].isalpha():
            return False
        nounlike = before in self._nounlike or (before in self._sizes and low in self._changes)
        if nounlike and low[-1] != "r":
            return False
        known = self._behind_reflexive if before in _REFLEXIVES else self._all
        return self._verbs.any_of(low, known)

    def tells_a_level(self, low: str) -> bool:
        """Is a percentage behind the verb that of its subject (``représentent 18 %``)?"""
        return self._verbs.any_of(low, self._levels)

    def ends_clause(self, s: Sentence, at: int) -> bool:
        """Does a verb or an auxiliary stand at an index?"""
        return (
            self._nouns.is_predicate(s, at)
            or self.stands_at(s, at)
            or s.words[at] in self._nouns.auxiliaries
        )

    def changing(self, s: Sentence, at: int) -> int:
        """The index of the verb of change that ends a clause at an index (``recule pour la
        troisième année``, ``accélèrent légèrement``), -1 if none does."""
        for index in range(at, max(-1, at - _CLAUSE), -1):
            low = s.words[index]
            if low in _MARKS or low in self._nouns.pronouns:
                return -1
            if self.stands_at(s, index) and self._verbs.any_of(low, self._moving):
                return index
        return -1


@per_knowledge
def measure_verbs() -> MeasureVerbs:
    """The verbs, read once per knowledge."""
    return MeasureVerbs()
