"""What keeps a date from an amount, though they stand near: another clause, another amount.

The rules are of French syntax: a date behind an amount belongs to the clause of the verb that it
follows (``65 %, sera universel en 2029``); what directly follows one amount dates that one
(``6 % en 2023, est retombée à 2 %``); an adverb of the speaker dates what he does (``Vous avouez
aujourd'hui que …``); a participle has its own date (``l'embargo décrété en février``); of two
levels of a move the one that is reached has the date behind (``de 18 à 25 francs dès janvier``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.knowledge.grammar import PLAIN_TO, THAT, closed
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.verbs import verbs

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LIST = re.compile(r"(?:[\s,()]|d['’]|(?:soit|et|ou|puis|à|des?|en|par)\b)*+", re.IGNORECASE)
_ADJACENT = r"<_>?(?:<tied>(?:<_>|(?<=['’]))){0,3}\Z"
_SHARED = r"<_>?(?:,<_>)?(?:<shared>)\b|,<_>(?:à|pour<_>atteindre)<_>\Z"
_AND = Pattern(r"\s?<and_then>\s+([^\W\d_]+)", and_then=closed("coordinator", lemma=("et", "puis")))
_SAID_THAT = Pattern(r"\s+<that~>", re.IGNORECASE, that=THAT, space=r"\b")
_PARTICIPLE = re.compile(
    r"(?<!\w)(?!les\b)[^\W\d_]{3,}(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues)\s(?:en|le|au|à|dès|depuis)\s\Z"
)
# A head of a page that a sentence runs over: two words in capitals, then the date.
_HEAD = re.compile(r"(?:[A-ZÀ-Þ]{2,}+['’ \u00a0]){2,}+\Z|[A-ZÀ-Þ]['’][A-ZÀ-Þ]{2,}+[ \u00a0]\Z")
_LOWER = re.compile(r"[a-zà-ÿ]{3}")
_CONTRAST = r",<_>(?:<contrasting>)(?:<_>|(?<=['’]))[^.;:]*\Z"
_APART = r"(?<!\w)<apart>(?:<_>|(?<=['’]))"
# `En 2025`, `Au cours de l'année 2025`
_OPENED = re.compile(r"(?:^|[.!?\n]\s*)[^\W\d_][^.!?\n,]{0,24}\Z")
_FIGURE = re.compile(r"[0-9]")
_BACK = 60
_SHORT = 24


def is_no_date(text: str, start: int) -> bool:
    """Whether the date at a place is part of a page's head, or of what a participle tells.

    Args:
        text: the document.
        start: first character of the date.
    """
    before = text[max(0, start - _BACK) : start]
    head = _HEAD.search(before)
    if head is not None and _LOWER.search(before[: head.start()]):
        return True
    match = _PARTICIPLE.search(before)
    if match is None:
        return False
    word = before[match.start() :].split()[0].lower()
    opened = [found.lower() for found in _WORD.findall(before[: match.start()])]
    while opened and opened[-1] in noun_phrases().adverbs:
        opened.pop()  # `a ainsi annoncé en mars`
    auxiliary = bool(opened) and opened[-1] in noun_phrases().auxiliaries
    known = word in lexicon().dating.participles or any(verbs().infinitives(word))
    # `ont été rénovés en 2024` is the clause's own verb.
    return known and not auxiliary and word not in lexicon().dating.measured


def is_apart(
    text: str, low: int, high: int, others: Sequence[tuple[int, int]], *, ahead: bool
) -> bool:
    """Whether what stands between an amount and a date gives the date to something else.

    Args:
        text: the document.
        low: where what stands between them begins.
        high: one past its last character.
        others: places of the other amounts of the sentence.
        ahead: does the date follow the amount?
    """
    between = text[low:high]
    if lexicon().dating.pattern(_APART).search(between):
        return True  # `un élève sur deux partait alors qu'aujourd'hui tous restent`
    if not ahead:
        if _SAID_THAT.match(between):
            return True  # `Vous avouez aujourd'hui que la mesure coûtera 500 millions`
        clause = _AND.match(between)
        if clause is not None and verbs().finite(clause[1].lower()) and not _opens(text, low):
            return True  # `le carnet est plein pour 2019 et menace 300 emplois`
        return _follows_another(text, low, between, others)
    if lexicon().dating.pattern(_CONTRAST).search(between):
        return True  # `nous avons livré 421 km, quand la décennie précédente en avait vu 130`
    crossed = [other for other in others if low <= other[0] < high]
    if crossed and text[low : crossed[0][0]].strip() in PLAIN_TO:
        return True
    if crossed and not _LIST.fullmatch(text, low, crossed[0][0]):
        return has_verb(text[low : crossed[0][0]]) or has_verb(text[crossed[-1][1] : high])
    if crossed:
        return False
    comma = between.find(",")
    return comma >= 0 and has_verb(between[comma:])


def _opens(text: str, stop: int) -> bool:
    """Does the date that ends at a place open its sentence?"""
    return _OPENED.search(text, max(0, stop - _BACK), stop) is not None


def _follows_another(text: str, low: int, between: str, others: Sequence[tuple[int, int]]) -> bool:
    """Whether the date, which ends at ``low``, stands right behind another amount, or behind what
    that is of, and a verb or a new thing follows (``6 % en 2023, est retombée à 2 %``)."""
    words = lexicon().dating
    if words.pattern(_SHARED).match(between):
        clause = _AND.match(between)  # `1 milliard en 2030 et représentera 6 milliards`
        return clause is not None and has_verb(clause[1])
    for _, end in others:
        if (
            end < low
            and low - end < _SHORT * 2
            and words.pattern(_ADJACENT).fullmatch(text, end, _first_word(text, end, low))
        ):
            return "," in between or has_verb(between)
    return False


def _first_word(text: str, end: int, low: int) -> int:
    """Where the first word begins that ties nothing, behind an amount that ends at ``end`` and
    before ``low``: that of the date, or of a complement between the amount and its date, which
    keeps the two no further apart (``56,3 % du PIB en 2012``); a figure if there is no word."""
    for match in _WORD.finditer(text, end, low):
        if match[0].lower() not in lexicon().dating.tied:
            return match.start()
    figure = _FIGURE.search(text, end, low)
    return figure.start() if figure else low


def has_verb(between: str) -> bool:
    """Whether a finite verb stands in a stretch of text."""
    return has_verb_among(found.lower() for found in _WORD.findall(between))


def has_verb_among(words: Iterable[str]) -> bool:
    """Whether one of some words in small letters is a finite verb."""
    auxiliaries, known = noun_phrases().auxiliaries, verbs()
    return any(word in auxiliaries or known.is_predicate(word) for word in words)
