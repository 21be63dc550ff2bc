"""The date that an amount goes with, among the dates of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_AGAINST = re.compile(r"(?<!\w)(?:contre|au lieu de)\s")
_THAN = re.compile(
    r"(?<!\w)(?:par rapport|comparée?s?|plus que|moins que|(?:plus|moins) qu['’](?:en|au|à))"
    r"(?:\s[^,;:]{0,20})?$"
)
_BETWEEN = re.compile(r"[^.,;:()\n]{0,40}(?:\s|^)(?:entre|de)\s", re.IGNORECASE)
_CLAUSE = ",;:–—"
_BOUNDARY = 25
_OTHER_AMOUNT = 60
_BEFORE = 10
_COMPARED = 150


class Day(NamedTuple):
    """A date of the document.

    Attributes:
        start: first character, from 0.
        end: one past the last character.
        value: its TIMEX3 value.
    """

    start: int
    end: int
    value: str


def nearest(
    text: str, start: int, end: int, dates: Sequence[Day], others: Sequence[tuple[int, int]]
) -> str:
    """The TIMEX3 value of the date that the amount at ``start`` to ``end`` goes with.

    The nearest one, where each clause boundary and each other amount in between counts as
    distance: in ``En 2025, la croissance a atteint 6 %, contre 4,8 % en 2024`` the first amount
    goes with 2025 and the second with 2024.

    Args:
        text: the document.
        start: first character of the amount.
        end: one past its last character.
        dates: the dates of the sentence.
        others: places of the other amounts of the sentence.
    """
    best, value = -1, ""
    for day in dates:
        low, high = (end, day.start) if day.start >= end else (day.end, start)
        between = text[low:high]
        if low == end and _AGAINST.search(between):
            continue  # `contre 78 % cinq ans plus tôt` dates the other amount
        cost = high - low + _BOUNDARY * sum(between.count(mark) for mark in _CLAUSE)
        cost += _OTHER_AMOUNT * sum(low <= other < high for other, _ in others)
        cost += _COMPARED if low == end and _THAN.search(between) else 0
        cost += _BEFORE if day.start < start else 0
        if best < 0 or cost < best:
            best, value = cost, day.value
    return value


def paired(
    text: str, first: tuple[int, int], last: tuple[int, int], dates: Sequence[Day]
) -> tuple[str, str] | None:
    """The dates of two levels that are told together: ``de 2 841 à 3 012 entre 2016 et 2022``.

    Args:
        text: the document.
        first: start and end of the amount that is left.
        last: start and end of the one that is reached.
        dates: the dates of the sentence.

    Returns:
        The value of each date, None if the two dates do not stand so.
    """
    if text[first[1] : last[0]].strip() != "à":
        return None
    behind = [day for day in dates if day.start >= last[1]][:2]
    if len(behind) < 2 or not _BETWEEN.fullmatch(text, last[1], behind[0].start):
        return None
    if text[behind[0].end : behind[1].start].strip() not in ("et", "à"):
        return None
    return behind[0].value, behind[1].value
