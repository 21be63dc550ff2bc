"""Lemmas of French words, by simplemma.

simplemma's own function keeps 65,536 words for good, beside whatever its callers keep; here one
smaller memory serves them all, so that a long run takes no more room than a short one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from simplemma import Lemmatizer, is_known


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


def lemma_of_singular(lower: str) -> str:
    """The dictionary form that a word has in common with its singular.

    simplemma takes ``tempêtes`` and ``taxes`` for verbs but ``tempête`` and ``taxe`` for nouns,
    ``salarié`` for a verb but ``salariés`` for a noun, and leaves plurals that it does not know
    (``féminicides``) as they are. Words that are their own lemma (``pays``, ``cours``) have no
    other singular.

    Args:
        lower: the word in small letters, not empty.
    """
    found = lemma(lower)
    if len(lower) < 4 or not lower.endswith("s"):
        return found
    singular = lower[:-1]
    if found == lower:
        return found if is_known(lower, "fr") else lemma(singular)
    return lemma(singular) if is_known(singular, "fr") else found
