"""Finds the terms of a lexicon in a text, in all their inflected forms.

A text is read as its content words: each word by its lemma, with hyphens and elided articles taken
off, and the little words between (`de`, `des`, `la`, `à`...) left out. A term is a sequence of such
words, so `construction de logements` is also found in `la construction des logements`; little
words that open a term must stand in the text too (`en train de`, `sans domicile`). A phrase never
crosses punctuation or the end of a line, and the longest term wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from hemicycle.annotation.surnames import is_surname
from hemicycle.knowledge.made import per_knowledge, remembered_per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma_of_singular
from hemicycle.reading.verb_readings import is_verb

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:[-‐‑.][^\W_]+)*")
_ONE_HYPHEN = str.maketrans("‐‑", "--")
_HYPHENS = str.maketrans("", "", "-‐‑")
_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
# What may stand between two words of a phrase.
_GAP = re.compile(r"[\s'’]*")


class Word(NamedTuple):
    """A content word: its key, its place, and whether a phrase can run on to it from the last."""

    key: str
    start: int
    end: int
    joined: bool


@per_knowledge
def little_words() -> frozenset[str]:
    """The words that do not count in a phrase (`de`, `la`), in small letters."""
    return frozenset(load_toml("lexicons", "little_words.toml")["inside_phrases"])


@per_knowledge
def _own_plurals() -> frozenset[str]:
    return frozenset(load_toml("lexicons", "little_words.toml")["own_plurals"])


@remembered_per_knowledge(20_000)
def key_of(word: str) -> str:
    """What all forms of a word share: the lemma in lower case, without hyphens.

    Of a compound that no dictionary knows, each part is brought to its lemma (`antennes-relais`).
    """
    lower = word.lower().translate(_ONE_HYPHEN)
    if lower in _own_plurals():
        return lower
    found = lemma_of_singular(lower).lower()
    if "-" in lower and found == lower:
        found = "".join(lemma_of_singular(part) for part in lower.split("-"))
    return found.lower().translate(_HYPHENS)


@remembered_per_knowledge(8)
def content_words(text: str) -> list[Word]:
    """The content words of a text, in order; the last few texts are remembered."""
    little = little_words()
    words: list[Word] = []
    joined = False
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if joined and _broken(text, end, start):
            joined = False
        surface = match[0]
        end = match.end()
        if surface.lower() in little:
            continue
        words.append(Word(key_of(surface), start, end, joined))
        joined = True
    return words


def _broken(text: str, end: int, start: int) -> bool:
    match = _GAP.match(text, end, start)
    return match is None or match.end() != start or "\n" in text[end:start]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A term of the lexicon at a place of the text."""

    start: int
    end: int
    term: str
    values: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A term of the lexicon, read once.

    Attributes:
        term: the term as the lexicon writes it.
        value: its value.
        opening: the little words before its first content word, folded unless they have capitals.
        capitals: its words with a capital letter.
        noun: whether it is one word that is no infinitive.
    """

    term: str
    value: T
    opening: str
    capitals: tuple[str, ...]
    noun: bool

    def start(self, text: str, start: int, end: int) -> int | None:
        """Where the term begins if its opening and its capitals stand in the text, else None."""
        if self.opening:
            before = text[max(0, start - len(self.opening)) : start]
            if not self.opening[0].isupper():
                before = before.lower()
            if before.translate(_PLAIN) != self.opening:
                return None
            start -= len(self.opening)
            if start and text[start - 1].isalnum():
                return None
        if self.capitals:
            shown = _WORD.findall(text, start, end)
            for word in self.capitals:
                acronym = word.isupper() and len(word) > 1
                if not any(s == word if acronym else s[0] == word[0] for s in shown):
                    return None
        if self.noun and is_verb(text, start, end):
            return None
        if not self.capitals and " " not in self.term and is_surname(text, start):
            return None
        return start


@dataclass(slots=True)
class TermFinder(Generic[T]):
    """Finds terms; each has one or more values (codes, weights)."""

    _entries: dict[tuple[str, ...], list[_Entry[T]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    def add(self, term: str, value: T) -> None:
        """Add a term; a term with a capital letter will be found with that capital only."""
        words = content_words(term)
        keys = tuple(word.key for word in words)
        if not keys:
            raise ValueError(f"The term {term!r} has no content word.")
        opening = term[: words[0].start]
        opening = (opening if opening[:1].isupper() else opening.lower()).translate(_PLAIN)
        capitals = tuple(word for word in _WORD.findall(term) if word[0].isupper())
        noun = len(words) == 1 and not opening and not term.endswith(("er", "ir"))
        entry = _Entry(term, value, opening, capitals, noun)
        self._entries.setdefault(keys, []).append(entry)
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def find(self, text: str) -> Iterator[Found[T]]:
        """The terms in a text, from left to right, none inside another."""
        words = content_words(text)
        index = 0
        while index < len(words):
            longest = self._longest.get(words[index].key)
            found = self._at(text, words, index, longest) if longest else None
            if found is None:
                index += 1
            else:
                length, item = found
                yield item
                index += length

    def _at(
        self, text: str, words: list[Word], index: int, longest: int
    ) -> tuple[int, Found[T]] | None:
        last = index + 1
        while last < len(words) and last - index < longest and words[last].joined:
            last += 1
        for stop in range(last, index, -1):
            entries = self._entries.get(tuple(word.key for word in words[index:stop]))
            if not entries:
                continue
            place, end = words[index].start, words[stop - 1].end
            starts = [(entry.start(text, place, end), entry) for entry in entries]
            first = min((start for start, _ in starts if start is not None), default=None)
            if first is not None:
                # A term with little words before is longer than one without.
                chosen = [entry for start, entry in starts if start == first]
                values = tuple(entry.value for entry in chosen)
                return stop - index, Found(first, end, chosen[0].term, values)
        return None


def stands_in(phrases: Iterable[str], sentence: str) -> bool:
    """Whether one of some phrases, in any form, stands in a sentence."""
    keys = [word.key for word in content_words(sentence)]
    line = f" {' '.join(keys)} "
    return any(
        f" {' '.join(word.key for word in content_words(phrase))} " in line for phrase in phrases
    )
