"""Money: ``12 euros``, ``EUR 12``, ``$12``, ``3 M€``, ``5 euros 50``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from hemicycle.annotation.amounts.currencies import Money, currencies
from hemicycle.annotation.amounts.grammar import Match, Numbers, rule
from hemicycle.annotation.amounts.halves import HALF, half_behind
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import AND, PLAIN_OF
from hemicycle.knowledge.patterns import SPACE, Pattern
from hemicycle.reading.numbers import Number, read_numbers

SPACES = " \u00a0\u202f\u2009"
OF = Pattern(rf"{SPACE}<of~>", re.IGNORECASE, of=PLAIN_OF, space=r"[ \u00a0\u202f\n]")
_HUNDRED = Decimal(100)
_WORD = re.compile(r"[^\W\d_]+")
_BOOKS_REACH = 60
_CENTS_REACH = 20
_NONE = r"\b<none><_>\Z"
_CLOSED = r"(?=<_>?(?:[.,;:!?)»]|\Z|<behind_cents>(?!\w)))"
_CENTS_GAP = Pattern(r"(?:[ \u00a0]<and_>)?[ \u00a0]", re.IGNORECASE, and_=AND)


def is_none(tokens: Numbers, index: int) -> bool:
    """``pas un euro``, ``sans une tonne``."""
    start = tokens.starts[index]
    none = tokens.known.money.pattern(_NONE).search(tokens.text, max(0, start - 8), start)
    return none is not None


@rule("money")
def money(tokens: Numbers, index: int) -> Match | None:
    """A number with the name, the sign or the code of a currency.

    [12 euros] -> 12 EUR
    [EUR 12] -> 12 EUR
    [3 M€] -> 3000000 EUR
    [15 M d'euros] -> 15000000 EUR
    [5 euros 50] -> 5.5 EUR
    [deux francs suisses et demi] -> 2.5 CHF
    [un euro] de plus -> 1 EUR
    pas un euro -> nothing
    auteur de [trois livres] -> 3 livre
    """
    text, number = tokens.text, tokens.numbers[index]
    if number.article:
        return _with_article(tokens, index)
    figures = number.form != "words"
    if figures:
        signed = _behind_sign(tokens, index)
        if signed is not None:
            return signed
        if text[number.start - 1 : number.start].isalpha():
            return None
    found, factor = _behind(text, number, figures=figures)
    if found is None:
        return None
    end, named = found
    if named.guarded and (not figures or number.value < 2):
        return None
    if named.currency == "livre" and _is_book(text, number, end):
        return None
    if factor > 1:
        named = named._replace(factor=factor)
    return _priced(tokens, index, end, named)


def _behind(text: str, number: Number, *, figures: bool) -> tuple[tuple[int, Money] | None, int]:
    """The currency behind a number and where it ends, and the factor of a lone ``M``."""
    place, factor = number.end, 1
    lone = currencies().abbreviated(text, place) if figures else None
    if lone is not None:
        place, factor = lone
    if text[place : place + 1] == ")" and text[number.start - 1 : number.start] == "(":
        place += 1  # `cinquante mille (50 000) francs`
    of = OF.match(text, place) if factor > 1 or number.takes_of else None
    start = of.end() if of is not None else place
    found = currencies().stop(text, start, figures=figures)
    return (found.end, found.value) if found is not None else None, factor


def _behind_sign(tokens: Numbers, index: int) -> Match | None:
    """``EUR 12``; not where the sign is that of the number before (``12 € 15 €``)."""
    number = tokens.numbers[index]
    before = currencies().before(tokens.text, number.start)
    if before is None:
        return None
    if currencies().stop(tokens.text, number.end, figures=True) is not None:
        return None
    start, named = before
    match = _priced(tokens, index, number.end, named)
    match.node.start = match.node.left = start
    return match


def _with_article(tokens: Numbers, index: int) -> Match | None:
    """``un euro``; ``une livre`` is mostly a book or a weight, ``un cent`` a number."""
    number = tokens.numbers[index]
    named = currencies().stop(tokens.text, number.end, figures=False)
    if named is None or is_none(tokens, index):
        return None
    word = _WORD.match(tokens.text, number.end + 1)
    if word is None or fold(word[0]) in tokens.known.money.never_one:
        return None
    return _priced(tokens, index, named.end, named.value)


def _priced(tokens: Numbers, index: int, end: int, named: Money) -> Match:
    text, number = tokens.text, tokens.numbers[index]
    value = number.value * named.factor
    half = half_behind(text, end) if not number.fraction else 0
    if half:
        value, end = value + HALF * named.factor, half
    price = Quantity(number, number.start, end, "money", value, named.currency, named.factor)
    price.hundredth = named.hundredth
    if not named.hundredth and named.factor == 1 and number.magnitude == 1:
        _add_cents(text, price)
    return Match(index, index + 1, price)


def _add_cents(text: str, price: Quantity) -> None:
    """``5 euros 50``, ``378 fr. 70``: two figures, or a number below a hundred in words."""
    end = price.end
    if price.value != int(price.value) or text[end : end + 1] not in SPACES:
        return
    following = read_numbers(text[end + 1 : end + _CENTS_REACH])
    cents = following[0] if following else None
    if cents is None or cents.start or cents.article or not 0 < cents.value < _HUNDRED:
        return
    place = end + 1 + cents.end
    digits = cents.form == "digits" and cents.end == 2
    if not (digits or (cents.form == "words" and price.number.form == "words")):
        return
    if cents.value == int(cents.value) and lexicon().money.pattern(_CLOSED).match(text, place):
        price.value += cents.value / _HUNDRED
        price.low = price.high = price.value
        price.end = price.unit_end = place


def _is_book(text: str, number: Number, end: int) -> bool:
    """``deux livres sur l'Europe``, ``auteur de trois livres``."""
    after = _WORD.match(text, end + 1) if end < len(text) and text[end] in SPACES else None
    if after is not None and fold(after[0]) in lexicon().money.books_after:
        return True
    begin = max(0, number.start - _BOOKS_REACH)
    words = {fold(word) for word in _WORD.findall(text, begin, number.start)}
    return not words.isdisjoint(lexicon().money.books_before)


def join_cents(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """``trois euros et cinquante centimes`` is one amount of 3.50."""
    joined: list[Quantity] = []
    for quantity in quantities:
        last = joined[-1] if joined else None
        if (
            last is not None
            and quantity.hundredth
            and last.kind == "money"
            and not last.hundredth
            and _CENTS_GAP.fullmatch(text, last.end, quantity.start)
        ):
            last.value += quantity.value / 100
            last.low = last.high = last.value
            last.end = last.unit_end = quantity.end
        else:
            joined.append(quantity)
    return joined
