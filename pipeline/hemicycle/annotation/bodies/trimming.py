"""The recogniser's entities without what does not belong to a name."""

from __future__ import annotations

import re

from hemicycle.knowledge.grammar import (
    AND,
    FOR,
    OF,
    OF_ELIDED,
    RELATIVES,
    THAT_ELIDED,
    THE_MANY,
    THE_SPELLED,
    TO,
    closed,
)
from hemicycle.knowledge.patterns import Pattern

_LEADING = re.compile(
    r"(?:vive[\s\u00a0]+(?=l))?(?:(?:l[ea]s?|une?|du|des?|au|aux|ces?|cette)[\s\u00a0]+|[ld]['’]|[«\"“(\s\u00a0]+)+",
    re.IGNORECASE,
)
_TRAILING = ' \u00a0\u202f\n.,;:!?»"”)'
# The end of a paragraph, the edge of a cell, a dash between parts of a title, another clause.
_BREAK = Pattern(
    r"[\n|]|(?<=\s)[–—](?=\s)|,\s<clause>\b",
    clause=FOR
    | (RELATIVES - THAT_ELIDED)
    | closed("coordinator", lemma=("mais", "car"))
    | closed("subordinator", lemma="afin"),
)
_BLANK = re.compile(r"[\s|–—]*+")
# `Chambre des députés du`
_OPEN = Pattern(r"[ \u00a0]<open>$", open=(OF - OF_ELIDED) | TO | AND | THE_SPELLED | THE_MANY)
_LONGEST_OPEN = 4
# `Conseil des ministres du jeudi` ends before the day.
_DAY = re.compile(
    r"[ \u00a0](?:d[ue] )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: dernier| prochain| matin| soir)?$",
    re.IGNORECASE,
)
_ARTICLED = re.compile(r"(?:L[ea]s?|L['’])[\s\u00a0]?[A-ZÀ-Þ]")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without articles, prepositions and marks around the name, and on one line."""
    broken = _break(text, start, end)
    if broken is not None and broken[0] == start:
        start = broken[1]
        broken = _break(text, start, end)
    if broken is not None:
        end = broken[0]
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    day, closed = _DAY.search(text, start, end), end
    while opened := _OPEN.search(text, max(start, closed - _LONGEST_OPEN), closed):
        closed = opened.start()
    end = min(closed, day.start() if day is not None else end)
    if not _ARTICLED.match(text, start, end) or text[start : start + 2] in {"L'", "L’"}:
        match = _LEADING.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    return start, end


def _break(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first end of a paragraph or edge of a cell stands, with the blanks around it."""
    found = _BREAK.search(text, start, end)
    if found is None:
        return None
    low = found.start()
    while low > start and text[low - 1].isspace():
        low -= 1
    blank = _BLANK.match(text, found.end(), end)
    return low, blank.end() if blank is not None else found.end()
