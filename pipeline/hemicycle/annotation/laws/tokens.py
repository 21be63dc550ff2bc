"""The stretches of a text in which a legal text may be cited, as tokens."""

from __future__ import annotations

import re

from hemicycle.annotation.laws.lexicon import WORD, Lexicon, lexicon
from hemicycle.annotation.rules import tokens

# What a stretch may begin with: a word, or the French `49.3`.
_START = re.compile(r"[^\W\d_]+|(?<![\w.,])49(?=\s?[.\-\u2011]\s?3(?!\d)|,?\s+al)")
# Code points from the first word of a citation in which it ends, long lists of articles included.
_REACH = 400
# An abbreviation that a text introduces: `(LAsi)`, `(dit « DSA »)`, `(LEg ; RS 151.1)`.
_INTRODUCED = re.compile(
    r"\(\s*(?:(?:ci-après|ci-après dénommée?|dite?|la|le)\s*:?\s*)?[«\"“]?\s*"
    r"(?P<name>[A-Z][\w-]*[A-Z]\w*)\s*(?=[»\"”);,])"
)
_BEFORE = re.compile(r"(\w+(?:-\w+)*['’]?|[^\w\s])\s*\Z")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_NONE: frozenset[str] = frozenset()


class Tokens(tokens.Tokens):
    """The tokens near the words that a citation may begin with; the rest of a text is left out.

    Between two stretches stands an empty token, so that no rule reads from one into the next.

    Attributes:
        country: ISO 3166-1 alpha-2 of the document, or empty.
        introduced: the abbreviations that the text gives in parentheses.
    """

    def __init__(self, text: str, country: str = "") -> None:
        """Read a text once."""
        self.text = text
        self.country = country
        self.lexicon: Lexicon = lexicon()
        self.introduced = {match["name"] for match in _INTRODUCED.finditer(text)}
        self.words, self.starts, self.ends, self.triggers = [], [], [], []
        known = self.lexicon.starts.keys() | self.introduced | {"49"}
        wanted = [match.start() for match in _START.finditer(text) if match[0] in known]
        at = 0
        while at < len(wanted):
            first, last = wanted[at], wanted[at]
            begins = at
            while at < len(wanted) and wanted[at] <= last + _REACH:
                last = wanted[at]
                at += 1
            self._cut(first, last + _REACH, set(wanted[begins:at]))

    def _cut(self, start: int, end: int, wanted: set[int]) -> None:
        if self.words:
            self._add("", start, start)
        for match in WORD.finditer(self.text, start, min(end, len(self.text))):
            if match.start() in wanted:
                self.triggers.append(len(self.words))
            self._add(match[0].translate(_APOSTROPHES).lower(), match.start(), match.end())

    def _add(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def kinds(self, index: int) -> frozenset[str]:
        """The kinds of rules that may begin at a token."""
        raw = self.raw(index)
        kinds = self.lexicon.starts.get(raw, _NONE)
        if raw in self.introduced:
            return kinds | {"abbreviation"}
        return kinds | {"49"} if raw == "49" else kinds

    def shape(self, index: int, pattern: re.Pattern[str]) -> tuple[re.Match[str], int] | None:
        """What a pattern reads from a token on, and the index behind it; it ends where one does."""
        if not 0 <= index < len(self):
            return None
        match = pattern.match(self.text, self.starts[index])
        if match is None or match.end() == match.start():
            return None
        behind = index
        while behind < len(self) and self.ends[behind] <= match.end() and self.words[behind]:
            behind += 1
        return (match, behind) if behind > index and self._ends(behind, match.end()) else None

    def _ends(self, behind: int, end: int) -> bool:
        return not self.text[self.ends[behind - 1] : end].strip()

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

    def written(self, first: int, behind: int) -> str:
        """The words from one token to another on one line, with typographic apostrophes."""
        return plain(self.text[self.starts[first] : self.ends[behind - 1]])


def plain(text: str) -> str:
    """A text on one line with single plain spaces and typographic apostrophes."""
    return " ".join(text.replace("'", "’").replace("\u2011", "-").split())
