"""The nouns that a name of a body has in its complement: what it is for."""

from __future__ import annotations

from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.grammar import ALL, MORE_LESS, NOT, REFLEXIVE, THE, WHO, A, closed
from hemicycle.knowledge.lists import endings, listed
from hemicycle.knowledge.made import WordSet
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.verbs import verbs
from hemicycle.reading.words import Words

# A complement that is written small does not begin so: an infinitive, a word that counts or points.
_LITTLE = closed("determiner", kind=("demonstrative", "possessive"))
_LITTLE |= A | ALL | MORE_LESS | WHO | NOT | REFLEXIVE | closed("pronoun", case="tonic")
_DATED = WordSet(
    lambda: frozenset(
        word
        for section in ("months", "weekdays", "day_parts")
        for word in load_toml("lexicons", "dates.toml")[section]
    )
)
_NO_NOUNS = _LITTLE | _DATED | listed("bodies", "fields", "no_nouns")
_NO_NOUN = endings("verbs", "no_field")
_NOUNS_IN_ER = listed("bodies", "fields", "nouns")


def is_noun(lower: str) -> bool:
    """Whether a word that is written small may be the noun of a complement.

    Args:
        lower: the word.
    """
    is_word = lower.isalpha() or "-" in lower
    acts = len(lower) > 3 and _NO_NOUN.end(lower)
    no_noun = acts or lower in _NO_NOUNS or verbs().is_infinitive(lower)
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
    k += k < len(words) and words.lower[k] in THE
    if words.lower[index - 1] not in lexicon.heads_to or k >= len(words):
        return index
    return k if words.capital[k] else index
