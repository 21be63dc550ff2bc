"""Shares told by two numbers or by a word: ``neuf maires sur dix``, ``les 3/4``, ``le double``."""

from __future__ import annotations

import re
from decimal import Decimal

from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.grammar import Match, Numbers, rule
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.percents import changes
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.folding import fold
from hemicycle.kinds.amounts import Amount
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.grammar import ON
from hemicycle.reading.numbers import Number

_GAP = r"[ \u00a0\u202f\n]{1,2}"
_RATIO = re.compile(
    rf"{_GAP}(?:([^\W\d_]+(?:[- \u00a0'’][^\W\d_]+){{0,7}}){_GAP})?sur{_GAP}", re.IGNORECASE
)
_FEW_WORDS = 3
_PLURAL_NEXT = re.compile(r"[ \u00a0\n][^\W\d_]+[sxz]\b")
_WORD = re.compile(r"[^\W\d_]+")
# The longest that may stand between the two numbers.
_APART = 80
_WHOLE = r"<_><wholes>(?![^\W\d_])"
_WHOLE_OF_FIGURES = r"<_><whole_of_figures>"
_MULTIPLE = r"\ble (<multiples>)<_><multiple_of~>"
_SPACES = " \u00a0\u202f\u2009"


def _percent(part: Number, end: int, value: Decimal) -> Quantity:
    hundredths = round(value * 100, 6)
    return Quantity(part, part.start, end, "percent", hundredths, "%")


@rule("ratio")
def ratio(tokens: Numbers, index: int) -> Match | None:
    """Two numbers that make a percentage of what stands between or behind them.

    [neuf maires sur dix] -> 90 %
    [une entreprise assujettie à la TVA sur cinq] -> 20 %
    une loi qui porte sur cinq -> nothing
    [un sur trois] est élu -> 33.333333 %
    les [3/4] des élus -> 75 %
    3/4 de tour -> nothing
    """
    if index + 1 >= len(tokens):
        return None
    part, whole = tokens.numbers[index], tokens.numbers[index + 1]
    if whole.start - part.end > _APART or part.value >= whole.value:
        return None
    between = tokens.text[part.end : whole.start]
    if between == "/":
        found = _slash(tokens, part, whole)
    else:
        found = _sur(tokens, part, whole) if between.rstrip()[-3:].lower() in ON else None
    return Match(index, index + 2, found) if found is not None else None


def _sur(tokens: Numbers, part: Number, whole: Number) -> Quantity | None:
    """``un Français sur dix``; not ``3 sur 5`` in figures, nor where the second number counts."""
    text = tokens.text
    match = _RATIO.fullmatch(text, part.end, whole.start)
    if match is None or whole.value == 0 or whole.fraction or whole.article:
        return None
    if match[1] is None and "digits" in (part.form, whole.form):
        return None
    behind = _WORD.match(text, whole.end + 1)
    if (
        behind is not None
        and text[whole.end] in _SPACES
        and fold(behind[0]) in tokens.known.shares.times
    ):
        return None
    if _PLURAL_NEXT.match(text, whole.end) or (match[1] and _has_verb(tokens, match[1])):
        return None
    found = _percent(part, whole.end, part.value / whole.value)
    if match[1] is not None:
        found.measure, found.measure_start = match[1], match.start(1)
    return found


def _has_verb(tokens: Numbers, between: str) -> bool:
    """May a verb stand in a long phrase between two numbers (``une loi qui porte sur dix``)?"""
    words = _WORD.findall(between.lower())
    nouns, verbs = tokens.known.nouns, tokens.known.verbs
    never = nouns.pronouns | nouns.auxiliaries | tokens.known.shares.relatives
    if not never.isdisjoint(words):
        return True
    return len(words) > _FEW_WORDS and any(map(verbs.is_predicate, words))


def _slash(tokens: Numbers, part: Number, whole: Number) -> Quantity | None:
    """``les 3/4 des élus``; ``3/4`` alone is more often a date or a place in a list."""
    if not 0 < part.value < whole.value <= 10:
        return None
    if not tokens.known.shares.pattern(_WHOLE_OF_FIGURES).match(tokens.text, whole.end):
        return None
    return _percent(part, whole.end, part.value / whole.value)


@rule("share")
def fraction(tokens: Numbers, index: int) -> Match | None:
    """A fraction of a known whole, or by which something changes, as a percentage.

    [un tiers] des voix -> 33.333333 %
    la [moitié] de la population -> 50 %
    réduit d'[un tiers] -> 33.333333 %
    trois quarts d'heure -> nothing
    """
    text, number = tokens.text, tokens.numbers[index]
    if number.magnitude > 1 or number.approximate:
        return None
    known = tokens.known.shares
    whole = known.pattern(_WHOLE).match(text, number.end)
    if whole is None:
        # `réduit d'un tiers`, `plus de la moitié ont dit non`
        following = _WORD.match(text, number.end + 1)
        low = fold(following[0]) if following is not None else ""
        told = bounds().left(text, number.start, 0)[0] or changes(text, number.start)
        timed = low in known.times or low in known.of
        return _whole(tokens, index) if told and not timed else None
    at = whole.end() + (text[whole.end() : whole.end() + 1] in _SPACES)
    match = _WORD.match(text, at)
    timed = fold(match[0]) in known.times if match else not text[at : at + 1].isdigit()
    return None if timed else _whole(tokens, index)


def _whole(tokens: Numbers, index: int) -> Match:
    number = tokens.numbers[index]
    return Match(index, index + 1, _percent(number, number.end, number.value))


def multiples(text: str) -> list[Mention[Amount]]:
    """``le double du salaire minimum`` is 200 % of it."""
    known = lexicon().shares
    # Most texts hold none of the words, and to look for one is faster than to match.
    if not any(word in text for word in known.multiples):
        return []
    found: list[Mention[Amount]] = []
    for match in known.pattern(_MULTIPLE).finditer(text):
        value = Decimal(known.multiples[match[1].lower()])
        amount = Amount("percent", value, value, value, "%")
        found.append(Mention(match.start(1), match.end(1), "percent", amount))
    return found
