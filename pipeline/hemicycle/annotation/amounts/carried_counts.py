"""Numbers that count what the one before counted: ``10 000 élus en 2030 et 50 000 en 2035``.

Small ones do so where they are set against it or taken from it: ``14 voix contre 9``,
``750 millions d'euros, contre 610 cette année``, ``3 200 observateurs, dont 450 de l'OSCE``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from hemicycle.annotation.amounts.pronoun_counts import STANDS_ALONE
from hemicycle.annotation.amounts.quantity import Quantity, merged
from hemicycle.reading.numbers import Number

_LEAST = 1000
# A number of another order counts something else.
_ORDERS = 100
_BEFORE = re.compile(
    r"(?:,|;|\b(?:et|ou|contre|puis|voire|à|dont|dont près de))[ \u00a0\n]\Z", re.I
)
_BEHIND = re.compile(
    r"[ \u00a0\n](?:en|à l['’]horizon|d['’]ici|dès|contre|puis|et|ou|l['’]an|l['’]année|un an"
    r"|auparavant|aujourd['’]hui|cette année|au total)\b|[,.;:)](?!\d)|\s*\Z",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"(?:\b(?:contre|au lieu de)|,[ \u00a0\n]après)[ \u00a0\n]\Z", re.IGNORECASE)
_AMONG = re.compile(r"\bdont[ \u00a0\n]\Z", re.IGNORECASE)
_BEHIND_AMONG = re.compile(
    r"[ \u00a0\n](?:de|du|des|à|au|en|sont|ont)\b(?! plus)|[,.;:)](?!\d)", re.I
)
_PART = re.compile(r"[,;:][ \u00a0\n]\Z")
_ACTS = re.compile(
    r"[ \u00a0\n](?:(?:ne |n['’]|le |l['’]|en |y )?(?:sont|ont|étaient|avaient|seront|auront"
    r"|seraient|auraient|furent|eurent)|restent|restaient|resteront|demeurent|manquent|manquaient)\b"
)
_MAGNITUDE = re.compile(
    r"(?P<thousand>mille)|(?P<million>millions?|M€|M\$)|(?P<billion>milliards?|Mds?)"
)
_CAST = re.compile(r"[ \u00a0](?:contre|pour)\b")  # `16 voix pour, 4 contre`
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_REACH = 20


def carry_counts(
    text: str,
    numbers: Sequence[Number],
    quantities: list[Quantity],
    sentences: Sequence[int],
) -> list[Quantity]:
    """The quantities with the bare numbers that go on counting, in order.

    A bare number counts on if it is written in groups of figures (so that it is no year), stands in
    the sentence of a count with nothing else counted in between, and no noun of its own follows.

    Args:
        text: the document.
        numbers: its numbers, in order.
        quantities: those that have a unit, in order.
        sentences: where its sentences begin, in order.
    """
    carried: list[Quantity] = []
    starts = [quantity.start for quantity in quantities]
    for index, number in enumerate(numbers):
        if number.form != "digits" or _YEAR.fullmatch(text, number.start, number.end):
            continue
        place = bisect_right(starts, number.start)
        last = quantities[place - 1] if place else None
        if last is not None and place > 1 and _is_denominator(text, last):
            last = quantities[place - 2]
        if last is None or last.end > number.start:
            continue
        if bisect_right(sentences, last.start) != bisect_right(sentences, number.start):
            continue
        value = _value(text, number, last)
        if value is not None and 1 / _ORDERS < value / (last.value or 1) < _ORDERS:
            quantity = Quantity(number, number.start, number.end, last.kind, value, last.unit)
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            if following is not None and _is_range(text, number, following):
                quantity.high = value / number.value * following.value
                quantity.end = quantity.unit_end = following.end
            carried.append(quantity)
    return merged(quantities, carried)


def _is_range(text: str, low: Number, high: Number) -> bool:
    """``contre 500 à 600 aujourd'hui``."""
    return (
        text[low.end : high.start].strip() == "à"
        and 0 < low.value < high.value
        and high.form == "digits"
        and STANDS_ALONE.match(text, high.end) is not None
    )


def _is_denominator(text: str, quantity: Quantity) -> bool:
    """``412 cas pour 100 000 habitants``."""
    rate = text[max(0, quantity.start - 5) : quantity.start].lower() == "pour "
    return rate and quantity.value in (100, 1_000, 10_000, 100_000, 1_000_000)


def _value(text: str, number: Number, last: Quantity) -> Decimal | None:
    """What a bare number amounts to in the unit of the one before it, None if it is not of it."""
    if last.kind == "money" and _is_against(text, number):
        magnitude = _MAGNITUDE.search(text, last.start, last.end)
        return number.value * _SCALES[magnitude.lastgroup or ""] if magnitude else number.value
    return number.value if last.kind == "count" and _counts_on(text, number, last) else None


def _counts_on(text: str, number: Number, last: Quantity) -> bool:
    """Whether a bare number counts what the count before it did."""
    if last.unit == "voix" and _CAST.match(text, number.end):
        return True
    if _is_against(text, number) or _is_part(text, number, last):
        return True
    begin = max(0, number.start - _REACH)
    if _AMONG.search(text, begin, number.start) and _BEHIND_AMONG.match(text, number.end):
        return number.value < (last.value or 0)
    if number.value < _LEAST or text[number.start : number.end].isdigit():
        return False
    opened = _BEFORE.search(text, begin, number.start)
    return opened is not None and _BEHIND.match(text, number.end) is not None


def _is_part(text: str, number: Number, last: Quantity) -> bool:
    """Whether a bare number is the subject of a verb: ``Sur les 440 maires, 62 ont dit non``."""
    opened = _PART.search(text, max(last.end, number.start - 3), number.start)
    return (
        opened is not None
        and 1 < number.value < (last.value or 0)
        and _ACTS.match(text, number.end) is not None
    )


def _is_against(text: str, number: Number) -> bool:
    """Whether a number is set against the one before: ``contre 610 cette année``."""
    against = _AGAINST.search(text, max(0, number.start - _REACH), number.start)
    if against is None:
        return False
    return any(stop.match(text, number.end) for stop in (_BEHIND, STANDS_ALONE))
