"""Texts made alike before they are compared."""

from __future__ import annotations

import re

from hemicycle.folding import fold as folded


def fold(text: str) -> str:
    """A text without case, accents, and differences of apostrophes, hyphens and spaces."""
    return re.sub(r"[\s\-]+", " ", folded(text)).strip()


def same_words(left: str, right: str) -> bool:
    """Whether two texts are the same once folded."""
    return fold(left) == fold(right)


def lemmas(text: str) -> str:
    """The lemmas of a text in lower case with straight apostrophes, by which keywords are one."""
    import simplemma

    words = text.replace("’", "'").lower().split()
    return " ".join(simplemma.lemmatize(word, lang="fr") for word in words)
