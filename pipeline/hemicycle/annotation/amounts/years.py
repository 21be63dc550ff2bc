"""Years that are told together: ``de 2021, 2022 et 2023``, ``respectivement``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.knowledge.grammar import AND, IN, OF_ELIDED, PLAIN_OF
from hemicycle.knowledge.patterns import Pattern

_JOINT = Pattern(
    r",\s|\s<and_>\s(?:<before>\s)?|,\s<within>\s",
    before=IN | (PLAIN_OF - OF_ELIDED),
    within=IN,
    and_=AND,
)
_RESPECTIVELY = re.compile(r"\brespectivement\b", re.IGNORECASE)
_YEAR = 4
_LIST = 3
_REACH = 80


def joined(text: str, days: Sequence[Day]) -> list[Day]:
    """The dates of a sentence, with three years or more that are listed in a row made one stretch.

    Two years may be told of two amounts, as those that ``respectivement`` deals out are.

    Args:
        text: the document.
        days: the dates, in order.
    """
    if not days or _RESPECTIVELY.search(text, days[0].start, days[-1].end + _REACH):
        return list(days)
    runs: list[list[Day]] = []
    for day in days:
        if runs and _goes_on(text, runs[-1][-1], day):
            runs[-1].append(day)
        else:
            runs.append([day])
    found: list[Day] = []
    for run in runs:
        first, last = run[0], run[-1]
        whole = Day(first.start, last.end, f"{first.value}/{last.value}")
        found += [whole] if len(run) >= _LIST else run
    return found


def _goes_on(text: str, last: Day, day: Day) -> bool:
    years = all(len(one.value) == _YEAR and one.value.isdigit() for one in (last, day))
    if not years or int(day.value) != int(last.value) + 1:
        return False
    return _JOINT.fullmatch(text, last.end, day.start) is not None


def _listed(text: str, group: Sequence[Quantity]) -> bool:
    """``Pour 2019, 2020 et 2021, elle versa 1 300, 1 700 et 1 400 euros``: three or more amounts
    of a unit in a row."""
    if len(group) < _LIST or len({one.unit for one in group}) > 1:
        return False
    pairs = pairwise(group)
    return all(_JOINT.fullmatch(text, one.end, other.start) for one, other in pairs)


def respectively(
    text: str, group: Sequence[Quantity], days: Sequence[Day]
) -> Iterator[tuple[Quantity, Day]]:
    """The amounts of a sentence with their dates where ``respectivement`` pairs them.

    Args:
        text: the document.
        group: the amounts, in order.
        days: the dates of the sentence, in order.
    """
    if not days or len(group) < 2:
        return
    begin, end = min(days[0].start, group[0].start), max(days[-1].end, group[-1].end)
    if _RESPECTIVELY.search(text, begin, end) is None and not _listed(text, group):
        return
    before = [day for day in days if day.end <= group[0].start]
    if len(before) == len(group):
        yield from zip(group, before, strict=True)
