"""Numbers that count something: ``4 000 postes d'enseignants`` is 4000 of the lemma ``poste``.

What counts, so that the rows are facts that an analyst would tabulate:

- any number in figures, or above ten in words, with a plural noun (``577 députés``, ``douze
  communes``), the definite article included;
- a number of at most ten in words (``deux ministres``), unless a definite word before it
  says that the things are known (``les deux assemblées``, ``ces trois textes``) or the noun orders
  talk (``deux raisons``, ``trois fois``, ``deux choses``);
- a magnitude or noun in -aine with ``de`` (``une centaine de maires``, ``2 millions d'élèves``).

What does not: ``un`` and ``une``; numbers of things (``article 12``, ``amendements nos 3 et 4``,
``page 5``, ``France 24``); addresses; scores; lengths of time and ages, which are dates.

There is no tagger before this component: a plural noun is a word in -s, -x or -z that no list of
``models/lexicons/amounts.toml`` excludes, which in French is reliable right behind a number.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from hemicycle.annotation.amounts.words import noun_lemma
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers import Number

_GAP = r"[ \u00a0\u202f\u2009]{1,2}"
_NEXT = re.compile(rf"{_GAP}([^\W\d_]+(?:[-\u2011][^\W\d_]+)*)")
_OF = re.compile(rf"{_GAP}(?:de{_GAP}|d['’])([^\W\d_]+(?:[-\u2011][^\W\d_]+)*)", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_]+|[§№]|[nN][°º]s?)\.?[ \u00a0\u202f\u2009]{0,2}\Z")
_LISTED = re.compile(r"[0-9](?:er|[a-z])?(?:,|,? (?:et|à|ou)|-|–)[ \u00a0]?\Z")
_CHAIN = re.compile(
    r"([^\W\d_]+|[§№]|[nN][°º]s?)\.?[ \u00a0]{0,2}"
    r"(?:[0-9]+(?:er)?(?:[- ][A-Za-z]{1,3})?(?:,[ \u00a0]|,? (?:et|à|ou) |-|–)){1,20}\Z"
)
_ADDRESS = re.compile(r",?[ \u00a0]([^\W\d_]+)")
_ACRONYM = re.compile(rf"{_GAP}(?:de{_GAP}|d['’])?([A-Z]{{2,5}})(?!\w)")
_PLURAL = ("s", "x", "z")


class Noun(NamedTuple):
    """What a number counts.

    Attributes:
        start: first character of the noun phrase (with its adjectives).
        end: one past the noun.
        lemma: the noun in the singular.
    """

    start: int
    end: int
    lemma: str


def takes_of(number: Number) -> bool:
    """Does ``de`` stand between the number and what it counts (``2 millions d'élèves``)?"""
    round_figures = number.value >= 1_000_000 and number.value % 1_000_000 == 0
    collective = number.approximate or number.vague or number.fraction
    return number.magnitude > 1 or collective or round_figures


def _is_thousand(number: Number) -> bool:
    """``vingt mille élèves``: `mille` is no noun and takes no `de`."""
    return number.magnitude == 1000 and not number.approximate and not number.vague


class Counts:
    """Finds the noun that a number counts."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["counts"]
        self._adjectives = frozenset(data["adjectives"])
        self._nominal = frozenset(data["nominal"])
        self._stop = frozenset(data["stop"])
        self._discourse = frozenset(data["discourse"])
        self._references = frozenset(data["references"])
        self._addresses = frozenset(data["addresses"])
        self._acronyms = frozenset(data["acronyms"])
        self._definite = frozenset(data["definite"])
        self._unmarked = frozenset(data["unmarked"])
        self._singular = frozenset(data["singular"])

    def noun(self, text: str, number: Number) -> Noun | None:
        """The noun phrase behind a number, None if it counts nothing."""
        bulk = takes_of(number) and not _is_thousand(number)
        cast = _NEXT.match(text, number.end)
        if cast is not None and cast[1] in self._unmarked and number.value > 1:
            return Noun(cast.start(1), cast.end(1), cast[1])
        acronym = _ACRONYM.match(text, number.end)
        if acronym is not None and acronym[1] in self._acronyms and number.value >= 2:
            return Noun(acronym.start(1), acronym.end(1), acronym[1])
        match = _OF.match(text, number.end) if bulk else _NEXT.match(text, number.end)
        if match is None:
            return None
        found = self._head(text, match)
        if found is None:
            return None
        if not bulk and self._in_compound(text, number.start):
            return None
        small = number.form == "words" and number.value <= 10 and not bulk
        if small and (self._known(text, number.start) or found.lemma in self._discourse):
            return None
        idle = number.value <= 10 or (number.value == 1000 and number.form == "words")
        if found.lemma in self._discourse and idle:
            return None
        return found

    def _head(self, text: str, match: re.Match[str]) -> Noun | None:
        """Skip the adjectives before a noun; the noun must look plural."""
        start = match.start(1)
        for _ in range(3):
            word = match[1].lower()
            following = _NEXT.match(text, match.end())
            if word in self._adjectives:
                if following is not None and self._is_plural_noun(following[1]):
                    match = following
                    continue
                if word not in self._nominal:
                    return None
            elif not self._is_plural_noun(match[1]):
                return None
            return Noun(start, match.end(), noun_lemma(match[1]))
        return None

    def _is_plural_noun(self, word: str) -> bool:
        low = word.lower()
        return (
            low.endswith(_PLURAL)
            and len(low) > 2
            and (low not in self._stop or low in self._nominal)
            and not (word.isupper() and len(word) < 6)
        )

    def _known(self, text: str, place: int) -> bool:
        match = _BEFORE.search(text, max(0, place - 20), place)
        return match is not None and match[1].lower() in self._definite

    def _heads_list(self, text: str, place: int) -> bool:
        """Is the number in a list of numbers of things (``les articles 12, 13 et 14``)?"""
        chain = _CHAIN.search(text, max(0, place - 120), place)
        return chain is not None and chain[1].lower() in self._references

    def _in_compound(self, text: str, place: int) -> bool:
        """Does a singular determiner stand before the number (``un deux-roues``)?"""
        match = _BEFORE.search(text, max(0, place - 20), place)
        return match is not None and match[1].lower() in self._singular

    def is_reference(self, text: str, number: Number) -> bool:
        """Is it the number of a thing (``article 12``, ``n° 59``, ``2, rue``)?"""
        match = _BEFORE.search(text, max(0, number.start - 20), number.start)
        if match is not None and match[1].lower() in self._references:
            return True
        if _LISTED.search(text, max(0, number.start - 80), number.start) and self._heads_list(
            text, number.start
        ):
            return True
        if number.form == "digits" and text[number.start] == "0" and number.end - number.start > 1:
            return text[number.start + 1] not in ".,"
        address = _ADDRESS.match(text, number.end)
        return address is not None and address[1].lower() in self._addresses


@per_knowledge
def counts() -> Counts:
    """The finder, made once per process."""
    return Counts()
