"""Lemmas of French words, by simplemma.

simplemma's own function keeps 65,536 words for good, beside whatever its callers keep; here one
smaller memory serves them all, so that a long run takes no more room than a short one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from simplemma import Lemmatizer


@lru_cache(maxsize=20_000)
def lemma(lower: str) -> str:
    """The dictionary form of a word.

    Args:
        lower: the word in small letters, not empty.

    Returns:
        The lemma; the word itself if no rule of the dictionary knows it.
    """
    return str(_lemmatizer().lemmatize(lower, lang="fr"))


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(cache_max_size=0)
