"""Sentences in which nothing is named, which need no recogniser.

Names have capitals in French, and so has the first word of a sentence. Where no word of a sentence
has a capital but those that open sentences and name nothing (``models/lexicons/openers.toml``), the
recogniser finds nothing that a component could use; so it is with two words of five. Texts that are
written without capitals are read whole.
"""

from __future__ import annotations

import numpy as np
from spacy.strings import get_string_id

from hemicycle.annotation.entities.network import Flags, Hashes
from hemicycle.knowledge.use import load_toml

# Of the words of prose, 3 to 10 in a hundred have a capital that tells of a name; a text with fewer
# may leave them out.
_LEAST_CAPITALS = 0.02


def load_openers() -> Hashes:
    """The hashes (``ORTH``) of the words that open a sentence and name nothing, sorted.

    Raises:
        ResourceError: the list is absent.
    """
    lists = load_toml("lexicons", "openers.toml").values()
    words = {word.capitalize() for words in lists for word in words}
    words |= {word.replace("'", "’") for word in words}
    return np.array(sorted(map(get_string_id, words)), dtype=np.uint64)


def read_flags(words: Hashes, lower: Hashes, first: Flags, openers: Hashes) -> Flags:
    """For each word of a text, whether its sentence has to be read.

    Args:
        words: the words, as ``ORTH`` has them.
        lower: the same in small letters, as ``LOWER`` has them.
        first: whether each starts a sentence.
        openers: of :func:`load_openers`.
    """
    telling = words != lower
    capital = np.flatnonzero(telling)
    nearest = np.minimum(np.searchsorted(openers, words[capital]), len(openers) - 1)
    telling[capital] = openers[nearest] != words[capital]
    if telling.sum() <= _LEAST_CAPITALS * len(words):
        return np.ones(len(words), dtype=np.bool_)
    sentence = np.cumsum(first)
    named = np.zeros(sentence[-1] + 1, dtype=np.bool_)
    named[sentence[telling]] = True
    return named[sentence]
