"""Numbers as they are written: said twice, in two parts, or within an address of the web.

What comes before the rules: each number of these is one, or none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hemicycle.annotation.amounts.units import units
from hemicycle.reading.numbers import Number

_ADDRESS = re.compile(r"(?:https?://|www\.)\S++")
_SPACE = re.compile(r"[ \u00a0\u202f\u2009\n]{1,3}")
_BRACKET = re.compile(r"[ \u00a0\u202f\u2009\n]{1,2}\([ \u00a0]?")
_CLOSING = re.compile(r"[ \u00a0]?\)")
# A bracket of figures that is not what the words say corrects them where it is as large as this.
_LARGE = 1000
_DENOMINATORS = range(2, 17)


def written(text: str, numbers: Sequence[Number]) -> list[Number]:
    """The numbers of a text, each one once.

    Args:
        text: the document.
        numbers: its numbers, in order.
    """
    kept = _outside_addresses(text, numbers)
    found: list[Number] = []
    index = 0
    while index < len(kept):
        said = _said_twice(text, kept, index) or _mixed(text, kept, index)
        if said is None:
            found.append(kept[index])
            index += 1
            continue
        number, index = said
        while found and _SPACE.fullmatch(text, found[-1].end, number.start) and _is_twice(number):
            number = replace(number, start=found.pop().start)
        found.append(number)
    return found


def _is_twice(number: Number) -> bool:
    """A page's number may stand within a long number in words: what is before belongs to it."""
    return number.form == "mixed" and number.value >= _LARGE * _LARGE


def _outside_addresses(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Those that are no part of an address of the web (``…/aides/30%-logement``)."""
    if "://" not in text and "www." not in text:
        return list(numbers)
    places = [match.span() for match in _ADDRESS.finditer(text)]
    kept: list[Number] = []
    at = 0
    for number in numbers:
        while at < len(places) and places[at][1] <= number.start:
            at += 1
        if at == len(places) or number.end <= places[at][0]:
            kept.append(number)
    return kept


def _said_twice(text: str, numbers: Sequence[Number], index: int) -> tuple[Number, int] | None:
    """``neuf cent dix millions (910 000 000) FCFA``: words, then figures, which are exact.

    Returns:
        The number, up to the bracket's end, and the index behind its two.
    """
    if index + 1 >= len(numbers):
        return None
    words, figures = numbers[index], numbers[index + 1]
    if words.form == "digits" or figures.form == "words" or words.fraction:
        return None
    if not _BRACKET.fullmatch(text, words.end, figures.start):
        return None
    closing = _CLOSING.match(text, figures.end)
    if closing is None:
        return None
    same = words.value == figures.value
    if not (same or (figures.value >= _LARGE and _of_one_order(words, figures))):
        return None
    number = replace(
        words, end=closing.end(), value=figures.value, form="mixed", article=False, vague=False
    )
    return number, index + 2


def _of_one_order(words: Number, figures: Number) -> bool:
    """Figures that correct words that were rounded, or cut by the end of a page."""
    ratio = figures.value / (words.value or 1)
    return Decimal("0.5") < ratio < 2 or figures.value >= _LARGE * _LARGE


def _mixed(text: str, numbers: Sequence[Number], index: int) -> tuple[Number, int] | None:
    """``1/4 kilomètre``, ``10 1/2 miles``: a fraction in figures before a unit.

    Returns:
        The number and the index behind its parts.
    """
    for whole in (1, 0):
        parts = numbers[index : index + whole + 2]
        if len(parts) < whole + 2 or any(part.form != "digits" for part in parts):
            continue
        part, denominator = parts[-2:]
        if text[part.end : denominator.start] != "/" or denominator.value not in _DENOMINATORS:
            continue
        if not 0 < part.value < denominator.value:
            continue
        if whole and not _SPACE.fullmatch(text, parts[0].end, part.start):
            continue
        if units().stop(text, denominator.end, figures=False) is None:
            continue
        value = part.value / denominator.value + (parts[0].value if whole else 0)
        return replace(parts[0], end=denominator.end, value=value), index + whole + 2
    return None
