"""The nouns that a name of a body has in its complement: what it is for."""

from __future__ import annotations

import re

from hemicycle.annotation.bodies.lexicon import ARTICLES, BodyWords
from hemicycle.reading.verbs import verbs
from hemicycle.reading.words import Words

# A complement that is written small does not begin so: an infinitive, a word that counts or points.
_NO_NOUN = re.compile(
    r".{2,}(?:er|ir|oir)$|(?:ce|cet|cette|ces|un|une|nos|vos|mes|ses|leurs?|son|sa|notre|votre|plus|moins"
    r"|tous?|toutes?|qui|ne|se|lui|eux|nous|vous|mai|mars|avril|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|\w+ième|janvier|février|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain"
    r"|matin|soir|jour|jours|dernier|prochain|façon|manière|raison|sorte|fait|facto|plein)$"
)
_NOUNS_IN_ER = frozenset(
    ["premier", "chantier", "métier", "quartier", "mer", "avenir", "loyer", "hiver", "cancer"]
)


def is_noun(lower: str) -> bool:
    """Whether a word that is written small may be the noun of a complement.

    Args:
        lower: the word.
    """
    is_word = lower.isalpha() or "-" in lower
    no_noun = _NO_NOUN.fullmatch(lower) or verbs().is_infinitive(lower)
    return is_word and (lower in _NOUNS_IN_ER or not no_noun)


def field_behind(words: Words, lexicon: BodyWords, index: int) -> int:
    """The noun with a capital behind `à` and the head of a body that takes one (`Délégation
    générale au Pèlerinage`); the same index if none stands there.

    Args:
        words: those of the text.
        lexicon: the words of bodies.
        index: that of `à`.
    """
    k = index + 1
    k += k < len(words) and words.lower[k] in ARTICLES
    if words.lower[index - 1] not in lexicon.heads_to or k >= len(words):
        return index
    return k if words.capital[k] else index
