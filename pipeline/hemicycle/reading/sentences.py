"""Sentence boundaries by rule.

The parser of the model breaks sentences inside compound names (`Kassym-Jomart`) and `Au-delà`, and
costs half of the model's time. French typography says enough: a sentence ends at the end of a line
(lines are paragraphs once a text is cleaned), or at `.`, `!`, `?` or `…` when what follows, after
closing quotes and a space, starts with a capital, a figure, an opening quote or a dialogue dash
(Imprimerie nationale, *Lexique des règles typographiques*), unless the stop belongs to an
abbreviation (`M.`, `art.`, `av. J.-C.`), an initial (`L. Barthélemy`) or a list number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.knowledge.pipeline import Component
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.cache import text_of, token_starts

_SPACE = "[ \t\u00a0\u2009\u202f]"
# Looked for at the first of a run of marks alone: from the others it would fail as it did there.
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>(?:{_SPACE}?[»”]|[\"’')\]])*)(?P<gap>{_SPACE}+)(?=\S)"
    r"|(?P<line>\n\s*+)"
)
_BEFORE = re.compile(r"(?:[^\W_]|[.\-’'])*[^\W_]$")
_BEFORE_TWO = re.compile(r"[^\W\d_]+\.\s(?:[^\W_]|[.\-])*[^\W_]$")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_LONGEST_WORD = 40
_OPENING = '«“"(['
_DASHES = "–—-"


@Language.factory(
    "hemicycle_sentences", assigns=["token.is_sent_start", "doc.sents"], retokenizes=False
)
def create_sentences(nlp: Language, name: str) -> Component:
    """The factory of the component ``hemicycle_sentences``."""
    return Component(nlp.vocab, SentenceFinder, name)


class SentenceFinder:
    """Sets ``token.is_sent_start`` on every token of a document."""

    def __init__(self) -> None:
        """Read the abbreviations."""
        lexicon = load_toml("lexicons", "abbreviations.toml")
        self._never = frozenset(lexicon["never_final"])
        self._sometimes = frozenset(lexicon["sometimes_final"])
        self._openers = frozenset(lexicon["openers"])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; every other token is marked as not first."""
        if len(doc) == 0:
            return doc
        starts = np.full(len(doc), -1, dtype="int64")
        starts[0] = 1
        places = token_starts(doc)
        for start in self.starts(text_of(doc)):
            index = bisect_left(places, start)
            if index < len(places):
                starts[index] = 1
        doc.from_array([SENT_START], starts.astype("uint64"))  # type: ignore[arg-type]
        return doc

    def starts(self, text: str) -> Iterator[int]:
        """The first character of each sentence but the first, from 0."""
        for match in _END.finditer(text):
            if match["line"] is not None:
                if match.end() < len(text):
                    yield match.end()
            elif self._ends(text, match):
                yield match.end()

    def _ends(self, text: str, match: re.Match[str]) -> bool:
        """Whether the mark ends a sentence, by what stands on both sides of it."""
        position = match.end()
        following = text[position]
        if following in _OPENING:
            position = _skip(text, position + 1)
            following = text[position : position + 1]
        elif following in _DASHES:
            return text[position + 1 : position + 2].isspace() and match["mark"] != "."
        if not (following.isupper() or following.isdigit()):
            return False
        if match["mark"] != "." or match["close"]:
            return True
        return not self._abbreviated(text, match.start(), position)

    def _abbreviated(self, text: str, stop: int, position: int) -> bool:
        window = text[max(0, stop - _LONGEST_WORD) : stop].removesuffix("\n")
        pieces = window.split()
        before = _BEFORE.search(pieces[-1]) if pieces and not window[-1].isspace() else None
        if before is None:
            return False
        word = before[0].replace("’", "'").rpartition("'")[2]
        shortened = len(pieces) > 1 and pieces[-2][-1] == "."
        two = _BEFORE_TWO.search(window) if shortened else None
        if word in self._sometimes or (two and two[0] in self._sometimes):
            return text[position].isdigit()
        if word in self._never or (two and two[0] in self._never):
            return True
        if word.isdigit():
            return _opens_line(text, stop - len(word))
        if _INITIALS.fullmatch(word) and word[-1].isupper():
            following = _WORD.match(text, position)
            return following is not None and following[0] not in self._openers
        return False

    def to_disk(self, path: object, exclude: object = ()) -> None:
        """Nothing to write: all knowledge is in ``models/``."""

    def from_disk(self, path: object, exclude: object = ()) -> SentenceFinder:
        """Nothing to read."""
        return self


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _opens_line(text: str, position: int) -> bool:
    """Whether only spaces stand between the start of the line and ``position``."""
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()
