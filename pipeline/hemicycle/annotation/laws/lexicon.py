"""The words of citations, from ``models/lexicons/``, ready for look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hemicycle.folding import STRAIGHT, without_accents
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.anchored import Anchored, openings
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import Words

_DOTTED_ORDER = r"\bA(?=\.\s?[RM]\.\s+du\b)"
_ARTICLE_49_3 = r"(?<![\w.,])49(?=\s?[.\-\u2011]\s?3(?!\d)|,?\s+al)"

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What a citation begins with.

    Attributes:
        words: its tokens in lower case.
        singular: its form in the singular.
        kind: of the text.
        plural: whether ``words`` are its plural.
    """

    words: Phrase
    singular: str
    kind: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A text that has a name or an abbreviation.

    Attributes:
        words: its tokens, in lower case unless ``exact``.
        exact: whether the spelling must be this one (abbreviations).
        capital: whether its first word must have a capital (Canadian titles).
        name: its name.
        kind: of the text.
        country: where alone it means this text, empty if anywhere.
        identifier: its CELEX number, empty if it has none.
        after_article: whether it is a citation only behind an article.
    """

    words: Phrase
    exact: bool
    capital: bool
    name: str
    kind: str
    country: str
    identifier: str
    after_article: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of citations.

    Attributes:
        heads: words in lower case.
        named: texts whose spelling does not matter, by words in lower case.
        exact: the others, by words as they are written.
        qualifiers: the adjectives of genre and the form that names have.
        finance: abbreviation of a law of the budget to its name.
        orders: Belgian abbreviation of a kind of order to its name.
        phrases: named lists of phrases.
        words: the same lists as sets of single words.
        starts: every spelling of a word that a citation may begin with, to the kinds of rules.
        start: finds these words in a text, where what follows them may be of a citation.
    """

    heads: Phrases[Head]
    named: Phrases[Named]
    exact: Phrases[Named]
    qualifiers: Phrases[str]
    finance: dict[str, str]
    orders: dict[str, str]
    phrases: dict[str, Phrases[None]]
    words: dict[str, frozenset[str]]
    starts: dict[str, frozenset[str]]
    start: Anchored


def cut(text: str) -> Phrase:
    """The tokens of a phrase as they are written, with straight apostrophes."""
    words = Words(text.translate(STRAIGHT))
    places = zip(words.token_starts, words.token_ends, strict=True)
    return tuple(words.text[start:end] for start, end in places)


@per_knowledge
def lexicon() -> Lexicon:
    """The words of citations, of the knowledge in use."""
    data = load_toml("lexicons", "laws.toml")
    heads = Phrases((head.words, head) for head in _heads(data["heads"], data["plurals"]))
    named = Phrases((text.words, text) for text in _named() if not text.exact)
    exact = Phrases((text.words, text) for text in _named() if text.exact)
    qualifiers = Phrases((cut(form), name) for form, name in data["qualifiers"].items())
    phrases = {
        name: Phrases((cut(word.lower()), None) for word in words)
        for name, words in data["lists"].items()
    }
    words = {name: frozenset(words) for name, words in data["lists"].items()}
    starts: dict[str, set[str]] = {}
    for kind, found in (
        ("head", heads),
        ("article", words["articles"] | words["articles_short"]),
        ("case", words["cases"]),
        ("named", named),
    ):
        for word in found:
            for spelling in _spellings(word):
                starts.setdefault(spelling, set()).add(kind)
    for word in exact:
        starts.setdefault(word, set()).add("named")
    for word in data["finance"]:
        starts.setdefault(word, set()).add("finance")
    for word in data["orders"]:
        starts.setdefault(word, set()).add("order")
    return Lexicon(
        heads,
        named,
        exact,
        qualifiers,
        data["finance"],
        data["orders"],
        phrases,
        words,
        {word: frozenset(kinds) for word, kinds in starts.items()},
        _start(starts, _seconds(heads, named, exact)),
    )


def _seconds(*lexicons: Phrases[Any]) -> dict[str, set[str]]:
    """The second words behind each word that is nothing alone (``projet``, ``de``)."""
    seconds: dict[str, set[str]] = {}
    alone: set[str] = set()
    for words in (words for phrases in lexicons for words, _ in phrases.items()):
        first = words[0].lower()
        if len(words) == 1:
            alone.add(first)
        else:
            seconds.setdefault(first, set()).add(words[1])
    return {first: found for first, found in seconds.items() if first not in alone}


def _start(starts: Iterable[str], seconds: dict[str, set[str]]) -> Anchored:
    """One pattern of all words by their first letters."""
    starts = list(starts)
    by_letter: dict[str, list[str]] = {}
    accented = {without_accents(first): first for first in seconds}
    for word in sorted(starts, key=lambda word: (-len(word), word)):
        first = word.lower()
        following = seconds.get(first) or seconds.get(accented.get(first, ""))
        form = re.escape(word[1:])
        if following:
            wanted = "|".join(re.escape(second) for second in sorted(following))
            wanted = wanted.replace("'", "['’ʼ]")
            form += rf"\b(?=\s*(?i:{wanted}))"
        by_letter.setdefault(word[0], []).append(form)
    words = "|".join(
        f"{re.escape(letter)}(?:{'|'.join(forms)})" for letter, forms in sorted(by_letter.items())
    )
    pattern = re.compile(rf"\b(?:{words})\b|{_DOTTED_ORDER}|{_ARTICLE_49_3}")
    return Anchored(pattern, openings([*starts, "A", "49"]))


def _spellings(word: str) -> set[str]:
    """A word in lower case, with a capital, in capitals, and in capitals without accents."""
    capital = word[:1].upper() + word[1:]
    return {word, capital, without_accents(capital), word.upper(), without_accents(word.upper())}


def _heads(singulars: dict[str, str], plurals: dict[str, str]) -> Iterable[Head]:
    for singular, kind in singulars.items():
        yield Head(cut(singular), singular, kind, False)
        plural = plurals.get(singular, f"{singular}s")
        yield Head(cut(plural), singular, kind, True)


def _named() -> Iterable[Named]:
    for row in load_csv("lexicons", "laws.csv"):
        words = cut(row["form"])
        exact = any(letter.isupper() for letter in words[0][1:]) or len(row["form"]) < 5
        if not exact:
            words = tuple(word.lower() for word in words)
        yield Named(
            words,
            exact,
            row["form"].startswith("Loi"),
            (row["name"] or row["form"]).replace("'", "’"),
            row["kind"],
            row["country"],
            row["identifier"],
            row["use"] == "article",
        )
