"""Texts made alike before they are compared."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """A text without case, accents, and differences of apostrophes, hyphens and spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\s\-\u2010\u2011]+", " ", bare).strip()


def same_words(left: str, right: str) -> bool:
    """Whether two texts are the same once folded."""
    return fold(left) == fold(right)


def lemmas(text: str) -> str:
    """The lemmas of a text in lower case with straight apostrophes, by which keywords are one."""
    import simplemma

    words = text.replace("’", "'").lower().split()
    return " ".join(simplemma.lemmatize(word, lang="fr") for word in words)
