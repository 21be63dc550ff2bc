"""Finds the terms of a lexicon in a text, in all their inflected forms.

A text is read as its content words: each word by its lemma, with hyphens and elided articles taken
off, and the little words between (`de`, `des`, `la`, `à`...) left out. A term is a sequence of such
words, so `construction de logements` is also found in `la construction des logements`; little
words that open a term must stand in the text too (`en train de`, `sans domicile`). An adjective of
country or level may stand behind the first word of a term: a relational adjective keeps beside its
noun (`industrie suisse de l'armement`; Riegel, Pellat & Rioul, Grammaire méthodique du français).
A phrase never crosses punctuation or the end of a line, and the longest term wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from hemicycle.annotation.peoples import people_forms
from hemicycle.annotation.surnames import is_surname
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.content_words import ContentWords, content_words, key_of, keys_of
from hemicycle.reading.reading import Reading
from hemicycle.reading.verbs import VerbPlaces

T = TypeVar("T")

# Letters of an acronym, and characters looked at on either side of it.
_LONGEST_ACRONYM, _AROUND = 5, 25
_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


class Found(NamedTuple, Generic[T]):
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

    def start(self, reading: Reading, start: int, end: int) -> int | None:
        """Where the term begins if its opening and its capitals stand in the text, else None."""
        text = reading.text
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
            places = reading.words.starts
            shown = reading.words.forms[bisect_left(places, start) : bisect_left(places, end)]
            for word in self.capitals:
                acronym = word.isupper() and len(word) > 1
                if not any(s == word if acronym else s[0] == word[0] for s in shown):
                    return None
        if self.noun and reading.once(VerbPlaces)[start, end]:
            return None
        alone = not self.capitals and " " not in self.term
        if alone and (is_surname(text, start) or _is_acronym(text, start, end)):
            return None
        return start


@per_knowledge
def _owners() -> frozenset[str]:
    """The keys of adjectives that say of which country or level a thing is."""
    levels = load_toml("lexicons", "little_words.toml")["levels"]
    return frozenset(key_of(form) for form in (*levels, *(form for form, _ in people_forms())))


@dataclass(slots=True)
class TermFinder(Generic[T]):
    """Finds terms; each has one or more values (codes, weights)."""

    _entries: dict[tuple[str, ...], list[_Entry[T]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)
    _owners: frozenset[str] = field(default_factory=_owners)

    def add(self, term: str, value: T) -> None:
        """Add a term; a term with a capital letter will be found with that capital only."""
        reading = Reading(term)
        words = content_words(reading)
        keys = tuple(words.keys)
        if not keys:
            raise ValueError(f"The term {term!r} has no content word.")
        opening = term[: words.starts[0]]
        opening = (opening if opening[:1].isupper() else opening.lower()).translate(_PLAIN)
        capitals = tuple(word for word in reading.words.forms if word[0].isupper())
        noun = len(keys) == 1 and not opening and not term.endswith(("er", "ir"))
        entry = _Entry(term, value, opening, capitals, noun)
        self._entries.setdefault(keys, []).append(entry)
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def find(self, text: str | Reading) -> Iterator[Found[T]]:
        """The terms in a text, from left to right, none inside another.

        Args:
            text: the text, or its reading.
        """
        reading = Reading.of(text)
        words = reading.once(content_words)
        longest_of = self._longest
        stop = 0
        for index, key in enumerate(words.keys):
            if index < stop or key not in longest_of:
                continue
            found = self._at(reading, words, index, longest_of[key])
            if found is not None:
                length, item = found
                yield item
                stop = index + length

    def _at(
        self, reading: Reading, words: ContentWords, index: int, longest: int
    ) -> tuple[int, Found[T]] | None:
        keys = words.keys
        owned = (
            longest > 1
            and index + 2 < len(keys)
            and keys[index + 1] in self._owners
            and words.starts[index + 1] == words.ends[index] + 1  # `de la Suisse`
        )
        last = index + 1
        while last < len(keys) and last - index < longest + owned and words.joined[last]:
            last += 1
        for stop in range(last, index, -1):
            entries = self._entries.get(tuple(keys[index:stop]))
            if not entries and owned and stop - index > 2:
                entries = self._entries.get((keys[index], *keys[index + 2 : stop]))
            if not entries:
                continue
            place, end = words.starts[index], words.ends[stop - 1]
            starts = [(entry.start(reading, place, end), entry) for entry in entries]
            first = min((start for start, _ in starts if start is not None), default=None)
            if first is not None:
                # A term with little words before is longer than one without.
                chosen = [entry for start, entry in starts if start == first]
                values = tuple(entry.value for entry in chosen)
                return stop - index, Found(first, end, chosen[0].term, values)
        return None


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether a word is of capitals among small letters: `la BAC` is no bac."""
    if end - start > _LONGEST_ACRONYM or not text[start:end].isupper():
        return False
    around = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    letters = [letter for letter in around if letter.isalpha()]
    return sum(letter.islower() for letter in letters) > len(letters) / 2


def stands_in(phrases: Iterable[str], keys: Iterable[str]) -> bool:
    """Whether one of some phrases, in any form, stands in a sentence.

    Args:
        phrases: the phrases.
        keys: those of the sentence's content words, in order.
    """
    line = f" {' '.join(keys)} "
    return any(f" {' '.join(keys_of(phrase))} " in line for phrase in phrases)
