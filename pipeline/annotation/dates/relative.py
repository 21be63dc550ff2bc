"""Expressions counted from today or from the last date: ``hier``, ``il y a deux ans``, ``la veille``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pipeline.annotation.dates.anchor import Anchor, Reading
from pipeline.annotation.dates.calendar import add_months, week
from pipeline.annotation.dates.durations import amount_of, lengths
from pipeline.annotation.dates.grammar import Match, rule
from pipeline.annotation.dates.tokens import Tokens
from pipeline.annotation.dates.years import Fixed

_UNKNOWN = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "D": "XXXX-XX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
}


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
        base = days[0 if self.count <= 0 else 1] if days else anchor.today
        if self.from_last and days is not None and self.unit == "D":
            base = days[0]
        if base is None:
            unknown = _UNKNOWN.get(self.unit)
            return Reading("DATE", unknown) if unknown else None
        value = period_of(base, self.unit, self.count)
        return None if value is None else Reading("DATE", value)


@dataclass(frozen=True, slots=True)
class Distance:
    """So long ago, or in so long.

    The value is as precise as the unit that is counted, a year for years, a month for months; days
    and weeks give a day.

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
            return Reading("DATE", f"{moved.year:04d}", self.mod)
        if finest in ("M", "Q", "H", "Y", "DE", "CE"):
            return Reading(
                "DATE", f"{moved:%Y-%m}" if moved.year > 999 else f"{moved.year:04d}", self.mod
            )
        return Reading("DATE", moved.isoformat(), self.mod)

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


@rule("days_from_today")
def today(tokens: Tokens, index: int) -> Match | None:
    """A day named by its distance from today.

    Examples:
        Il l'a dit [hier] -> 2026-05-12
        Rendez-vous [après-demain] -> 2026-05-15
        La France d'[aujourd'hui] -> 2026-05-13
        La société de demain -> nothing
    """
    distance = tokens.get("days_from_today", index)
    assert isinstance(distance, int)
    if (
        distance > 0
        and tokens.word(index - 1) == "de"
        and not tokens.lexicon.among("of_tomorrow", tokens.word(index - 2))
    ):
        return None
    return Match(index, index + 1, Shifted("D", distance))


@rule("days_from_last")
def eve_or_morrow(tokens: Tokens, index: int) -> Match | None:
    """A day named by its distance from the last date; ``à la veille de`` an event gives nothing.

    Examples:
        Arrivé le [3 mai 2026], il repart le [lendemain] -> 2026-05-03, 2026-05-04
        La [veille] -> 2026-05-12
        À la veille des élections -> nothing
        Le lendemain de la défaite -> nothing
    """
    distance = tokens.get("days_from_last", index)
    if tokens.word(index - 1) not in ("la", "le", "dès") or tokens.word(index + 1) in (
        "de",
        "d'",
        "du",
        "des",
    ):
        return None
    assert isinstance(distance, int)
    return Match(index, index + 1, Shifted("D", distance, from_last=True))


@rule("openers")
def ago(tokens: Tokens, index: int) -> Match | None:
    """So long ago, or in so long.

    Examples:
        C'était [il y a deux ans] -> 2024
        Parti [voici trois mois] -> 2026-02
        [Il y a une semaine] -> 2026-05-06
        [Dans six mois], nous saurons -> 2026-11
        [Dans dix jours] -> 2026-05-23
        [Il y a 24 heures] -> 2026-05-12
    """
    word = tokens.word(index)
    if word == "il" and tokens.word(index + 1) in ("y", "ya"):
        at = tokens.skip(tokens.skip(index + 1, "y", "ya"), "a")
        sign = -1
    elif word in ("voici", "voilà", "voila"):
        at, sign = index + 1, -1
    elif word in ("dans", "sous"):
        at, sign = index + 1, 1
        if tokens.word(index - 1) in ("d'ici", "d'") and word == "sous":
            return None
    else:
        return None
    at, mod = _about(tokens, at)
    found = lengths(tokens, at)
    if found is None:
        return _vague_distance(tokens, index, at)
    parts, behind = [(c, u) for c, u in found[0]], found[1]
    if tokens.word(behind) in ("de", "d'") and word == "dans":
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
    return Match(index, behind, Distance(tuple(parts), sign, mod=mod))


def _about(tokens: Tokens, index: int) -> tuple[int, str]:
    """Skips ``environ``, ``près de``, ``plus de``, and tells the TIMEX3 mod."""
    for words, mod in (
        (("environ",), "APPROX"),
        (("près", "de"), "APPROX"),
        (("plus", "de"), "MORE_THAN"),
        (("moins", "de"), "LESS_THAN"),
        (("à", "peine"), "LESS_THAN"),
        (("presque",), "LESS_THAN"),
        (("déjà",), ""),
        (("quelque",), "APPROX"),
        (("exactement",), ""),
    ):
        behind = tokens.follows(index, *words)
        if behind > 0:
            return behind, mod
    return index, ""


def _vague_distance(tokens: Tokens, index: int, at: int) -> Match | None:
    """``il y a quelques mois``: only the length is known."""
    if tokens.word(at) not in ("quelques", "plusieurs"):
        return None
    unit = tokens.get("units", at + 1)
    if not isinstance(unit, str) or unit == "WE":
        return None
    value = amount_of(Decimal(1), unit).replace("1", "X", 1)
    return Match(at, at + 2, Fixed("DURATION", value))


_LATER = {
    ("plus", "tard"): 1,
    ("après",): 1,
    ("plus", "tôt"): -1,
    ("auparavant",): -1,
    ("avant",): -1,
}


@rule("number")
def later(tokens: Tokens, index: int) -> Match | None:
    """So long before or after the last date.

    Examples:
        Élu en [mai 2012], il démissionne [deux ans plus tard] -> 2012-05, 2014
        Né le [3 mai 2020], baptisé [dix jours après] -> 2020-05-03, 2020-05-13
    """
    found = lengths(tokens, index)
    if found is None:
        return None
    parts, behind = found
    for words, sign in _LATER.items():
        end = tokens.follows(behind, *words)
        if end < 0:
            continue
        if words in (("après",), ("avant",)) and tokens.word(end) not in (
            "",
            ".",
            ",",
            ";",
            ")",
            ":",
            "…",
        ):
            continue
        if parts[-1][1] in ("TH", "TM", "TS"):
            return None
        return Match(index, end, Distance(tuple(parts), sign, from_last=True))
    return None


_THIS = ("ce", "cet", "cette")
_SHIFT = {"last": -1, "previous": -1, "next": 1, "following": 1}


@rule("openers")
def this_period(tokens: Tokens, index: int) -> Match | None:
    """``ce``, ``cet``, ``cette`` and a unit; with ``-là`` or ``même`` the one of the last date.

    Examples:
        [Cette année], tout change -> 2026
        [Ce mois-ci] -> 2026-05
        [Cette semaine] -> 2026-W20
        En [2019], [cette année-là] -> 2019, 2019
        [Ce week-end] -> 2026-W20-WE
    """
    if tokens.word(index) not in _THIS:
        return None
    same = tokens.word(index + 1) == "même"
    at = index + 1 + same
    unit = tokens.get("units", at)
    if (
        not isinstance(unit, str)
        or unit.startswith(("T", "P", "ML"))
        or (tokens.word(at).endswith("s") and unit != "M")
    ):
        return None
    behind, there = _here_or_there(tokens, at + 1)
    if same or there:
        return Match(index, behind, SameAsLast(unit))
    return Match(index, behind, ThisPeriod(unit))


@rule("openers")
def within_period(tokens: Tokens, index: int) -> Match | None:
    """``dans la semaine``, ``dans l'année`` where nothing follows: the period of today.

    Examples:
        Il répondra dans la [semaine]. -> 2026-W20
        Dans la semaine qui suit le vote -> nothing
    """
    if tokens.word(index) != "dans" or tokens.word(index + 1) not in ("la", "le", "l'"):
        return None
    unit = tokens.get("units", index + 2)
    if unit not in ("W", "M", "Y") or tokens.word(index + 3) not in ("", ".", ",", ";", "!", "?"):
        return None
    return Match(index + 2, index + 3, Shifted(str(unit), 0))


def _here_or_there(tokens: Tokens, index: int) -> tuple[int, bool]:
    """The index behind ``-ci`` or ``-là``, and whether it is ``-là``."""
    at = tokens.skip(index, "-", "‑")
    if tokens.word(at) in ("ci", "là"):
        return at + 1, tokens.word(at) == "là"
    return index, False


@dataclass(frozen=True, slots=True)
class ThisPeriod:
    """The period of today; a week-end is the one just past or the one to come, by the tense."""

    unit: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period of today."""
        count = 0
        if self.unit == "WE" and anchor.today is not None:
            past = anchor.find_tense() == "past" and anchor.today.isoweekday() < 6
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


@rule("openers", "units")
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
    if tokens.word(index - 1) == "même" and tokens.word(index - 2) in ("le", "la"):
        return Match(index - 1, index + 1, SameAsLast(unit))
    at = index + 1
    shift = tokens.get("shifts", at)
    before = tokens.get("shifts", index - 1)
    if isinstance(shift, str):
        behind = at + 1
    elif tokens.follows(at, "en", "cours") > 0:
        return Match(index, at + 2, Shifted(unit, 0))
    elif tokens.word(at) == "écoulée":
        shift, behind = "last", at + 1
    else:
        return None
    plural = tokens.word(index)[-1] == "s" and tokens.word(index) not in ("mois",)
    if plural or isinstance(before, str):
        return None
    return Match(index, behind, Shifted(unit, _SHIFT[shift], shift in ("previous", "following")))


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
    if tokens.word(index).endswith(("s", "x")) or tokens.word(index - 1) not in (
        "le",
        "la",
        "du",
        "au",
        "l'",
        "ce",
        "cette",
    ):
        return None
    if shift == "last" and tokens.word(index + 1) == "jour":
        return None
    if tokens.skip_of(index + 2) != index + 2:
        return None
    return Match(index, index + 2, Shifted(unit, _SHIFT[shift], shift in ("previous", "following")))


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
    if tokens.word(index - 1) == "depuis":
        return None
    return Match(index, at + 2, Several(count, unit, _SHIFT[shift]))


@rule("openers")
def this_season(tokens: Tokens, index: int) -> Match | None:
    """``cet été``, ``ce printemps``: the one of this year; ``cet hiver`` the nearest.

    Examples:
        [Cet été] -> 2026-SU
        [Cet hiver] -> 2025-WI
    """
    season = tokens.get("seasons", index + 1)
    if tokens.word(index) not in _THIS or not isinstance(season, str):
        return None
    return Match(index, index + 2, ThisSeason(season))


@dataclass(frozen=True, slots=True)
class ThisSeason:
    """A season of this year; of two winters the nearer."""

    season: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The season's value."""
        today = anchor.today
        if today is None:
            return Reading("DATE", f"XXXX-{self.season}")
        if self.season != "WI":
            return Reading("DATE", f"{today.year:04d}-{self.season}")
        return Reading("DATE", f"{today.year - (today.month < 7):04d}-WI")
