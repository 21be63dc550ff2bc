"""Lines that are no prose: the title, the words before a colon in it, headings in capitals."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable

from hemicycle.annotation.people.lexicon import is_common
from hemicycle.annotation.people.names import usual_case
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv

_HEADING = re.compile(r"[^\n:.]{2,40}?(?=[ \u00a0\u202f]?:[ \u00a0\u202f])")
_LINE = re.compile(r"[^\n]+")
_LONGEST = 250
_INSIDE = re.compile(r"-(?:Sur|Sous|Le|La|Les|De|Du|Des|En|Lès|Lez|Aux?|Et)(?=-)")
_FEW, _NEARLY_ALL = 5, 0.9
_ENOUGH = 4  # this part of a line tells that it is in small letters


def title_end(text: str, second_sentence: Callable[[], int]) -> int:
    """One past the last character of the title: the first line if it is short, else a sentence.

    Args:
        text: the text.
        second_sentence: tells where the second sentence starts, or the length of the text.
    """
    line = text.find("\n")
    return line if 0 < line < _LONGEST else second_sentence()


def heading_end(text: str) -> int:
    """One past what stands before a colon at the very start (`Mali : ...`), 0 if there is none."""
    match = _HEADING.match(text)
    return match.end() if match else 0


def capital_lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of more than one word that is in capitals, in order."""
    return [m.span() for m in _LINE.finditer(text) if " " in m[0] and is_in_capitals(m[0])]


def is_in_capitals(line: str) -> bool:
    """Whether nearly all letters are capitals (`LE 65e ANNIVERSAIRE`)."""
    if sum(map(str.islower, line[: len(line) // _ENOUGH])) > (1 - _NEARLY_ALL) * len(line):
        return False  # as its first words tell
    letters = list(filter(str.isalpha, line))
    capitals = sum(map(str.isupper, letters))
    return len(letters) > _FEW and capitals > _NEARLY_ALL * len(letters)


def is_shouted(word: str) -> bool:
    """Whether a word in capitals is a common one (`RAPPORT`), and no acronym."""
    return word.isupper() and len(word) > _FEW and is_common(word.lower())


def in_small_letters(phrase: str) -> str:
    """A phrase in capitals as it is written elsewhere (`VILLE DE ROCHE-NEUVE`: `ville de
    Roche-Neuve`); words that no dictionary knows are names."""
    words = phrase.split()
    known = _acronyms()
    return " ".join(
        w if w in known else w.lower() if is_common(w.lower()) else in_usual_case(w) for w in words
    )


@per_knowledge
def _acronyms() -> frozenset[str]:
    """What the lexicons of themes and sectors write in capitals (`TVA`)."""
    rows = (
        row["term"] for name in ("themes.csv", "sectors.csv") for row in load_csv("lexicons", name)
    )
    return frozenset(term for term in rows if term.isupper() and term.isalpha())


def in_usual_case(word: str) -> str:
    """A name in capitals as it is written elsewhere: `Roche-sur-Vire`."""
    return _INSIDE.sub(lambda match: match[0].lower(), usual_case(word))


def stands_in(places: list[tuple[int, int]], start: int) -> bool:
    """Whether a character stands in one of some places, which are in order."""
    index = bisect_right(places, (start, sys.maxsize)) - 1
    return index >= 0 and start < places[index][1]
