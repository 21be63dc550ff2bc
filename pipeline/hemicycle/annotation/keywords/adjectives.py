"""Adjectives, told by their endings and by what stands before them; a tagger is not asked."""

from __future__ import annotations

import re

from hemicycle.knowledge.lists import listed
from hemicycle.knowledge.patterns import Pattern

_ENDINGS = re.compile(
    r"(?:al|ale|aux|ales|coles?|iques?|elle?s?|eux|euses?|ifs?|ives?|ables?|ible|aires?|ien|ienne|ain|aine"
    r"|oise?|aise?|ée?s?|ante?s?)$"
)
# `économique et financière`, `plus efficaces`, `est respectable`: a noun has its article there.
_BEFORE = Pattern(
    r"(?:^|[\W_])<words>[ \u00a0]$", words=listed("keyword_stops", "adjectives", "behind")
)
_FARTHEST = 12


def ends_as_adjective(word: str) -> bool:
    """Whether a word, or the last of a phrase, ends as adjectives do; some nouns do too."""
    return _ENDINGS.search(word.lower()) is not None


def describes(text: str, start: int, end: int) -> bool:
    """Whether a word is joined to an adjective before it, compared, or said of a subject.

    Args:
        text: the text.
        start: first character of the word, from 0.
        end: one past its last.
    """
    before = _BEFORE.search(text, max(0, start - _FARTHEST), start)
    return before is not None and ends_as_adjective(text[start:end])
