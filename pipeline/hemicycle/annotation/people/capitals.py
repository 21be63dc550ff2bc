"""Names in lines of capitals, where case tells nothing of where a name ends."""

from __future__ import annotations

from hemicycle.annotation.people.chains import Chain
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.folding import fold
from hemicycle.reading.words import Words

_HEADING_PARTICLES = small_words("boundaries", "heading_particles")
_AFTER_NAMES = small_words("boundaries", "after_names")


def names_in_capitals(words: Words, lexicon: Lexicon, chain: Chain) -> list[Chain]:
    """The names in a run of capitals: after a word of address, or from a first name on.

    `LETTRE OUVERTE À MONSIEUR ÉRIC TAILLANDIER` hides one. The surname is one word, with its
    particles, because nothing tells where a heading goes on.
    """
    found = []
    index = chain.start
    while index < chain.end:
        begin = index
        addressed = index > 0 and words.lower[index - 1] in lexicon.formal
        while index < chain.end and lexicon.knows_first_name(words.forms[index]):
            index += 1
        if index == begin and not addressed:
            index += 1
            continue
        if index == chain.end and index - begin > 1:
            found.append(Chain(begin, index))
            break
        while index < chain.end and words.forms[index].capitalize() in _HEADING_PARTICLES:
            index += 1
        closed = index < chain.end and words.lower[index] in lexicon.closed
        if index < chain.end and not closed and fold(words.forms[index]) not in lexicon.common:
            index += 1
            found.append(Chain(begin, index))
    return found


def before_preposition(words: Words, lexicon: Lexicon, start: int, end: int) -> int:
    """One past the name of a heading in capitals: `M. CORVEL INVESTI PAR …`."""
    if start == 0 or words.lower[start - 1] not in lexicon.formal:
        return end
    for k in range(start + 1, end):
        if words.lower[k] in _AFTER_NAMES:
            while k - 1 > start and is_common(words.lower[k - 1]):
                k -= 1
            return k
    return end
