"""Runs of capital words that may hold a name, joined over initials and particles.

A chain is maximal: `le président Honoré Marchal d'Ostrevent` gives the whole name; what
of it is a name is decided in :mod:`hemicycle.annotation.people.boundaries`.
"""

from __future__ import annotations

from typing import NamedTuple

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.knowledge.grammar import OF, THE_APART, THE_ONE
from hemicycle.reading.words import Words, is_capital

_LONGEST = 24  # words; a page in capitals is no name
_WRAPPED = 50  # characters: a shorter line is a heading or an item
FRENCH_PARTICLES = OF | THE_APART
_ABBREVIATED = small_words("chains", "abbreviated")


class Chain(NamedTuple):
    """Words ``start`` to ``end`` (exclusive), the first and last of them capital."""

    start: int
    end: int


def chains(words: Words, lexicon: Lexicon, inside: set[int]) -> list[Chain]:
    """Every chain of a text, in order and apart from each other.

    Args:
        words: the words of the text.
        lexicon: the words that tell who is a person.
        inside: words inside the model's persons, but not at their beginning.
    """
    found = []
    free = 0
    capitals = [
        index
        for index, capital in enumerate(words.capital)
        if capital and words.forms[index][-1] != "'"
    ]
    for index in capitals:
        if index >= free:
            free = _chain_end(words, lexicon, index, inside)
            found.append(Chain(index, free))
    return found


def _chain_end(words: Words, lexicon: Lexicon, index: int, inside: set[int]) -> int:
    """One past the last word of the chain that begins at ``index``."""
    forms = words.forms
    end = index + 1
    while end < len(forms) and end - index < _LONGEST:
        if "\n" in words.gap(end) and words.lower[end] in lexicon.formal:
            break  # the next line begins with `M. X`
        joined = words.spaced(end) or after_initial(words, lexicon, end)
        if joined or _is_wrapped(words, lexicon, end):
            if is_capital(forms[end]) and forms[end][-1] != "'":
                end += 1
                continue
            after = max(_particles_end(words, lexicon, end), _epithet(words, end, inside))
            if after > end:
                end = after + 1
                continue
        break
    return end


def _epithet(words: Words, index: int, inside: set[int]) -> int:
    """The capital of an epithet (`Aldéric le Preux`) that the model reads as part of a name."""
    if words.lower[index] in THE_ONE and {index, index + 1} <= inside:
        return index + 1 if is_capital(words.forms[index + 1]) else index
    return index


def after_initial(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a word follows an initial with its point (`L. Barthélemy`, `J.-L. Roy`)."""
    before = words.forms[index - 1]
    if not (len(before) == 1 and before.isupper()) and before not in lexicon.long_initials:
        abbreviated = words.lower[index - 1] in _ABBREVIATED
        if not abbreviated:
            return False
    gap = words.gap(index)
    return gap.startswith(".") and gap[1:].strip(" \u00a0\u202f\u2009-\n") == "" and len(gap) < 5


def _is_wrapped(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a long line breaks between a first name and what follows it."""
    if words.gap(index).strip(" ") != "\n" or not lexicon.knows_first_name(words.forms[index - 1]):
        return False
    end = words.ends[index - 1]
    line = words.text[max(0, end - _WRAPPED) : end]
    return len(line) == _WRAPPED and "\n" not in line


def _particles_end(words: Words, lexicon: Lexicon, index: int) -> int:
    """The capital word after the particles at ``index``; ``index`` if there are none."""
    lower, forms = words.lower, words.forms
    at = index
    while at < len(forms) and at - index < 3:
        # `S. de Courlay`: the point of an initial may stand before the particle.
        if not words.spaced(at) and not (at == index and after_initial(words, lexicon, at)):
            break
        word = forms[at]
        if not (word in lexicon.foreign_particles or word in FRENCH_PARTICLES or word == "D'"):
            break
        at += 1
    if at == index or at >= len(forms) or not words.spaced(at) or not is_capital(forms[at]):
        return index
    if forms[at][-1] == "'" or lower[index] in THE_APART:
        return index
    return at
