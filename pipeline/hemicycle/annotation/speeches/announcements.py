"""The function by which who presides gives the floor: `Mme la ministre de la Famille.`"""

from __future__ import annotations

import re

from hemicycle.annotation.people.role_lexicon import begins_with_function
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold

_FUNCTION = re.compile(
    r"(?<![,!] )(?<!erci )"  # not `Merci, monsieur le ministre.`
    r"(?:M\.|Mme|monsieur|madame)\s(?:le|la)\s(?P<function>[^.,;:!?()\n]{3,90})[.!]?\s*$"
)
_REACH = 120


def announced_in(text: str) -> str:
    """The function named at the end of what who presides says, empty if none."""
    match = _FUNCTION.search(text[-_REACH:])
    if match is None:
        return ""
    function = match["function"].strip()
    named = begins_with_function(function) and fold(function) not in lexicon().chairs
    return function if named else ""
