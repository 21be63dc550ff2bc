"""Phrases that could be keywords, found by the shape of their words.

Without a tagger, a noun phrase is a run of content words with nothing but spaces or `de`, `du`,
`des`, `d'`, `à`, `au`, `en` between them, that neither holds a verb form nor starts or ends with a
word of no content. Names of people, places and bodies come from the components before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from pipeline.resources import load_toml

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_LINK = re.compile(r"[ \u00a0](?:(?:de|du|des|à|au|aux|en)[ \u00a0](?:la[ \u00a0]|l['’])?|d['’])?")
_LONGEST = 4
_INFINITIVE = ("er", "ir", "oir", "re")
_ADVERB = ("ellement", "ivement", "eusement", "alement", "amment", "emment", "ainement", "iquement")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase at a place of the text.

    Attributes:
        key: what all its forms share: the lemmas of its words.
        start: first character, from 0.
        end: one past the last.
        words: number of content words.
        name: whether it is the name of a person, a place or a body.
    """

    key: tuple[str, ...]
    start: int
    end: int
    words: int
    name: bool = False


class CandidateFinder:
    """Finds candidates in a text."""

    def __init__(self) -> None:
        """Read the words that no keyword starts or ends with."""
        stops = load_toml("lexicons", "keyword_stops.toml")
        self._function = frozenset(stops["function_words"])
        self._general = frozenset(stops["general_nouns"])
        self._verbs = frozenset(stops["verbs"])
        self._nouns = frozenset(stops["nouns_in_er"])
        self._content = lru_cache(maxsize=100_000)(self._lemma_of_content)

    def find(self, text: str) -> Iterator[Candidate]:
        """All candidates, also those inside one another."""
        run: list[tuple[str, int, int]] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            lemma = self._content(match[0])
            linked = run and _LINK.fullmatch(text, run[-1][2], start)
            if not lemma or not linked:
                yield from self._phrases(run)
                run = []
            if lemma:
                run.append((lemma, start, end))
        yield from self._phrases(run)

    def is_general(self, key: tuple[str, ...]) -> bool:
        """Whether a phrase is a single word that says too little."""
        return len(key) == 1 and key[0] in self._general

    def _phrases(self, run: list[tuple[str, int, int]]) -> Iterator[Candidate]:
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _LONGEST)):
                if run[first][0] in self._general and last > first:
                    continue
                key = tuple(lemma for lemma, _, _ in run[first : last + 1])
                yield Candidate(key, run[first][1], run[last][2], len(key))

    def _lemma_of_content(self, word: str) -> str:
        """The lemma of a word that a keyword may hold, empty for any other."""
        lower = word.lower()
        if len(lower) < 3 and not word.isupper():
            return ""
        if lower.isdigit() or lower in self._function:
            return ""
        lemma = str(simplemma.lemmatize(lower, lang="fr")).lower()
        if lemma in self._function or lemma in self._verbs or lower.endswith(_ADVERB):
            return ""
        if self._is_verb(lower, lemma) and not word[0].isupper():
            return ""
        return lemma

    def _is_verb(self, lower: str, lemma: str) -> bool:
        if not lemma.endswith(_INFINITIVE) or lemma in self._nouns:
            return False
        if lemma.endswith("er") and not lemma.endswith("ier"):
            return True
        return lower not in (lemma, lemma + "s", lemma + "x")
