"""The lines of a text that are in another language: of a parliament that speaks two, say."""

from __future__ import annotations

import re
from bisect import bisect_left

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import PerForm

_LINE = re.compile(r"[^\n]+")
_FRENCH = "fr"
_FEWEST_WORDS = 6
_FEWEST_HITS = 2
_TIMES_FRENCH = 2


def foreign_lines(reading: Reading) -> list[tuple[int, int]]:
    """Start and end of each, in order.

    A line is foreign where little words of other languages
    (``models/lexicons/function_words.toml``) stand twice as often in it as French ones.
    """
    words = reading.words
    hints = _hints()
    told = [hints[form] for form in words.lower]
    found = []
    first = 0
    for match in _LINE.finditer(reading.text):
        stop = bisect_left(words.starts, match.end(), lo=first)
        if stop - first >= _FEWEST_WORDS:
            line = told[first:stop]
            other = line.count(-1)
            if other >= _FEWEST_HITS and other > _TIMES_FRENCH * line.count(1):
                found.append(match.span())
        first = stop
    return found


@per_knowledge
def _hints() -> PerForm[int]:
    """1 for a little word of French, -1 for one of another language, 0 for any other word."""
    lists = load_toml("lexicons", "function_words.toml")
    french = frozenset(lists[_FRENCH])
    others = frozenset(word for words in lists.values() for word in words) - french
    return PerForm(lambda form: 1 if form in french else -1 if form in others else 0)
