"""The words of dates, from ``models/lexicons/``, ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hemicycle.folding import without_accents
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import tokens_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The sections of the file, with unaccented forms added.

    Attributes:
        sections: section name to its words and their values.
        kinds: word to the sections that it stands in.
        lists: named sets of words that rules ask for.
        phrases: named lists of phrases, each with what it means.
        holidays: their names and what the lexicon says of each.
        compounds: words of several tokens, and other spellings of a word.
        bounds: last word of each phrase before a date that bounds it, to the phrases and bounds.
    """

    sections: dict[str, dict[str, Any]]
    kinds: dict[str, tuple[str, ...]]
    lists: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[tuple[str, ...], Any]]]
    holidays: Phrases[dict[str, Any]]
    compounds: Phrases[str]
    bounds: dict[str, list[tuple[tuple[str, ...], str]]]

    def get(self, section: str, word: str) -> Any:
        """The value of a word in a section, None if it is not there."""
        return self.sections[section].get(word)

    def among(self, name: str, word: str) -> bool:
        """Whether a word is in a named set."""
        return word in self.lists[name]


@per_knowledge
def lexicon() -> Lexicon:
    """The words of dates, read once per process."""
    data = load_toml("lexicons", "dates.toml")
    keep = frozenset(data["lists"]["keep_accent"])
    sections = {
        name: _with_unaccented(words, keep)
        for name, words in data.items()
        if name not in ("lists", "phrases", "values", "bounds", "spellings")
    }
    holidays = _holidays()
    sections["holidays"] = dict.fromkeys(holidays, True)
    sections["roman"] = _roman_ordinals()
    kinds: dict[str, tuple[str, ...]] = {}
    for name, words in sections.items():
        for word in words:
            kinds[word] = (*kinds.get(word, ()), name)
    sections |= {name: _with_unaccented(words, keep) for name, words in data["values"].items()}
    named = data["lists"] | load_toml("lexicons", "date_tense.toml")["lists"]
    lists = {
        name: frozenset(_with_unaccented(dict.fromkeys(words, True), keep))
        for name, words in named.items()
    }
    bounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound in data["bounds"].items():
        parts = tokens_of(phrase)
        bounds.setdefault(parts[-1], []).append((parts, bound))
    spellings = {word: word for words in sections.values() for word in words}
    spellings |= _with_unaccented(data["spellings"], keep)
    phrases = {
        name: [(tokens_of(phrase), meant) for phrase, meant in _meanings(said)]
        for name, said in data["phrases"].items()
    }
    return Lexicon(sections, kinds, lists, phrases, holidays, _compounds(spellings), bounds)


def _meanings(said: dict[str, Any] | list[str]) -> Iterable[tuple[str, Any]]:
    return said.items() if isinstance(said, dict) else dict.fromkeys(said, True).items()


def _compounds(spellings: dict[str, str]) -> Phrases[str]:
    parts = {spelling: tokens_of(spelling) for spelling in sorted(spellings)}
    return Phrases(
        (parts[spelling], word)
        for spelling, word in spellings.items()
        if len(parts[spelling]) > 1 or spelling != word  # `d'avant`; `weekend`
    )


def _holidays() -> Phrases[dict[str, Any]]:
    names = [
        (tokens_of(spelling), entry)
        for entry in load_toml("lexicons", "holidays.toml")["holiday"]
        for name in entry["names"]
        for spelling in sorted({name, without_accents(name)})
    ]
    return Phrases(names)


def _roman_ordinals() -> dict[str, int]:
    """``ier`` to ``xxxe``, with the endings of French ordinals."""
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    endings = ("", "e", "è", "ème", "eme", "ième", "er", "ier")
    return {
        "x" * tens + unit + ending: 10 * tens + number
        for tens in range(4)
        for number, unit in enumerate(units)
        for ending in endings
        if tens or number
    }


def _with_unaccented(words: dict[str, Any], keep: frozenset[str]) -> dict[str, Any]:
    bare = {without_accents(word): value for word, value in words.items() if word not in keep}
    return bare | words
