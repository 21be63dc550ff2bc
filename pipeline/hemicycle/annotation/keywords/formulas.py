"""Words that tell what kind of text this is (`compte rendu`, `Discours de`), no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from hemicycle.knowledge.patterns import any_of
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.anchored import Anchored, openings
from hemicycle.reading.words import Words

# What may stand between the words of one.
_BETWEEN = r"[\s-]+"


class FormulaFinder:
    """Finds them in a text; the lexicon is read once."""

    def __init__(self) -> None:
        """Read ``formulas`` and ``kinds_of_text`` of ``models/lexicons/keyword_stops.toml``."""
        stops = load_toml("lexicons", "keyword_stops.toml")
        anywhere, opening = (
            any_of(map(str.lower, stops[name]), _BETWEEN) for name in ("formulas", "kinds_of_text")
        )
        self._anywhere = Anchored(
            re.compile(rf"(?:{anywhere})s?(?!\w)"),
            openings(form for one in stops["formulas"] for form in (one, f"{one}s")),
        )
        # `Discours du ministre` opens a line; in `le discours du ministre` it is a noun as others.
        self._opening = re.compile(rf"[^\w\n]*+(?:{opening})s?(?![\w-])")

    def find(self, words: Words) -> list[tuple[int, int]]:
        """Start and end (code points from 0) of each, in order, none over another."""
        lower = _in_small_letters(words.text)
        found = [
            match.span()
            for match in self._anywhere.finditer(words, lower)
            if not _is_in_word(lower, match.start())
        ]
        start = 0
        while True:
            opening = self._opening.match(lower, start)
            if opening:
                found.append(opening.span())
            start = lower.find("\n", start) + 1
            if not start:
                break
        # Where both begin, it is the words that mean it anywhere.
        return list(_apart(sorted(found, key=itemgetter(0))))


def _in_small_letters(text: str) -> str:
    """A text in small letters, each at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join([small if len(small := char.lower()) == 1 else char for char in text])


def _is_in_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of some places in order that are not over one before."""
    reached = 0
    for start, end in places:
        if start >= reached:
            reached = end
            yield start, end
