"""From one date to another: ``du 3 avril au 6 mai``, ``jeudi de 9 h à 11 h``.

Here are the ends that share something that is said once or not at all (the year, the day of two
clock times). Those that are complete by themselves (``de 2024 à 2030``) are joined once each is
resolved, in :mod:`hemicycle.annotation.dates.intervals`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hemicycle.annotation.dates.absolute import CalendarDate
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.attach import is_day
from hemicycle.annotation.dates.clock import ClockTime
from hemicycle.annotation.dates.grammar import Match, Node
from hemicycle.annotation.dates.periods import PartOfYear
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.weekdays import Weekday
from hemicycle.knowledge.grammar import BETWEEN, OF, THE_ONE

_DASHES = (["-"], ["–"], ["—"], ["‑"])


@dataclass(frozen=True, slots=True)
class RangeOf:
    """Two ends of one kind.

    Attributes:
        first: the earlier end; it may lack the year or the day that the later one has.
        last: the later end.
        day: the day of two clock times if it is said before them.
    """

    first: Node
    last: Node
    day: Node | None = None

    def resolve(self, anchor: Anchor) -> Reading | None:
        """``first/last``; None if the ends are not in order."""
        if isinstance(self.first, Weekday) and isinstance(self.last, Weekday):
            return Reading("SET", f"XXXX-WXX-{self.first.day}/XXXX-WXX-{self.last.day}")
        last = self._on_day(self.last).resolve(anchor)
        if last is None:
            return None
        first = self._on_day(self._dated(last)).resolve(anchor)
        if first is None:
            return None
        if first.days and last.days and first.days[0] > last.days[1]:
            return None
        return Reading(last.type, f"{first.value}/{last.value}", explicit=last.explicit)

    def _dated(self, last: Reading) -> Node:
        """The first end in the year of the last, or the year before if its day is later."""
        first, year = self.first, last.value[:4]
        if not year.isdigit():
            return first
        if (
            isinstance(first, CalendarDate)
            and first.year is None
            and isinstance(self.last, CalendarDate)
        ):
            later = (first.month, first.day or 0) > (self.last.month, self.last.day or 31)
            return replace(first, year=int(year) - later)
        if isinstance(first, PartOfYear) and first.year is None:
            return replace(first, year=int(year))
        return first

    def _on_day(self, end: Node) -> Node:
        if self.day is not None and isinstance(end, ClockTime) and end.day is None:
            return replace(end, day=self.day)
        if isinstance(end, ClockTime) and isinstance(self.first, ClockTime) and end.day is None:
            return replace(end, day=self.first.day)
        return end


def join_ranges(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """The matches, with the two ends of each range made one."""
    joined: list[Match] = []
    for match in matches:
        if joined and _is_range(tokens, joined[-1], match):
            first = joined.pop()
            found = Match(first.first, match.stop, RangeOf(first.node, match.node))
            found = _with_day(tokens, joined, found)
            joined.extend((found,) if is_one(found.node) else (first, match))
        else:
            joined.append(match)
    return joined


def _is_range(tokens: Tokens, first: Match, last: Match) -> bool:
    gap = first.stop, last.first
    between = tokens.words[first.stop : last.first]
    if not between or len(between) > 2 or not _same_kind(first.node, last.node):
        return False
    before = tokens.word(first.first - 1)
    if before in THE_ONE:
        before = tokens.word(first.first - 2)
    if before in BETWEEN and tokens.is_phrase("and", *gap) and isinstance(first.node, PartOfYear):
        return True
    if between in _DASHES:
        return not isinstance(first.node, Weekday) and not tokens.broken(last.first)
    if not tokens.is_phrase("until", *gap):
        return False
    return before in OF or (is_day(first) and isinstance(first.node, CalendarDate))


def _same_kind(first: Node, last: Node) -> bool:
    if isinstance(first, CalendarDate) and isinstance(last, CalendarDate):
        return (first.day is None) == (last.day is None) and first.year is None
    if isinstance(first, ClockTime) and isinstance(last, ClockTime):
        return ":" in first.time and ":" in last.time and last.day is None
    return isinstance(first, PartOfYear | Weekday) and type(first) is type(last)


def is_one(node: Node) -> bool:
    """Whether the ends share something; clock times share their day if it stands beside them."""
    if not isinstance(node, RangeOf) or not isinstance(node.first, ClockTime):
        return True
    return node.day is not None or node.first.day is not None


def _with_day(tokens: Tokens, before: list[Match], found: Match) -> Match:
    """``jeudi de 9 h à 11 h``: the day that stands right before two clock times."""
    node = found.node
    assert isinstance(node, RangeOf)
    if not before or not isinstance(node.first, ClockTime) or node.first.day is not None:
        return found
    day = before[-1]
    between = tokens.words[day.stop : found.first]
    if not is_day(day) or not (between == [] or (len(between) == 1 and between[0] in OF)):
        return found
    before.pop()
    return Match(day.first, found.stop, replace(node, day=day.node))
