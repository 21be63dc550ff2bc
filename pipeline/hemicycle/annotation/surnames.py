"""Tells a surname from the common noun written alike: `M. Boulanger`, `Jules Ferry`."""

from __future__ import annotations

import re

from hemicycle.annotation.people.lexicon import lexicon

# One letter is a word of address with its point only.
_WORD_BEFORE = re.compile(r"(?<!\w)(?:(\w)\.|([^\W\d_][\w’'-]+)\.?)\s$")
_REACH = 24
_PRONOUN = 2  # letters: `il me` is no `Me`


def is_surname(text: str, start: int) -> bool:
    """Whether the capital word at ``start`` stands behind a word of address or a first name."""
    if not text[start].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    word = (before[1] or before[2]) if before else ""
    if word.lower() in lexicon().formal and (word[0].isupper() or len(word) > _PRONOUN):
        return True
    return word[:1].isupper() and len(word) > 1 and lexicon().knows_first_name(word)
