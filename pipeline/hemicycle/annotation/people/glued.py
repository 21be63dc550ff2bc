"""Words with a capital that stand directly before a name and are none of it.

`Pourtant Aslan Corvel` opens a sentence with an adverb; `la députée Horizons Awa Corvel` and
`Jurassienne Awa Corvel` put a party or a people before the name; `le ministre de la Santé Aslan
Corvel` ends a function. The recogniser takes them all into the name, and the titles of
other languages (`Minister Jan Corvel`).
"""

from __future__ import annotations

from hemicycle.annotation.people.chains import FRENCH_PARTICLES
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.never_names import CLOSED
from hemicycle.annotation.people.ranks import is_pape
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.reading.words import Words, is_capital

_ADVERB = "ment"
_SHORTEST_ADVERB = 7  # letters: `Clément` is a first name
_LONGEST_PARTY = 5  # words
_SHORTEST_NOUN = 4  # letters of a party's name that is no acronym


def glued(words: Words, lexicon: Lexicon, start: int, end: int) -> int:
    """How many words from ``start`` on stand before the name and are none of it.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        start: first word of what may be a name.
        end: one past the last.
    """
    if start + 1 >= end:
        return 0
    form = words.forms[start]
    if words.lower[start] in lexicon.foreign_titles:
        return 1
    full = _is_full(words, lexicon, start + 1, end)
    if full and _ends_function(words, lexicon, start):
        return 1
    if form[1:].islower() and (party := party_end(words, lexicon, start)):
        return party - start if _leads(words, lexicon, start, party, end) else 0
    if lexicon.knows_first_name(form) or not form[1:].islower():
        return 0
    if _is_adverb(words, lexicon, start):
        return 1 if full or words.begins_sentence(start) else 0
    return 1 if full and fold(form).endswith(lexicon.inhabitant_endings) else 0


def party_end(words: Words, lexicon: Lexicon, start: int) -> int:
    """One past the party that is named from ``start`` on, 0 if none is."""
    form = words.forms[start]
    acronym = len(form) < _SHORTEST_NOUN and not form.isupper()  # `Dr` is no `DR`
    if acronym or fold(form) not in lexicon.parties:
        return 0
    folded = [fold(form) for form in words.forms[start : start + _LONGEST_PARTY]]
    found = lexicon.parties.match(folded, 0)
    tied = all(words.spaced(k) for k in range(start + 1, start + found))
    return start + found if found and tied else 0


def _leads(words: Words, lexicon: Lexicon, start: int, party: int, end: int) -> bool:
    """Whether a party from ``start`` to ``party`` stands between a noun and a name."""
    if party >= end or not words.spaced(start):
        return False
    if words.lower[start - 1] in role_lexicon().heads:
        return True  # `la députée Renaissance Corvel`
    if lexicon.knows_first_name(words.forms[start]):
        return False  # `Anders`, a party and a first name
    return words.forms[start - 1].islower() and _is_full(words, lexicon, party, end)


def _is_full(words: Words, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a first name and more stand from ``start`` to ``end`` (exclusive)."""
    named = lexicon.knows_first_name(words.forms[start]) or is_pape(words, lexicon, start)
    return start + 1 < end and named


def _ends_function(words: Words, lexicon: Lexicon, start: int) -> bool:
    """Whether a word is what a ministry or body is called: `de la Santé`, `de la République`."""
    folded = fold(words.forms[start])
    owned = start > 0 and words.spaced(start) and words.lower[start - 1] in FRENCH_PARTICLES
    return owned and (folded in lexicon.common or folded in lexicon.never_people)


def _is_adverb(words: Words, lexicon: Lexicon, start: int) -> bool:
    """Whether a word is an adverb or another that links sentences."""
    lower = words.lower[start]
    if lower in lexicon.adverbs or lower in CLOSED:
        return is_capital(words.forms[start]) and lower not in FRENCH_PARTICLES
    return lower.endswith(_ADVERB) and len(lower) >= _SHORTEST_ADVERB
