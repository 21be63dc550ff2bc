"""So long ago, in so long, so long after: ``il y a deux ans``, ``trois jours plus tard``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.calendar import add_months
from hemicycle.annotation.dates.durations import amount_of, lengths
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.relative import period_of
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import (
    AFTER,
    BEFORE,
    PLAIN_OF,
    PLAIN_TO,
    SEVERAL,
    UNDER,
    WITHIN,
)

_WITHIN = WITHIN | UNDER
_GOVERNING = AFTER | BEFORE


@dataclass(frozen=True, slots=True)
class Distance:
    """So long ago, or in so long.

    Whole years and more give a year, months and less a day: a term in months ends on the day of
    the same number (French code of civil procedure, article 641).

    Attributes:
        parts: the lengths, with their unit codes.
        sign: -1 for the past.
        from_last: whether it is counted from the last date mentioned.
    """

    parts: tuple[tuple[Decimal, str], ...]
    sign: int
    from_last: bool = False
    mod: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The day, month or year that is meant."""
        days = anchor.last_days if self.from_last else None
        base = days[0] if days else anchor.today
        finest = self.parts[-1][1]
        if base is None:
            coarse = {"Y": "XXXX", "M": "XXXX-XX"}.get(finest, "XXXX-XX-XX")
            return Reading("DATE", coarse, self.mod)
        moved = self._moved(base)
        if moved is None:
            return None
        whole = all(count == int(count) for count, _ in self.parts)
        if finest in ("Y", "DE", "CE", "ML", "P5Y", "P7Y") and whole:
            if self._tells_today(anchor, base):
                moved = base
            return Reading("DATE", f"{moved.year:04d}", self.mod)
        if finest in ("Q", "H") and whole:
            value = period_of(moved, finest, 0)
            return Reading("DATE", value, self.mod) if value else None
        if finest not in ("M", "W", "D"):
            return Reading(
                "DATE", f"{moved:%Y-%m}" if moved.year > 999 else f"{moved.year:04d}", self.mod
            )
        return Reading("DATE", moved.isoformat(), self.mod)

    def _tells_today(self, anchor: Anchor, base: date) -> bool:
        """Whether it is today that is so long after something: ``Dix ans après, que reste-t-il ?``
        opens a text that has told no other date yet."""
        given = self.from_last and self.sign > 0 and base == anchor.today
        return given and anchor.tense() != "future"

    def _moved(self, day: date) -> date | None:
        months = {
            "Y": 12,
            "M": 1,
            "Q": 3,
            "H": 6,
            "DE": 120,
            "CE": 1200,
            "ML": 12000,
            "P5Y": 60,
            "P7Y": 84,
        }
        seconds = {"D": 86400, "W": 604800, "TH": 3600, "TM": 60, "TS": 1}
        try:
            for count, unit in self.parts:
                if unit in months:
                    day = add_months(day, self.sign * int(count * months[unit]))
                else:
                    day += (
                        timedelta(seconds=self.sign * float(count * seconds[unit]))
                        if unit in ("D", "W")
                        else timedelta()
                    )
        except (ValueError, OverflowError):
            return None
        return day


@rule("distances")
def ago(tokens: Tokens, index: int) -> Match | None:
    """So long ago, or in so long.

    Examples:
        C'était [il y a deux ans] -> 2024
        Parti [voici trois mois] -> 2026-02-13
        [Il y a une semaine] -> 2026-05-06
        [Dans six mois], nous saurons -> 2026-11-13
        [Dans dix jours] -> 2026-05-23
        [Il y a 24 heures] -> 2026-05-12
        D'ici à [cinq ans], nous saurons -> 2031
        D'ici [trois mois], nous saurons -> 2026-08-13
    """
    word = tokens.word(index)
    from_here = tokens.among("here", index)
    if (at := tokens.behind("ago", index)) > 0:
        sign = -1
    elif from_here and tokens.word(index - 1) in PLAIN_OF:
        at, sign = tokens.past(index + 1, PLAIN_TO), 1
    elif word in _WITHIN:
        at, sign = index + 1, 1
        if word in UNDER and tokens.among("from_here", index - 1):
            return None
    else:
        return None
    at, mod = _about(tokens, at)
    found = lengths(tokens, at)
    if found is None:
        return _vague_distance(tokens, index, at)
    parts, stop = [(c, u) for c, u in found[0]], found[1]
    if tokens.word(stop) in PLAIN_OF and word in WITHIN:
        return None
    if parts[-1][1] in ("TH", "TM", "TS"):
        hours = sum(
            c if u == "TH" else c / 60 if u == "TM" else Decimal(0)
            for c, u in parts
            if u.startswith("T")
        )
        if hours % 24 or not hours:
            return None
        parts = [(Decimal(hours / 24), "D")]
    # `d'ici` is a bound, as before a year.
    first = at if from_here else index
    return Match(first, stop, Distance(tuple(parts), sign, mod=mod))


def _about(tokens: Tokens, index: int) -> tuple[int, str]:
    """Skips ``environ``, ``près de``, ``plus de``, and tells the TIMEX3 mod."""
    return tokens.phrase("about", index) or (index, "")


def _vague_distance(tokens: Tokens, index: int, at: int) -> Match | None:
    """``il y a quelques mois``: only the length is known."""
    if tokens.word(at) not in SEVERAL:
        return None
    unit = tokens.get("units", at + 1)
    if not isinstance(unit, str) or unit == "WE":
        return None
    value = amount_of(Decimal(1), unit).replace("1", "X", 1)
    return Match(at, at + 2, Fixed("DURATION", value))


@rule("number")
def later(tokens: Tokens, index: int) -> Match | None:
    """So long before or after the last date.

    Examples:
        Élu en [mai 2012], il démissionne [deux ans plus tard] -> 2012-05, 2014
        Né le [3 mai 2020], baptisé [dix jours après] -> 2020-05-03, 2020-05-13
        [Quinze ans après], que reste-t-il ? -> 2026
    """
    found = lengths(tokens, index)
    if found is None:
        return None
    parts, stop = found
    if (found_later := tokens.phrase("later", stop)) is not None:
        end, sign = found_later
        governs = tokens.word(stop) in _GOVERNING and tokens.word(end)[:1].isalnum()
        if governs or parts[-1][1] in ("TH", "TM", "TS"):
            return None
        return Match(index, end, Distance(tuple(parts), sign, from_last=True))
    return None
