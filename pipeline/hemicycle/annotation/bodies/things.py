"""What is written like a body or a place and is none: things with acronyms, parts of a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from hemicycle.annotation.bodies.acronyms import is_bracketed
from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.grammar import OF, THE
from hemicycle.reading.words import Words

# Laws and ordinances of Switzerland: `LParl`, `OTrans`.
_LAW = re.compile(r"[LO][A-Z]+[a-zà-ÿ]+\w*")
_SWITZERLAND = "CH"
_LONGEST = 14  # words of the full name of a thing


def is_thing(
    words: Words, lexicon: BodyWords, first: int, grown: Collection[int], *, known: bool
) -> bool:
    """Whether the full name of an acronym is that of a thing or of a class of bodies.

    Its noun says so, or it has neither a capital nor the noun of a body (`assurance des soins
    (AOS)`); or it is written small, and a plural or a word of any of its kind leads to it
    (`des centres d'hébergement (CEH)`).

    Args:
        words: the text's words.
        lexicon: the words of bodies.
        first: the first word of the full name.
        grown: where names that grew from their heads begin.
        known: whether the gazetteer has the acronym.
    """
    if not known and _is_class(words, lexicon, first):
        return True
    head = lexicon.head_at(words.lower, first)[0] > first
    if words.lower[first] in lexicon.things:
        return not (head and words.capital[first])  # `Conférence des préfets (CP)`
    if head or words.capital[first] or first in grown:
        return False
    # `services de secours`, `centre de [ressources]`
    near = words.lower[max(0, first - 2) : first + 1]
    return not any(lexicon.head_at([word.rstrip("sx")], 0)[0] for word in near)


def _is_class(words: Words, lexicon: BodyWords, first: int) -> bool:
    noun = words.lower[first].rstrip("sx")
    if not words.spaced(first) or words.capital[first] or noun not in lexicon.wide:
        return False
    return words.lower[first - 1] in lexicon.before_classes


def is_law_in_short(words: Words, lexicon: BodyWords, index: int, country: str) -> bool:
    """Whether an acronym in brackets begins as the noun of the thing before it does: `la loi sur
    les eaux usées (LEU)`, its other letters being those of another language maybe; or whether it
    is written as laws of Switzerland are (`LParl`).

    Args:
        words: the text's words.
        lexicon: the words of bodies.
        index: the acronym.
        country: that of the document, empty if unknown.
    """
    if country == _SWITZERLAND and _LAW.fullmatch(words.forms[index]):
        return True
    if not is_bracketed(words, index):
        return False
    initial = words.lower[index][0]
    for k in range(index - 1, max(-1, index - _LONGEST), -1):
        lower = words.lower[k]
        if lower in lexicon.things - lexicon.houses and lower[0] == initial:
            return not words.capital[k] or lexicon.head_at(words.lower, k)[0] == k
        if k and words.gap(k).strip():
            return False
    return False


def is_side(words: Words, stop: int, place_stop: Callable[[int], int]) -> bool:
    """Whether the place that a direction is a part of stands behind it: `le Nord [du Mali]`.

    Args:
        words: the text's words.
        stop: one past the direction.
        place_stop: one past the known place that begins at a word; the same index if none does.
    """
    k = stop
    if k < len(words) and words.spaced(k) and words.lower[k] in OF:
        k += 1
        if k < len(words) and words.lower[k] in THE:
            k += 1
    return k < len(words) and words.spaced(k) and place_stop(k) > k
