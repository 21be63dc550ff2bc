"""What a name itself tells: first names, initials, capitals, particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.orders import capitals_first, surname_first
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_OF
from hemicycle.reading.words import Words, is_capital, is_upper

SHORTEST_SURNAME = 4  # letters of a surname in capitals
_ROMAN = frozenset("IVXLCDM")
_ARTICLES = small_words("evidence", "articles")
_NUMERALS = small_words("evidence", "numerals")
# Korean and Chinese given names in transcription: `Geun-hye`.
_TWO_SYLLABLES = re.compile(r"[^\W\d_a-z][a-zà-ÿ]{1,5}-[a-zà-ÿ]{2,5}")


def appearance(words: Words, lexicon: Lexicon, start: int, end: int) -> Iterator[str]:
    """The features of the words from ``start`` to ``end`` (exclusive) by themselves."""
    forms = words.forms[start:end]
    if all(is_upper(form) or form[-1] == "'" for form in forms) or len(forms) == 1:
        if _is_name_in_capitals(words, lexicon, start, end):
            yield "capitals"
        if len(forms) == 1:
            return
    first, last = forms[0], forms[-1]
    if lexicon.knows_first_name(first) and fold(last) not in lexicon.never_people:
        thing = fold(last) in lexicon.common or lexicon.is_place(last)
        yield "first_name_of_thing" if thing else "first_name"
    if len(first) == 1 and first.isupper() and not is_upper(last):
        yield "initial"
    if is_upper(last) and not is_upper(first) and len(last) >= SHORTEST_SURNAME:
        yield "surname_capitals"
    if any(form in lexicon.foreign_particles for form in forms[1:-1]):
        yield "particle"
    if _TWO_SYLLABLES.fullmatch(first) or _TWO_SYLLABLES.fullmatch(last):
        yield "two_syllables"
    turned = surname_first(words, lexicon, start, end) and (
        not is_common(first.lower()) or capitals_first(words, lexicon, start, end)
    )
    if turned and not lexicon.is_place(last):
        yield "surname_first"
    if "-" in first and is_capital(first.rpartition("-")[2]):
        yield "compound_first"


def _is_name_in_capitals(words: Words, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether words in capitals stand in a line that is not, with no article before.

    Acronyms take the article (`l'OTAN`, `le PACS`); names in capitals do not.
    """
    forms = words.forms[start:end]
    if len(forms) == 1 and len(forms[0]) < SHORTEST_SURNAME:
        return False
    if not all(_may_be_name(form) or form[-1] == "'" for form in forms):
        return False
    if len(forms) > 1 and all(is_common(form.lower()) for form in forms):
        return False  # a heading
    previous = words.forms[start - 1] if words.spaced(start) else ""
    if previous.lower() in _ARTICLES or previous.lower() in lexicon.named_after:
        return False
    if start > 1 and previous in PLAIN_OF and words.lower[start - 2] in _NUMERALS:
        return False  # `deux millions de FCFA`
    following = words.forms[end] if words.spaced(end) else ""
    if is_upper(previous) or is_upper(following) or words.gap(start).endswith("("):
        return False
    if not words.is_in_lower_line(start, end):
        return False
    whole = fold(" ".join(forms))
    return whole not in lexicon.places and whole not in lexicon.common


def _may_be_name(form: str) -> bool:
    """Whether a word in capitals can be spoken, and is no Roman number: no acronym like `PLFSS`."""
    if not form.isupper() or _ROMAN.issuperset(form):
        return False
    return 0 < sum(map(fold(form).count, "aeiouy")) < len(form)
