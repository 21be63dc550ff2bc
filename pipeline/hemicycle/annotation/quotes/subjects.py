"""Whom the subject of a verb of speech means where it has no name: `souffle le député`.

A definite noun for a member, an elected person, an adherent (`l'élue`, `la socialiste`, `le
Vaudois`) takes up somebody already spoken of, as a demonstrative does (`cette proche de X`) and as
`ancien` does (`l'ancienne ministre`); an indefinite noun, a plural or any other thing brings in
somebody, or something, whose name the text does not give (anaphoric and first-mention noun phrases:
M. Riegel et al., *Grammaire méthodique du français*, XXIII, 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.knowledge.grammar import OF, closed

_DEFINITE = small_words("quote_subjects", "definite")
_DEMONSTRATIVE = small_words("quote_subjects", "demonstrative")
_OTHERS = small_words("quote_subjects", "others")
_POSSESSIVE = small_words("quote_subjects", "possessive")
_FORMER = small_words("quote_subjects", "former")
_MEN = small_words("quote_subjects", "men")
_WOMEN = small_words("quote_subjects", "women")
_EITHER = small_words("quote_subjects", "either")
_PERSONS = small_words("quote_subjects", "persons")
_PREPOSITIONS = small_words("quote_subjects", "prepositions")
_FEMININE = closed(
    "determiner", kind=("article", "demonstrative"), gender="feminine", number="singular"
)
_MASCULINE = closed(
    "determiner", kind=("article", "demonstrative"), gender="masculine", number="singular"
)
_JOINTS = closed("coordinator", lemma=("et", "mais", "puis")) | {","}


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject without a name.

    Attributes:
        index: the place of its determiner among the words.
        known: whether it takes up somebody already spoken of.
        gender: ``m``, ``f`` or empty for what its words tell.
        fresh: whether it brings in somebody new: `un élu`.
    """

    index: int
    known: bool
    gender: str
    fresh: bool = False


def subject_at(words: Sequence[str], index: int = 0) -> Subject | None:
    """The noun phrase that begins with a determiner at a place, None if there is none.

    Args:
        words: lower forms; elided ones keep their apostrophe.
        index: the place.
    """
    if index >= len(words):
        return None
    determiner = words[index]
    gender = "f" if determiner in _FEMININE else "m" if determiner in _MASCULINE else ""
    if determiner in _OTHERS:
        return Subject(index, known=False, gender=gender, fresh=True)
    if determiner in _POSSESSIVE:
        return Subject(index, known=False, gender="")
    demonstrative = determiner in _DEMONSTRATIVE
    if not demonstrative and determiner not in _DEFINITE:
        return None
    place = index + 1
    former = place < len(words) and words[place] in _FORMER
    noun = words[place + former] if place + former < len(words) else ""
    if not gender and noun not in _EITHER:
        gender = "f" if noun in _WOMEN or (former and words[place].endswith("ne")) else "m"
    of = words[place + former + 1] if place + former + 1 < len(words) else ""
    specified = of in OF and not former and not demonstrative
    somebody = former or demonstrative
    taken_up = noun in _MEN or noun in _WOMEN or noun in _EITHER or lexicon().is_demonym(noun)
    person = noun in _PERSONS or role_lexicon().opens[noun]
    known = bool(noun) and not specified and (taken_up or (somebody and person))
    return Subject(index, known=known, gender=gender)


def subject_before(words: Sequence[str]) -> Subject | None:
    """The subject that opens a clause, behind what is put before it; None if there is none.

    Args:
        words: the lower forms of the clause, with its commas.
    """
    place = 0
    while place < len(words) and words[place] in _PREPOSITIONS and "," in words[place:]:
        place = words.index(",", place) + 1
    while place < len(words) and words[place] in _JOINTS:
        place += 1
    return subject_at(words, place)
