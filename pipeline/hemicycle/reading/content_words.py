"""The content words of a text: its words by lemma, without the little words between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma_of_singular
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import PerForm

_BLANK = " \t\r\u00a0\u202f\u2009\u2007\u200a'’"


@per_knowledge
def little_words() -> frozenset[str]:
    """The words that do not count in a phrase (`de`, `la`), in small letters."""
    return frozenset(load_toml("lexicons", "little_words.toml")["inside_phrases"])


@per_knowledge
def keys() -> PerForm[str]:
    """What all forms of a word share: the lemma in lower case, without hyphens.

    Empty for a little word. Of a compound that no dictionary knows, each part is brought to its
    lemma (`antennes-relais`).
    """
    little = little_words()
    own_plurals = frozenset(load_toml("lexicons", "little_words.toml")["own_plurals"])

    def key(form: str) -> str:
        lower = form.lower()
        if lower.rstrip("'") in little:
            return ""
        if lower in own_plurals:
            return lower
        found = lemma_of_singular(lower).lower()
        if "-" in lower and found == lower:
            found = "".join(lemma_of_singular(part) for part in lower.split("-"))
        return found.lower().replace("-", "")

    return PerForm(key)


@dataclass(slots=True)
class ContentWords:
    """The content words of a text, in order.

    Attributes:
        keys: what all forms of each word share.
        starts: first character of each, from 0.
        ends: one past the last.
        joined: whether a phrase can run on to each from the one before.
    """

    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[str]:
        """The keys of the words from one character to another."""
        return self.keys[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _is_blank(gap: str) -> bool:
    return not gap.strip(_BLANK)


_BLANKS = PerForm(_is_blank)


def content_words(reading: Reading) -> ContentWords:
    """The content words of a text; ask for them by ``reading.once(content_words)``."""
    words = reading.words
    found = words.each(keys())
    blanks = [_BLANKS[gap] for gap in words.gaps]
    kept: list[int] = []
    runs_on: list[bool] = []
    joined = False
    for index, key in enumerate(found):
        joined = joined and blanks[index]
        if key:
            kept.append(index)
            runs_on.append(joined)
            joined = True
    return ContentWords(
        [found[index] for index in kept],
        [words.starts[index] for index in kept],
        [words.ends[index] for index in kept],
        runs_on,
    )


def key_of(word: str) -> str:
    """The key of one word."""
    return keys()[word]


def keys_of(phrase: str) -> tuple[str, ...]:
    """The keys of the content words of a phrase."""
    return tuple(content_words(Reading(phrase)).keys)
