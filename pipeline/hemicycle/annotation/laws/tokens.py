"""A text as the words, figures and signs that the rules of legal citations look at."""

from __future__ import annotations

import re
from bisect import bisect_left

from hemicycle.annotation.laws.lexicon import Lexicon, lexicon
from hemicycle.annotation.rules import tokens
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import Words

# Two capitals or more; the bounds keep long runs of capitals from being tried again and again.
ABBREVIATION = r"[A-Z][\w-]{0,20}[A-Z]\w{0,20}"
_ABBREVIATION = re.compile(rf"\b{ABBREVIATION}\b")
# An abbreviation that a text introduces: `(LAsi)`, `(dit « DSA »)`, `(LEg ; RS 151.1)`.
_INTRODUCED = re.compile(
    r"\(\s*(?:(?:ci-après|ci-après dénommée?|dite?|la|le)\s*:?\s*)?[«\"“]?\s*"
    rf"(?P<name>{ABBREVIATION})\s*(?=[»\"”);,])"
)
_BEFORE = re.compile(r"(\w+(?:-\w+)*['’]?|[^\w\s])\s*\Z")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_NONE: frozenset[str] = frozenset()


class Tokens(tokens.Tokens):
    """The tokens of a text, with the places at which a citation may begin.

    Attributes:
        country: ISO 3166-1 alpha-2 of the document, or empty.
        introduced: the abbreviations that the text gives in parentheses.
        textless: index up to which articles were read that no text follows.
    """

    def __init__(self, reading: Reading, country: str = "") -> None:
        """Find the places in a text."""
        self.text = reading.text
        self.country = country
        self.textless = 0
        self.lexicon: Lexicon = lexicon()
        self.introduced = {match["name"] for match in _INTRODUCED.finditer(self.text)}
        words = reading.words
        self.words, self.starts, self.ends = words.tokens, words.token_starts, words.token_ends
        self.triggers = [bisect_left(self.starts, place) for place in self._wanted(words)]

    def _wanted(self, words: Words) -> list[int]:
        """The places at which a citation may begin, in order."""
        found = [match.start() for match in self.lexicon.start.finditer(words)]
        if self.introduced:
            abbreviations = _ABBREVIATION.finditer(self.text)
            found += [match.start() for match in abbreviations if match[0] in self.introduced]
        return sorted(set(found))

    def kinds(self, index: int) -> frozenset[str]:
        """The kinds of rules that may begin at a token."""
        raw = self.raw(index)
        kinds = self.lexicon.starts.get(raw, _NONE)
        if raw in self.introduced:
            return kinds | {"abbreviation"}
        if raw == "49":
            return kinds | {"49"}
        return kinds | {"order"} if raw == "A" else kinds

    def shape(self, index: int, pattern: re.Pattern[str]) -> tuple[re.Match[str], int] | None:
        """What a pattern reads from a token on, and the index behind it; it ends where one does."""
        if not 0 <= index < len(self):
            return None
        match = pattern.match(self.text, self.starts[index])
        if match is None or match.end() == match.start():
            return None
        stop = index
        while stop < len(self) and self.ends[stop] <= match.end():
            stop += 1
        return (match, stop) if stop > index and self._ends(stop, match.end()) else None

    def _ends(self, stop: int, end: int) -> bool:
        return not self.text[self.ends[stop - 1] : end].strip()

    def among(self, name: str, index: int) -> bool:
        """Whether the word at an index is in a named set."""
        return self.word(index) in self.lexicon.words[name]

    def before(self, index: int) -> str:
        """The word or sign right before a token, in lower case; empty at the start of a line."""
        start = self.starts[index]
        match = _BEFORE.search(self.text, max(0, start - 40), start)
        if match is None or "\n" in self.text[match.end(1) : start]:
            return ""
        return match[1].translate(_APOSTROPHES).lower()

    def written(self, first: int, stop: int) -> str:
        """The words from one token to another on one line, with typographic apostrophes."""
        return plain(self.text[self.starts[first] : self.ends[stop - 1]])


def plain(text: str) -> str:
    """A text on one line with single plain spaces and typographic apostrophes."""
    return " ".join(text.replace("'", "’").replace("\u2011", "-").split())
