"""Which small words are adjectives that names of bodies have behind their nouns."""

from __future__ import annotations

from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.lists import endings

#: How nouns and adjectives end in the plural.
PLURALS = endings("nouns", "plural")
_ADJECTIVES = endings("adjectives", "of_bodies")


def adjectival(lower: str, lexicon: BodyWords) -> bool:
    """Whether a small word is an adjective that names of bodies have, in any number.

    Args:
        lower: the word, in lower case.
        lexicon: the words of bodies.
    """
    if lower in lexicon.adjectives or lower in lexicon.peoples:
        return True
    if PLURALS.end(lower) and lower[:-1] in lexicon.adjectives:
        return True
    return len(lower) > 4 and _ADJECTIVES.end(lower)
