"""Acronyms and the full names that the text itself gives for them: `Parti de la mer (PM)`."""

from __future__ import annotations

import re

from hemicycle.folding import fold, without_accents
from hemicycle.knowledge.grammar import AGAINST, AND, BY, FOR, JOINING, ON, PLAIN_TO, WITHIN
from hemicycle.reading.words import PerForm, Words

_FARTHEST = 14  # words
_LITTLE = (JOINING | AND | FOR | ON | WITHIN | AGAINST | BY) | PLAIN_TO.map(without_accents)
_LEAST = 2
_MOST = 9
_SPARSE = 3  # `MoDem`: one letter in so many is a capital
_OPENED = re.compile(r"\s\(\s?[«“\"]?\s?$|\s[–—-]\s$|\(ci-après\s$")
_BEHIND = frozenset({" (", "\u00a0("})
_LETTER = re.compile(r"[^\W\d_]")


def is_acronym(form: str) -> bool:
    """Whether a word looks like an acronym: `PMRN`, `N-VA`, `M23`, `G20`, `MoDem`, `FARDC`."""
    return _ACRONYMS[form]


def _looks_so(form: str) -> bool:
    letters = [c for c in form if c.isalpha()]
    if not _LEAST <= len(form) <= _MOST + 3 or not letters or not form[0].isupper():
        return False
    capitals = sum(c.isupper() for c in letters)
    if len(letters) == 1:
        return any(c.isdigit() for c in form)
    return capitals >= _LEAST and capitals * _SPARSE >= len(letters)


_ACRONYMS: PerForm[bool] = PerForm(_looks_so)


def is_bracketed(words: Words, index: int) -> bool:
    """Whether a word stands in brackets, or behind a dash, where an acronym is explained."""
    return index > 0 and _OPENED.search(words.gap(index)) is not None


def full_name(words: Words, index: int) -> int:
    """The first word of the full name before an acronym in brackets, -1 if there is none.

    The letters are the first ones of the words of the name, in their order; little words need not
    have one, and the name begins with a capital or a word whose letter the acronym begins with.

    Args:
        words: the text's.
        index: the acronym.
    """
    if not is_bracketed(words, index):
        return -1
    letters = [c for c in fold(words.forms[index]) if _LETTER.match(c)]
    if len(letters) < _LEAST:
        return -1
    first = _spelt(words, index, letters, little=False)
    return first if first >= 0 else _spelt(words, index, letters, little=True)


def full_name_behind(words: Words, index: int) -> int:
    """One past the full name in the bracket behind an acronym, 0 if there is none.

    Args:
        words: the text's words.
        index: the acronym.
    """
    letters = [c for c in fold(words.forms[index]) if _LETTER.match(c)]
    if index + 1 >= len(words) or words.gap(index + 1) not in _BEHIND or len(letters) < _LEAST:
        return 0
    k, found = index + 1, 0
    while k < min(len(words), index + 1 + _FARTHEST):
        form = fold(words.forms[k])
        if found < len(letters) and form[0] == letters[found]:
            found += 1
        elif words.lower[k] not in _LITTLE:
            return 0
        k += 1
        gap = words.gap(k) if k < len(words) else words.text[words.ends[k - 1] :]
        if gap.startswith(")"):
            return k if found == len(letters) else 0
        if gap.strip():
            return 0
    return 0


def _spelt(words: Words, index: int, letters: list[str], *, little: bool) -> int:
    """The first word of the name that letters before a word spell, -1 if none.

    Args:
        words: the text's.
        index: the word that the name ends before.
        letters: those of the acronym, folded.
        little: whether little words may have letters too.
    """
    k, missing = index - 1, len(letters) - 1
    while k >= max(0, index - _FARTHEST):
        form = fold(words.forms[k])
        is_little = words.lower[k] in _LITTLE
        taken = 0 if is_little and not little else _letters_of(form, letters, missing)
        missing -= taken
        if not (taken or is_little):
            return -1
        if missing < 0:
            return k if words.capital[k] or not is_little else -1
        if k and ("\n" in words.gap(k) or any(c in words.gap(k) for c in ".;:()")):
            return -1
        k -= 1
    return -1


def _letters_of(form: str, letters: list[str], last: int) -> int:
    """How many letters, up to the last that is missing, a word gives: one for each of its parts."""
    parts = [part for part in re.split(r"[-']", form) if part]
    for count in (len(parts), 1):
        wanted = letters[max(0, last - count + 1) : last + 1]
        if [part[0] for part in parts[:count]] == wanted:
            return count
    return 0
