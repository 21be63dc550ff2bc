"""Noun phrases of French by word lists, forward and backward from a place; no parser.

A noun phrase is read as nouns and adjectives tied by ``de``, ``du``, ``des``, ``à``, ``au``; it
ends at a determiner, a preposition, a conjunction, a pronoun, an auxiliary, a verb, a figure or a
punctuation mark. What is a noun or an adjective is everything that the lists do not exclude and
that does not look like a verb.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from hemicycle.annotation.amounts.words import finite_verb, noun_lemma
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers.atoms import vocabulary

_TOKEN = re.compile(
    r"[Aa]ujourd['’]hui|CO2|[^\W\d_]+[-\u2011]d['’][^\W\d_]+|[^\W\d_]+(?:[-\u2011][^\W\d_]+)*['’]?|[0-9]+(?:[.,][0-9]+)*|[^\w\s]|\n"
)
OF = frozenset(("de", "d'", "du", "des"))
_TO = frozenset(("à", "au", "aux"))
_INDEFINITE = frozenset(("un", "une"))
_LONGEST = 12
PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")


class Token(NamedTuple):
    """A word or a mark of a sentence.

    Attributes:
        start: first character in the text, from 0.
        end: one past the last character.
        low: in small letters, the apostrophe straight.
        capital: does it begin with a capital?
    """

    start: int
    end: int
    low: str
    capital: bool = False


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Words, figures and marks of a stretch of text."""
    return [
        Token(match.start(), match.end(), match[0].lower().replace("’", "'"), match[0][0].isupper())
        for match in _TOKEN.finditer(text, start, end)
    ]


class Grammar:
    """The word lists and the two walks."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
        self.determiners = frozenset(data["determiners"])
        self.auxiliaries = frozenset(data["auxiliaries"])
        self.pronouns = frozenset(data["pronouns"])
        self.adverbs = frozenset(data["adverbs"])
        self._closed = (
            frozenset([*data["prepositions"], *data["conjunctions"]])
            | self.pronouns
            | self.adverbs
            | self.auxiliaries
            | frozenset(vocabulary().words)
        )
        self._holders = frozenset(data["holders"])
        self._prepositions = frozenset(data["prepositions"])
        self._verbal = self.auxiliaries | {
            "se",
            "s'",
            "ne",
            "n'",
            "il",
            "elle",
            "ils",
            "elles",
            "on",
        }
        self._levels = frozenset(("taux", "niveau", "hauteur", "tarif", "prix", "rythme"))
        self._levied = frozenset(data["levied"])
        self._loose = frozenset(data["loose"]) | frozenset(data["times"])
        self._numbered = frozenset(("article", "articles", "alinéa", "amendement", "paragraphe"))

    @property
    def holders(self) -> frozenset[str]:
        """Nouns that say whose or when (``pays``, ``année``)."""
        return self._holders

    def governor(self, words: list[Token], first: int) -> int:
        """The index of the preposition that governs the phrase at ``first``, -1 if
        none does."""
        at = first - 1
        while at >= 0 and words[at].low in self.determiners:
            at -= 1
        if at > 0 and words[at].low in self._prepositions | _TO:
            return at
        return -1

    def is_content(self, low: str) -> bool:
        """May the word be a noun or an adjective?"""
        return (
            low[0].isalpha()
            and low not in self._closed
            and low not in OF
            and low not in _TO
            and low not in self.determiners
            and not low.endswith("'")
        )

    def forward(self, words: list[Token], at: int, *, plural_head: bool = False) -> tuple[int, int]:
        """The phrase that begins at index ``at``, its determiner left out: first index, and one
        past the last; both equal if there is none. ``plural_head``: the first noun is plural,
        whatever its form (``55 pays``)."""
        while at < len(words) and words[at].low in self.determiners:
            at += 1
        first = stop = at
        plural = False
        while stop < len(words) and stop - first < _LONGEST:
            low = words[stop].low
            if self.is_content(low):
                fresh = stop == first or not self.is_content(words[stop - 1].low)
                if not fresh and self._is_verb(low, plural=plural):
                    break
                if not fresh and self._is_participle_with_complement(words, stop):
                    break
                if fresh:
                    plural = low[-1] in "sx" and noun_lemma(low) != low
                    plural = plural or (plural_head and stop == first)
                stop += 1
            elif low == "sur" and stop > first and words[stop - 1].low in self._levied:
                stop += 1
                while stop < len(words) and words[stop].low in self.determiners:
                    stop += 1
            elif low == "en" and stop > first and self._is_inner(words, stop, len(words)):
                stop += 1
            elif low in OF or low in _TO:
                nearest = stop + 1
                while nearest < len(words) and words[nearest].low in self.determiners:
                    nearest += 1
                if stop == first or nearest >= len(words):
                    break
                possessed = low in _TO and words[nearest - 1].low not in (
                    "à",
                    "au",
                    "aux",
                    "la",
                    "l'",
                )
                if possessed or not self.is_content(words[nearest].low):
                    break
                noun = words[nearest]
                if noun.low in self._numbered or finite_verb(noun.low) == noun.low:
                    break
                if low in _TO and (noun.capital or noun.low in self._loose):
                    break
                stop = nearest
            else:
                break
        return self._trim(words, first, stop)

    def backward(
        self, words: list[Token], stop: int, *, indefinite: bool = False
    ) -> tuple[int, int]:
        """The phrase that ends right before index ``stop``; with ``indefinite`` it goes on
        beyond ``d'un`` (``coût annuel d'un élu``)."""
        at = stop
        while at > 0 and stop - at < _LONGEST:
            low = words[at - 1].low
            if self.is_content(low):
                if self.is_predicate(words, at - 1):
                    break
                at -= 1
            elif low in OF or low in _TO:
                if at < 2 or at == stop or not self.is_content(words[at - 2].low):
                    break
                applied = words[at - 2].low.endswith(("é", "ée", "és", "ées"))
                if low in _TO and (applied or words[at].low in self._levels):
                    break
                at -= 1
            elif low == "en" and at > 1 and self._is_inner(words, at - 1, stop):
                at -= 1
            elif low in self.determiners:
                tied = at >= 3 and words[at - 2].low in ("de", "à", "d'")
                levied = (
                    at >= 3 and words[at - 2].low == "sur" and words[at - 3].low in self._levied
                )
                tied = levied or tied
                tied = tied and (indefinite or low not in _INDEFINITE)
                if not tied or at == stop or not self.is_content(words[at - 3].low):
                    break
                at -= 2
            else:
                break
        while at < stop and not self.is_content(words[at].low):
            at += 1
        return self._trim(words, at, stop)

    def _is_inner(self, words: list[Token], at: int, stop: int) -> bool:
        """Does ``en`` tie two nouns (``dépenses en santé``) and begin no complement of place or
        time (``emplois en Bretagne``, ``en hausse``)?"""
        if at < 1 or at + 1 >= stop:
            return False
        noun = words[at + 1]
        outer = noun.capital or noun.low in self._loose or noun.low.endswith("ant")
        # `6 000 personnes en bénéficient`
        outer = outer or (noun.low.endswith("ent") and bool(finite_verb(noun.low)))
        return not outer and self.is_content(words[at - 1].low) and self.is_content(noun.low)

    def _trim(self, words: list[Token], first: int, stop: int) -> tuple[int, int]:
        """Leave out what stands loose at the end, and a complement that says whose it is."""
        tail = [word.low for word in words[first:stop][-2:]]
        if stop - first > 2 and tail[0] in _TO and tail[1] in self._levels:
            stop -= 2
        while stop > first and not self.is_content(words[stop - 1].low):
            stop -= 1
        for index in range(first + 2, stop):
            low = words[index].low
            if not any(word.low in OF or word.low in _TO for word in words[first:index]):
                continue
            if low in ("du", "des") or (low in ("de", "d'") and index + 1 < stop):
                head = index + 1
                while head < stop and words[head].low in self.determiners:
                    head += 1
                definite = low in ("du", "des") or head > index + 1
                if definite and head < stop and words[head].low in self._holders:
                    return first, index
        return first, stop

    def is_predicate(self, words: list[Token], at: int) -> bool:
        """Is the word a verb, by its form or by an auxiliary or pronoun before it?"""
        low = words[at].low
        if at and words[at - 1].low in self._verbal:
            return True
        # `coût de revient`: no finite verb follows `de`.
        if at and words[at - 1].low in OF:
            return False
        verb = finite_verb(low)
        return bool(verb) and not _like_participle(low, verb)

    def _is_participle_with_complement(self, words: list[Token], at: int) -> bool:
        """``drapeaux hissés au centre``: the participle begins another phrase."""
        if at + 1 >= len(words) or not words[at].low.endswith(PARTICIPLE):
            return False
        return words[at + 1].low in _TO | self._prepositions and bool(finite_verb(words[at].low))

    def _is_verb(self, low: str, *, plural: bool) -> bool:
        """Behind a noun: a finite verb, or an adjective? Adjectives agree, verbs do not."""
        if plural and low[-1] in "sxz":
            return False
        verb = finite_verb(low)
        return not _like_participle(low, verb) if verb else plural


def _like_participle(low: str, infinitive: str) -> bool:
    """May the form be the participle of the verb? One in -er has no other than in -é
    (``contribue``, ``publie`` are none)."""
    endings = PARTICIPLE[:4] if infinitive.endswith("er") else PARTICIPLE
    return low.endswith(endings)


@per_knowledge
def grammar() -> Grammar:
    """The word lists, read once per process."""
    return Grammar()
