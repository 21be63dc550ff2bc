"""Days of whoever tells an amount, on which something was said or decided (``a confirmé jeudi un
plan de 400 postes``): no dates of the amount."""

from __future__ import annotations

import re

from hemicycle.annotation.amounts.clauses import has_verb_among
from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.knowledge.grammar import THAT
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.verbs import PARTICIPLE, verbs

_DAY = re.compile(r"\d{4}-\d\d-\d\d\S*|(?:\d{4}|XXXX)-W(?:\d\d|XX)-\d\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_BEFORE = 60
# Words between such a verb and its day (`a présenté, lundi`; `a annoncé le lundi`).
_BESIDE = 3


def is_told(text: str, day: Day, low: int, high: int) -> bool:
    """Whether a day is that of a verb of telling or deciding, or of a clause that the one of the
    amount depends on; years and months may be of both.

    Args:
        text: the document.
        day: the date.
        low: where what stands between it and the amount begins.
        high: one past its last character.
    """
    between = _words(text[low:high])
    if low == day.end and _tells_that(between):
        return True  # `en mars, un accord promettait que l'État verserait 4 millions`
    if _DAY.fullmatch(day.value) is None:
        return False
    before = _words(text[max(0, day.start - _BEFORE) : day.start])
    if low != day.end:  # the day follows the amount
        return _tells(before[-_BESIDE:])
    if _tells(between) or _tells(before[-_BESIDE:]):
        return True
    opened = [i for i, word in enumerate(between) if word in lexicon().dating.relatives]
    if not opened:
        return False
    clause, other = between[: opened[0]], between[opened[0] :]
    return has_verb_among(clause) and has_verb_among(other)


def _words(stretch: str) -> list[str]:
    return [found.lower().replace("’", "'") for found in _WORD.findall(stretch)]


def _tells(words: list[str]) -> bool:
    """Does such a verb stand among some words: a finite form, or a participle behind its
    auxiliary?"""
    known, telling = verbs(), lexicon().dating.telling
    for index, word in enumerate(words):
        if not known.any_of(word, telling):
            continue
        if known.is_predicate(word):
            return True
        behind = words[max(0, index - 3) : index]
        if word.endswith(PARTICIPLE) and any(w in noun_phrases().auxiliaries for w in behind):
            return True
    return False


def _tells_that(words: list[str]) -> bool:
    """Does such a verb stand among some words, and ``que`` behind it?"""
    joints = [i for i, word in enumerate(words) if word.startswith(tuple(THAT))]
    return any(_tells(words[max(0, i - _BESIDE) : i]) for i in joints)
