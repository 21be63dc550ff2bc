"""Which small words are adjectives that names of bodies have behind their nouns."""

from __future__ import annotations

from hemicycle.annotation.bodies.lexicon import BodyWords

#: How nouns and adjectives end in the plural.
PLURALS = ("s", "x")
_ENDINGS = (
    *("al", "ale", "able", "ables", "ible", "ibles", "ier", "iers", "ière", "ières"),
    *("ique", "iques", "aire", "aires", "elle", "elles", "ales", "aux", "ienne", "iennes", "iens"),
    *("ieur", "ieure", "ieurs", "ieures", "ère", "ères", "euse", "euses", "ive", "ives", "ifs"),
    *("el", "els", "if", "erne", "ernes", "aine", "aines", "ains", "oise", "oises", "ine", "ines"),
)


def adjectival(lower: str, lexicon: BodyWords) -> bool:
    """Whether a small word is an adjective that names of bodies have, in any number.

    Args:
        lower: the word, in lower case.
        lexicon: the words of bodies.
    """
    if lower in lexicon.adjectives or lower in lexicon.peoples:
        return True
    if lower[-1:] in PLURALS and lower[:-1] in lexicon.adjectives:
        return True
    return len(lower) > 4 and lower.endswith(_ENDINGS)
