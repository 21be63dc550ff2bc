"""The function by which who presides gives the floor: `Mme la ministre de la Famille.`"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hemicycle.annotation.people.role_lexicon import begins_with_function
from hemicycle.annotation.people.role_words import covers
from hemicycle.annotation.speeches.labels import Label
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold

_FUNCTION = re.compile(
    # Not `Merci, monsieur le ministre.`, `Veuillez conclure, monsieur le ministre.`
    r"(?<!erci, )(?<!erci )(?<!ercie, )(?<!ercie )(?<!onclure, )(?<!oncluez, )"
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


def answers_to(labels: Iterable[Label], function: str) -> bool:
    """Whether one of some labels bears a function: others broke in before who was called by it."""
    return bool(function) and any(
        covers(fold(label.role), fold(function)) for label in labels if label.role
    )
