"""Noun phrases of French by word lists, forward and backward from a place; no parser.

A noun phrase is read as nouns and adjectives tied by ``de``, ``du``, ``des``, ``à``, ``au``; it
ends at a determiner, a preposition, a conjunction, a pronoun, an auxiliary, a verb, a figure or a
mark. What is a noun or an adjective is everything that the closed classes of
``models/lexicons/noun_phrases.toml`` do not hold and that does not look like a verb.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from hemicycle.knowledge.grammar import (
    AND_OR,
    IN,
    OF,
    OF_THE,
    ON,
    PLAIN_OF,
    PLAIN_OF_TO,
    PLAIN_TO,
    THE_APART,
    TO,
    A,
)
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma
from hemicycle.reading.numbers.atoms import vocabulary
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE, INFINITIVE, PARTICIPLE, verbs

_LINKS = OF | TO
# `à` and `la` before a noun; another determiner behind `à` begins another phrase.
_BEHIND_TO = TO | THE_APART
_PUT_INTO = IN | PLAIN_TO
_LONGEST = 12
_CACHED = 20_000


class Words(Protocol):
    """The words of a sentence; indices beyond its ends read as empty.

    Attributes:
        words: each in small letters with straight apostrophes.
    """

    words: list[str]

    def word(self, index: int) -> str:
        """The word at an index."""
        ...

    def raw(self, index: int) -> str:
        """The word as it is written."""
        ...


class Phrase(NamedTuple):
    """A stretch of words; empty if there is none.

    Attributes:
        first: index of its first word.
        stop: index behind its last word.
    """

    first: int
    stop: int

    def __bool__(self) -> bool:
        return self.stop > self.first


NOTHING = Phrase(0, 0)


class NounPhrases:
    """The closed classes, and the two walks."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        data: dict[str, Any] = load_toml("lexicons", "noun_phrases.toml")
        self.determiners = frozenset(data["determiners"])
        self.auxiliaries = frozenset(data["auxiliaries"])
        self.pronouns = frozenset(data["pronouns"])
        self.adverbs = frozenset(data["adverbs"])
        self.times = frozenset(data["times"])
        self._prepositions = frozenset(data["prepositions"])
        self._closed = (
            self._prepositions.union(data["conjunctions"], vocabulary().words, _LINKS)
            | self.pronouns
            | self.adverbs
            | self.auxiliaries
            | self.determiners
        )
        self._governing = self._prepositions | TO
        self._holders = frozenset(data["holders"])
        self._before_verbs = self.auxiliaries.union(data["before_verbs"])
        self._levels = frozenset(data["levels"])
        self._levied = frozenset(data["levied"])
        self._loose = frozenset(data["loose"]) | self.times
        self._numbered = frozenset(data["numbered"])
        self._puts = frozenset(data["puts"])
        self._inverted = tuple(f"-{pronoun}" for pronoun in data["inverted"])
        self._hyphened = frozenset(data["hyphened"])
        self._invariable = frozenset(data["invariable"])
        self._introducing = frozenset(data["introducing"])
        self.denying = frozenset(data["denying"])
        self._verbs = verbs()
        #: May the word be a noun or an adjective? Asked of a word in small letters.
        self.is_content = lru_cache(_CACHED)(self._is_content)
        #: The singular of a plural noun; verbs that simplemma prefers are undone.
        self.singular = lru_cache(_CACHED)(self._singular)

    def _is_content(self, low: str) -> bool:
        if not low[:1].isalpha() or low in self._closed or low.endswith("'"):
            return False
        # `avez-vous`, `dira-t-on`
        return "-" not in low or low in self._hyphened or not low.endswith(self._inverted)

    def _singular(self, word: str) -> str:
        low = word.lower()
        if "-" in low:
            parts = low.split("-")
            return "-".join(self.singular(p) if p.endswith(("s", "x")) else p for p in parts)
        if low in self._invariable:
            return low
        found = lemma(low)
        if not low.endswith("s"):
            return found
        singular = low[:-1]
        if found.endswith(INFINITIVE) and found != singular:
            return singular
        unknown = found == low and not low.endswith(("is", "us", "ès", "ss"))
        return singular if unknown else found

    def skip_determiners(self, s: Words, at: int) -> int:
        """The index behind the determiners that stand at an index."""
        while s.word(at) in self.determiners:
            at += 1
        return at

    def before_determiners(self, s: Words, at: int) -> int:
        """The index of the last word up to an index that is no determiner, -1 if all are."""
        while at >= 0 and s.words[at] in self.determiners:
            at -= 1
        return at

    def governor(self, s: Words, first: int) -> int:
        """The index of the preposition that governs the phrase at ``first``, -1 if none does."""
        at = self.before_determiners(s, first - 1)
        if at > 1 and s.words[at] in OF and s.words[at - 1] in self._prepositions:
            return at - 1  # `les recettes issues du tabac`
        return at if at > 0 and s.words[at] in self._governing else -1

    def is_predicate(self, s: Words, at: int) -> bool:
        """Is the word a verb, by its form or by an auxiliary or pronoun before it?"""
        before = s.word(at - 1)
        if before in self._before_verbs:
            return True
        if before in PLAIN_OF and self._verbs.is_infinitive(s.words[at]):
            return True
        # `coût de revient`: no finite verb follows `de`.
        told = before not in OF and self._verbs.is_predicate(s.words[at])
        # `le mont Maudit`: a capital behind a word is a name's.
        return told and not (before[:1].isalpha() and s.raw(at)[:1].isupper())

    def forward(self, s: Words, at: int, *, plural_head: bool = False) -> Phrase:
        """The phrase that begins at an index, its determiner left out.

        Args:
            s: the words of a sentence.
            at: where it begins.
            plural_head: the first noun is plural, whatever its form (``55 pays``).
        """
        first = stop = self.skip_determiners(s, at)
        plural = False
        while stop < len(s.words) and stop - first < _LONGEST:
            low = s.words[stop]
            if not self.is_content(low):
                following = self._over_link(s, first, stop)
                if following == stop:
                    break
                stop = following
                continue
            if stop == first or not self.is_content(s.words[stop - 1]):
                plural = low[-1] in "sx" and self.singular(low) != low
                plural = plural or (plural_head and stop == first)
            elif self._opens_a_clause(s, stop, plural=plural):
                break
            stop += 1
        return self._trim(s, first, stop)

    def _opens_a_clause(self, s: Words, at: int, *, plural: bool) -> bool:
        """Behind a noun: is it a verb, or a participle with its complement (``drapeaux hissés au
        centre``)? Adjectives agree with a plural, verbs do not."""
        low = s.words[at]
        verb = self._verbs.finite(low)
        if not (plural and low[-1] in "sxz"):
            predicate = self._verbs.is_predicate(low)
            if predicate or (plural and not verb):
                return True
        return bool(verb) and low.endswith(PARTICIPLE) and s.word(at + 1) in self._governing

    def _over_link(self, s: Words, first: int, at: int) -> int:
        """The index where a phrase goes on behind a link, ``at`` itself if it ends there."""
        low = s.words[at]
        if at == first:
            return at
        if low in AND_OR and s.word(at + 1) in OF and not OF.isdisjoint(s.words[first:at]):
            second = self.skip_determiners(s, at + 2)
            return second if self.is_content(s.word(second)) else at
        if low in ON and s.words[at - 1] in self._levied:
            return self.skip_determiners(s, at + 1)
        if low in IN:
            return at + self._is_inner(s, at, len(s.words))
        if low not in _LINKS:
            return at
        nearest = self.skip_determiners(s, at + 1)
        noun = s.word(nearest)
        if not self.is_content(noun):
            return at
        if noun in self._numbered or self._verbs.is_infinitive(noun):
            return at
        if low in TO:
            possessed = s.words[nearest - 1] not in _BEHIND_TO
            if possessed or noun in self._loose or s.raw(nearest)[0].isupper():
                return at
        return nearest

    def backward(self, s: Words, stop: int, *, indefinite: bool = False) -> Phrase:
        """The phrase that ends right before an index.

        Args:
            s: the words of a sentence.
            stop: the index behind its last word.
            indefinite: go on beyond ``d'un`` (``coût annuel d'un élu``).
        """
        at = stop
        while at > 0 and stop - at < _LONGEST:
            if self.is_content(s.words[at - 1]):
                if f"{s.word(at - 2)} {s.words[at - 1]}" in self._introducing:
                    break  # `compte tenu du potentiel`
                if self.is_predicate(s, at - 1):
                    if self._is_due(s, at - 1):
                        at -= 2  # `les restes à payer du ministère`
                        continue
                    break
                at -= 1
                continue
            if s.words[at - 1] in _PUT_INTO and at < stop and s.word(at - 2) in self._puts:
                at -= 2  # `la mise en œuvre du programme`
                continue
            if s.words[at - 1] in self.denying and at < stop and s.words[at].endswith(PARTICIPLE):
                at -= 1  # `du riz non parfumé`
                continue
            before = self._before_link(s, at, stop, indefinite=indefinite)
            before = before if before < at else self._before_second(s, at, stop)
            if before == at:
                break
            at = before
        while at < stop and not self.is_content(s.words[at]):
            at += 1
        return self._trim(s, at, stop)

    def _is_due(self, s: Words, at: int) -> bool:
        """Is the word the infinitive of a noun phrase (``les sommes à recouvrer``)?"""
        noun = s.word(at - 2)
        if s.word(at - 1) not in PLAIN_TO or not self._verbs.is_infinitive(s.words[at]):
            return False
        return self.is_content(noun) and not self.is_predicate(s, at - 2)

    def _before_link(self, s: Words, at: int, stop: int, *, indefinite: bool) -> int:
        """The index of the link that ties a phrase to what stands before, ``at`` if none does."""
        low = s.words[at - 1]
        if low in _LINKS:
            noun = s.word(at - 2)
            if at == stop or not self.is_content(noun):
                return at
            applied = noun.endswith(FIRST_GROUP_PARTICIPLE) or s.words[at] in self._levels
            return at if low in TO and applied else at - 1
        if low in IN:
            return at - self._is_inner(s, at - 1, stop)
        if low not in self.determiners or at == stop or at < 3:
            return at
        link, noun = s.words[at - 2], s.words[at - 3]
        tied = link in PLAIN_OF_TO or (link in ON and noun in self._levied)
        tied = tied and (indefinite or low not in A)
        return at - 2 if tied and self.is_content(noun) else at

    def _before_second(self, s: Words, at: int, stop: int) -> int:
        """The index behind the first of two complements (``le prix de l'eau et de
        l'électricité``, ``dépenses de santé et d'éducation``), ``at`` itself if there is one."""
        link = self.before_determiners(s, at - 1) if at < stop else -1
        if link < 3 or s.words[link] not in OF or s.words[link - 1] not in AND_OR:
            return at
        first = link - 1
        if not self.is_content(s.words[first - 1]) or self.is_predicate(s, first - 1):
            return at
        for index in range(first - 1, max(0, first - _LONGEST), -1):
            if s.words[index] in OF:
                return first if self.is_content(s.words[index - 1]) else at
            if not (self.is_content(s.words[index]) or s.words[index] in self.determiners):
                break
        return at

    def _is_inner(self, s: Words, at: int, stop: int) -> bool:
        """Does ``en`` tie two nouns (``dépenses en santé``) and begin no complement of place or
        time (``emplois en Bretagne``, ``en hausse``)?"""
        if at < 1 or at + 1 >= stop:
            return False
        noun = s.words[at + 1]
        if noun in self._loose or noun.endswith("ant") or s.raw(at + 1)[0].isupper():
            return False
        # `6 000 personnes en bénéficient`
        if noun.endswith("ent") and self._verbs.finite(noun):
            return False
        return self.is_content(s.words[at - 1]) and self.is_content(noun)

    def _trim(self, s: Words, first: int, stop: int) -> Phrase:
        """Leave out what stands loose at the end, and a complement that says whose it is."""
        low = s.words
        if stop - first > 2 and low[stop - 2] in TO and low[stop - 1] in self._levels:
            stop -= 2
        while stop > first and not self.is_content(low[stop - 1]):
            stop -= 1
        linked = False
        for index in range(first, stop):
            if linked and index > first + 1 and self._says_whose(s, index, stop):
                return Phrase(first, index)
            linked = linked or low[index] in _LINKS
        return Phrase(first, stop)

    def _says_whose(self, s: Words, link: int, stop: int) -> bool:
        """Does a complement like ``du pays`` begin at an index?"""
        if s.words[link] not in OF:
            return False
        head = self.skip_determiners(s, link + 1)
        definite = s.words[link] in OF_THE or head > link + 1
        return definite and head < stop and s.words[head] in self._holders


@per_knowledge
def noun_phrases() -> NounPhrases:
    """The reader, made once per knowledge."""
    return NounPhrases()
