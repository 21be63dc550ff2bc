"""Periods counted from today or from the last date: ``l'an dernier``, ``cette année-là``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.calendar import add_months, week
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    DURING,
    OF_THE_ONE,
    THE_MASCULINE,
    THE_ONE,
    THE_SPELLED,
    THIS,
    THIS_MASCULINE,
    WITHIN,
)

_OF_ONE = OF_THE_ONE | THE_MASCULINE | THIS_MASCULINE

_UNKNOWN = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "D": "XXXX-XX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
}
SHIFT = {"last": -1, "previous": -1, "next": 1, "following": 1}


def period_of(day: date, unit: str, count: int) -> str | None:
    """The TIMEX3 value of the period of a unit that is ``count`` periods from the one of a day.

    Returns None outside the years 1 to 9999 and for units of the clock.
    """
    try:
        if unit in ("Y", "P5Y", "P7Y"):
            return f"{add_months(day, 12 * count).year:04d}"
        if unit == "M":
            return f"{add_months(day, count):%Y-%m}"
        if unit == "Q":
            moved = add_months(day.replace(day=1), 3 * count)
            return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
        if unit == "H":
            moved = add_months(day.replace(day=1), 6 * count)
            return f"{moved.year:04d}-H{(moved.month + 5) // 6}"
        if unit == "DE":
            return f"{day.year // 10 + count:03d}"
        if unit == "CE":
            return f"{(day.year - 1) // 100 + count:02d}"
        if unit == "W":
            return week(day + timedelta(weeks=count))
        if unit == "WE":
            return f"{week(day + timedelta(weeks=count))}-WE"
        return (day + timedelta(days=count)).isoformat() if unit == "D" else None
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Shifted:
    """A period counted from the one of today, or from the one of the last date.

    Attributes:
        unit: unit code.
        count: how many periods away.
        from_last: whether it is counted from the last date mentioned.
    """

    unit: str
    count: int
    from_last: bool = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period; what is known of its form if there is no date to count from."""
        days = anchor.last_days if self.from_last else None
        if days is not None and self.unit == "D" and days[0] != days[1]:
            days = None
        base = days[0 if self.count <= 0 else 1] if days else anchor.today
        if self.from_last and days is not None and self.unit == "D":
            base = days[0]
        if base is None:
            unknown = _UNKNOWN.get(self.unit)
            return Reading("DATE", unknown) if unknown else None
        value = period_of(base, self.unit, self.count)
        return None if value is None else Reading("DATE", value)


@dataclass(frozen=True, slots=True)
class ThisPeriod:
    """The period of today; a week-end is the one just past or the one to come, by the tense."""

    unit: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period of today."""
        count = 0
        if self.unit == "WE" and anchor.today is not None:
            past = anchor.tense() == "past" and anchor.today.isoweekday() < 6
            count = -1 if past else 0
        return Shifted(self.unit, count).resolve(anchor)


@dataclass(frozen=True, slots=True)
class SameAsLast:
    """The period of the last date mentioned (``le même jour``, ``cette année-là``)."""

    unit: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period of the last date; nothing if no date has been mentioned."""
        if anchor.last is None or anchor.last.days is None:
            return None
        if self.unit == "D" and len(anchor.last.value) < 10:
            return None
        value = period_of(anchor.last.days[0], self.unit, 0)
        return None if value is None else Reading("DATE", value)


@rule("demonstratives")
def this_period(tokens: Tokens, index: int) -> Match | None:
    """``ce``, ``cet``, ``cette`` and a unit; with ``-là`` or ``même`` the one of the last date.

    Examples:
        [Cette année], tout change -> 2026
        [Ce mois-ci] -> 2026-05
        [Cette semaine] -> 2026-W20
        En [2019], [cette année-là] -> 2019, 2019
        En [2019], et [cette même année] -> 2019, 2019
        [Ce week-end] -> 2026-W20-WE
    """
    if tokens.word(index) not in THIS:
        return None
    same = tokens.among("same", index + 1)
    at = index + 1 + same
    unit = tokens.get("units", at)
    if (
        not isinstance(unit, str)
        or unit.startswith(("T", "P", "ML"))
        or (tokens.word(at).endswith("s") and unit != "M")
    ):
        return None
    stop, there = _here_or_there(tokens, at + 1)
    if same or there:
        return Match(index, stop, SameAsLast(unit))
    return Match(index, stop, ThisPeriod(unit))


@rule("distances")
def within_period(tokens: Tokens, index: int) -> Match | None:
    """``dans la semaine``, ``dans l'année`` where nothing follows: the period of today.

    Examples:
        Il répondra dans la [semaine]. -> 2026-W20
        Dans la semaine qui suit le vote -> nothing
    """
    if tokens.word(index) not in WITHIN or tokens.word(index + 1) not in THE_ONE:
        return None
    unit = tokens.get("units", index + 2)
    if unit not in ("W", "M", "Y") or tokens.word(index + 3) not in ("", ".", ",", ";", "!", "?"):
        return None
    return Match(index + 2, index + 3, Shifted(str(unit), 0))


@rule("units")
def during_weekend(tokens: Tokens, index: int) -> Match | None:
    """The week-end of this week or the last, where something lasts or happens within it.

    Examples:
        Des heurts ont éclaté pendant le [week-end] -> 2026-W19-WE
        Les bureaux ouvriront durant le [week-end] -> 2026-W20-WE
        Le week-end, on dort -> nothing
        Il travaillait pendant le week-end de fermeture -> nothing
    """
    if tokens.get("units", index) != "WE" or tokens.word(index).endswith("s"):
        return None
    if tokens.word(index - 1) not in _OF_ONE:
        return None
    lasting = tokens.word(index - 2) in DURING
    lasting = lasting or tokens.behind("in_the_course_of_the", index - 3) == index
    if not lasting or tokens.skip_of(index + 1) != index + 1:
        return None
    if tokens.get("shifts", index + 1) is not None:
        return None
    return Match(index, index + 1, ThisPeriod("WE"))


def _here_or_there(tokens: Tokens, index: int) -> tuple[int, bool]:
    """The index behind ``-ci`` or ``-là``, and whether it is ``-là``."""
    at = tokens.skip(index, "-", "‑")
    there = tokens.among("there", at)
    return (at + 1, there) if there or tokens.among("near_here", at) else (index, False)


@rule("units")
def shifted_period(tokens: Tokens, index: int) -> Match | None:
    """A unit with an adjective, before or after it.

    Examples:
        La [semaine dernière] -> 2026-W19
        L'[an prochain] -> 2027
        Le [mois suivant] -> 2026-06
        Le [prochain trimestre] -> 2026-Q3
        En [2019] puis l'[année suivante] -> 2019, 2020
        Le [même jour] -> nothing
        L'[année d'avant] -> 2025
    """
    unit = tokens.get("units", index)
    if not isinstance(unit, str) or unit.startswith(("T", "ML")):
        return None
    if tokens.among("same", index - 1) and tokens.word(index - 2) in THE_SPELLED:
        return Match(index - 1, index + 1, SameAsLast(unit))
    at = index + 1
    shift = tokens.get("shifts", at)
    before = tokens.get("shifts", index - 1)
    if isinstance(shift, str):
        stop = at + 1
    elif (stop := tokens.behind("under_way", at)) > 0:
        return Match(index, stop, Shifted(unit, 0))
    elif tokens.among("gone_by", at):
        shift, stop = "last", at + 1
    else:
        return None
    plural = tokens.word(index)[-1] == "s" and unit != "M"
    if plural or isinstance(before, str):
        return None
    return Match(index, stop, Shifted(unit, SHIFT[shift], shift in ("previous", "following")))


@rule("shifts")
def before_period(tokens: Tokens, index: int) -> Match | None:
    """The adjective before its unit: ``le prochain trimestre``, ``l'an dernier`` turned round.

    Examples:
        La [prochaine décennie] -> 203
        Le [même mois] -> nothing
    """
    shift = tokens.get("shifts", index)
    unit = tokens.get("units", index + 1)
    if not isinstance(shift, str) or not isinstance(unit, str) or unit.startswith(("T", "ML", "P")):
        return None
    if tokens.word(index).endswith(("s", "x")) or not tokens.lexicon.among(
        "definite", tokens.word(index - 1)
    ):
        return None
    if shift == "last" and unit == "D":
        return None
    if tokens.skip_of(index + 2) != index + 2:
        return None
    return Match(index, index + 2, Shifted(unit, SHIFT[shift], shift in ("previous", "following")))
