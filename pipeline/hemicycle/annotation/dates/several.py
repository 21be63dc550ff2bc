"""Several periods together: ``les trois derniers mois``, ``les neuf premiers mois de 2024``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.calendar import add_months
from hemicycle.annotation.dates.durations import amount_of
from hemicycle.annotation.dates.grammar import Match, Node, rule
from hemicycle.annotation.dates.periods import year_of
from hemicycle.annotation.dates.relative import SHIFT, Shifted, period_of
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import SINCE


@dataclass(frozen=True, slots=True)
class Several:
    """So many periods before this one, or after it: ``les trois derniers mois``."""

    count: int
    unit: str
    sign: int

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The range from the first to the last period."""
        if anchor.today is None:
            return Reading("DURATION", amount_of(Decimal(self.count), self.unit))
        near = period_of(anchor.today, self.unit, self.sign)
        far = period_of(anchor.today, self.unit, self.sign * self.count)
        if near is None or far is None:
            return None
        if near == far:
            return Reading("DATE", near)
        return Reading("DATE", f"{far}/{near}" if self.sign < 0 else f"{near}/{far}")


@rule("number")
def last_several(tokens: Tokens, index: int) -> Match | None:
    """A number of periods just past, or to come.

    Examples:
        Les [trois derniers mois] -> 2026-02/2026-04
        Les [deux prochaines années] -> 2027/2028
        Les [10 années passées] -> 2016/2025
    """
    found = tokens.cardinal(index)
    if found is None or not 1 < found[0] < 1000:
        return None
    count, at = found
    shift, unit = tokens.get("shifts", at), tokens.get("units", at + 1)
    if not isinstance(shift, str):
        shift, unit = tokens.get("shifts", at + 1), tokens.get("units", at)
    if not isinstance(shift, str) or unit not in ("Y", "M", "W", "D", "Q", "H"):
        return None
    governs = tokens.among("governing_shifts", at + 1) and tokens.word(at + 2)[:1].isalnum()
    if tokens.word(index - 1) in SINCE or governs:
        return None
    return Match(index, at + 2, Several(count, unit, SHIFT[shift]))


@dataclass(frozen=True, slots=True)
class FirstSeveral:
    """So many months at the beginning or the end of a longer period.

    Attributes:
        count: how many.
        last: whether they end the period.
        whole: the period.
    """

    count: int
    last: bool
    whole: Node

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The range from the first to the last of the months."""
        whole = self.whole.resolve(anchor)
        if whole is None or whole.days is None:
            return None
        first, end = whole.days
        if self.last:
            first = add_months(end.replace(day=1), 1 - self.count)
        last = add_months(first, self.count - 1)
        value = f"{first:%Y-%m}/{last:%Y-%m}" if self.count > 1 else f"{first:%Y-%m}"
        return Reading("DATE", value, explicit=whole.explicit)


@rule("number")
def months_of_period(tokens: Tokens, index: int) -> Match | None:
    """The first or last months of a year.

    Examples:
        Les [neuf premiers mois de 2024] -> 2024-01/2024-09
        Les [trois derniers mois de l'an dernier] -> 2025-10/2025-12
        Sur les [six premiers mois de l'année] -> 2026-01/2026-06
    """
    found = tokens.cardinal(index)
    if found is None or not 1 < found[0] < 12:
        return None
    count, at = found
    edge = tokens.get("edges", at)
    if not isinstance(edge, bool) or not tokens.among("month_nouns", at + 1):
        return None
    year = year_of(tokens, at + 2)
    if year is None:
        stop = tokens.behind("of_the_whole_year", at + 2)
        if stop < 0 or tokens.skip_of(stop) != stop:
            return None
        return Match(index, stop, FirstSeveral(count, edge, Shifted("Y", 0)))
    whole = Shifted("Y", year[1] or 0) if year[0] is None else Fixed("DATE", f"{year[0]:04d}")
    return Match(index, year[2], FirstSeveral(count, edge, whole))
