"""Tells a surname from the common noun written alike: `M. Boulanger`, `Jules Ferry`."""

from __future__ import annotations

import re

from pipeline.annotation.people.lexicon import lexicon

_ADDRESSED = re.compile(r"(?<!\w)(?:MM?\.|Mm?e\.?|Mmes|Mlle|[Mm]onsieur|[Mm]adame|Dr|Me)\s$")
_GIVEN = re.compile(r"(?<!\w)([A-ZÀ-Þ][\w’'-]+)\s$")
_REACH = 24


def is_surname(text: str, start: int) -> bool:
    """Whether the capital word at ``start`` stands behind a word of address or a first name."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - _REACH) : start]
    if _ADDRESSED.search(before):
        return True
    given = _GIVEN.search(before)
    return given is not None and lexicon().knows_first_name(given[1])
