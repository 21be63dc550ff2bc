"""Parts of the day: ``ce soir``, ``la nuit dernière``, ``la matinée du 3 mai``."""

from __future__ import annotations

from hemicycle.annotation.dates.absolute import CalendarDate
from hemicycle.annotation.dates.clock import ClockTime
from hemicycle.annotation.dates.day_numbers import DayRange, day_of_month
from hemicycle.annotation.dates.grammar import Match, Node, parse, rule
from hemicycle.annotation.dates.relative import SHIFT, Shifted
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.weekdays import Weekday
from hemicycle.knowledge.grammar import OF, OF_THE_ONE, PLAIN_OF, THE_ONE, THIS, TO

_BEFORE_PARTS = THE_ONE | PLAIN_OF


@rule("demonstratives")
def this_part_of_day(tokens: Tokens, index: int) -> Match | None:
    """A part of today.

    Examples:
        [Ce soir] -> 2026-05-13TEV
        [Cette nuit] -> 2026-05-13TNI
        [Ce matin] -> 2026-05-13TMO
        [Cet après-midi] -> 2026-05-13TAF
    """
    if tokens.word(index) not in THIS:
        return None
    part = tokens.get("day_parts", index + 1)
    if not isinstance(part, str):
        return None
    if tokens.word(index + 2) == "-" and tokens.among("there", index + 3):
        return Match(index, index + 4, ClockTime(part))
    return Match(index, index + 2, ClockTime(part, shift=0))


@rule("day_parts")
def part_of_day(tokens: Tokens, index: int) -> Match | None:
    """A part of a day that is said behind it, or of the day spoken of.

    Examples:
        La [matinée du 15 avril] -> 2026-04-15TMO
        Au [soir du 6 mai 2012] -> 2012-05-06TEV
        Né le [20 avril]. Dans la [matinée du 25], il pleut. -> 2026-04-20, 2026-04-25TMO
        La [nuit dernière] -> 2026-05-12TNI
        Il est mort dans la [nuit de mardi à mercredi] -> 2026-05-12TNI
        Il est arrivé [hier] ; dans la [soirée], il a parlé -> 2026-05-12, 2026-05-12TEV
        La nuit des temps -> nothing
    """
    part = tokens.get("day_parts", index)
    assert isinstance(part, str)
    found = _of_day(tokens, index, part)
    if found is not None:
        return found
    shift = tokens.get("shifts", index + 1)
    if isinstance(shift, str) and part == "NI":
        day = Shifted("D", -1 if SHIFT[shift] < 0 else 0)
        return Match(index, index + 2, ClockTime(part, day))
    article = tokens.word(index - 1)
    if article not in _BEFORE_PARTS or tokens.skip_of(index + 1) != index + 1:
        return None
    stop = index + 1 + tokens.among("same", index + 1)
    course = tokens.among("course", index - 2) or tokens.among("course", index - 3)
    inside = course or tokens.among("inside_day", index - 2)
    if inside or stop > index + 1:
        return Match(index, stop, ClockTime(part))
    return None if article in PLAIN_OF else Match(index, stop, ClockTime(part, needs_day=True))


def _of_day(tokens: Tokens, index: int, part: str) -> Match | None:
    """``du 15 avril``, ``de mardi``, ``de mardi à mercredi``, ``du 3 au 4 mai`` behind a part."""
    if tokens.word(index + 1) not in OF:
        return None
    whole = parse(tokens, index + 2)
    if whole is None and tokens.word(index + 1) in OF_THE_ONE:
        lone = day_of_month(tokens, index + 2)
        return Match(index, lone.stop, ClockTime(part, lone.node)) if lone else None
    if whole is None or whole.parts:
        return None
    day: Node = whole.node
    stop = whole.stop
    if isinstance(day, DayRange):
        return Match(index, stop, ClockTime(part, day.first))
    if isinstance(day, Weekday) and tokens.word(stop) in TO:
        following = parse(tokens, stop + 1)
        if following is not None and isinstance(following.node, Weekday):
            stop = following.stop
    one_day = isinstance(day, CalendarDate) and day.day is not None
    if one_day or isinstance(day, Weekday) or (isinstance(day, Shifted) and day.unit == "D"):
        return Match(index, stop, ClockTime(part, day))
    return None
