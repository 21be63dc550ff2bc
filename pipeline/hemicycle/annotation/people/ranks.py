"""Ranks before a surname with a particle: `le général de Corvel` names a man, no command.

A rank is a title here: its complement is a place, a unit or a common noun (`capitaine de
gendarmerie`), and otherwise the surname. `Directeur général de` and the like are no ranks.
"""

from __future__ import annotations

from hemicycle.annotation.people.chains import FRENCH_PARTICLES
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_OF
from hemicycle.reading.words import Words, is_capital

_RANKS = small_words("boundaries", "ranks")
_LED = small_words("boundaries", "before_ranks")


def is_rank(words: Words, index: int) -> bool:
    """Whether a word is a rank that stands before a name, with its article or none."""
    if index < 0 or words.lower[index] not in _RANKS:
        return False
    return index == 0 or words.lower[index - 1] in _LED or not words.spaced(index)


def named_after_rank(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a rank stands before ``index``, and there the particles of a surname."""
    if index >= len(words) or words.lower[index] not in PLAIN_OF:
        return False  # `général de la Garde`
    at = index
    while at < len(words) and words.spaced(at) and words.lower[at] in FRENCH_PARTICLES:
        at += 1
    if at == index or at >= len(words) or not words.spaced(at) or not is_capital(words.forms[at]):
        return False
    form = words.forms[at]
    thing = lexicon.is_place(form) or fold(form) in lexicon.never_people or is_common(form.lower())
    return not thing and is_rank(words, index - 1)


def is_pape(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether `Pape` is the Senegalese first name: before another one and a surname."""
    if words.forms[index] != "Pape" or index + 2 >= len(words):
        return False
    forms = words.forms
    named = lexicon.knows_first_name(forms[index + 1]) and is_capital(forms[index + 2])
    return named and words.spaced(index + 1) and words.spaced(index + 2)
