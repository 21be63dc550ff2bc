"""Times of the clock: ``18 h 30``, ``midi``, ``huit heures``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.bounds import asks_length, is_appointment, is_long
from hemicycle.annotation.dates.grammar import Match, Node, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import AND, BETWEEN, PLAIN_OF, PLAIN_TO, TO_THE_ONE


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, with the day if it is said beside it.

    Attributes:
        time: ``18:30``, or a TIMEX3 part of the day (``MO``, ``AF``, ``EV``, ``NI``).
        day: the day's expression, None for the day spoken of.
        shift: days from today where the day is in the word (``ce soir``: 0).
        needs_day: whether it is nothing unless a day has been spoken of (``la soirée``).
    """

    time: str
    day: Node | None = None
    shift: int | None = None
    needs_day: bool = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The time of its day; the time alone if no day is known."""
        if self.day is not None:
            day = self.day.resolve(anchor)
            if day is None:
                return None
            return Reading("TIME", f"{day.value}T{self.time}", day.mod, day.explicit)
        if anchor.habitual and self.shift is None:
            return Reading("TIME", f"T{self.time}")
        if self.needs_day and anchor.nearby is None:
            return None
        found = anchor.today if self.shift is not None else anchor.nearby or anchor.today
        if found is None:
            return Reading("TIME", f"T{self.time}")
        return Reading("TIME", f"{found.isoformat()}T{self.time}")


_HOUR_JOINTS = PLAIN_TO | frozenset("-–")
_MINUTES_OF_DAY = 24 * 60
# Hours that a part of the day adds to those of a clock of twelve.
_DAY_HALVES = {"MO": 0, "AF": 12, "EV": 12}


def clock_time(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A time of day at an index, as ``HH:MM`` or ``HH:MM:SS``, and the index behind it.

    ``18 h 30``, ``18h``, ``18:30``, ``8 heures 30``, ``huit heures et demie``, ``midi``,
    ``6 heures du soir``.
    """
    word = tokens.word(index)
    noon = tokens.get("noons", index)
    if isinstance(noon, int):
        half = tokens.behind("and_a_half", index + 1)
        return (f"{noon % 24:02d}:30", half) if half > 0 else (f"{noon:02d}:00", index + 1)
    found = tokens.figures(index) if word.isdigit() else tokens.cardinal(index)
    if found is None or found[0] > 24 or (word.isdigit() and len(word) > 2):
        return None
    hour, at = found
    sign = tokens.word(at)
    if sign == ":" and tokens.glued(at) and tokens.glued(at + 1):
        return _colons(tokens, hour, at + 1)
    if not tokens.among("hours", at) or (len(sign) == 1 and not word.isdigit()):
        return None
    minute, stop = _minutes(tokens, at + 1, sign)
    part = _day_half(tokens, stop)
    if part is not None:
        hour = hour + part[0] if hour < 12 else hour
        stop = part[1]
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if not 0 <= 60 * hour + minute <= _MINUTES_OF_DAY:
        return None
    return f"{hour:02d}:{minute:02d}", stop


def _colons(tokens: Tokens, hour: int, index: int) -> tuple[str, int] | None:
    minute, second = tokens.figures(index), tokens.figures(index + 2)
    if minute is None or len(tokens.word(index)) != 2 or minute[0] > 59:
        return None
    if tokens.word(index + 1) == ":" and tokens.glued(index + 2) and second and second[0] < 60:
        return f"{hour:02d}:{minute[0]:02d}:{second[0]:02d}", index + 3
    return f"{hour:02d}:{minute[0]:02d}", index + 1


def _minutes(tokens: Tokens, index: int, sign: str) -> tuple[int, int]:
    """The minutes behind ``h`` or ``heures`` (``moins le quart`` is -15), and the index behind."""
    less = tokens.cardinal(index + 1) if tokens.among("less", index) else None
    if less is not None and less[0] in (5, 10, 20, 25):
        return -less[0], less[1]
    if (added := tokens.phrase("added_minutes", index)) is not None:
        return added[1], added[0]
    figures = tokens.figures(index) if len(sign) == 1 else tokens.cardinal(index)
    if figures is None or figures[0] > 59 or tokens.broken(index):
        return 0, index
    if len(sign) == 1 and len(tokens.word(index)) != 2:
        return 0, index
    spelled = len(sign) > 1 and not tokens.word(index).isdigit()
    ends = _counts_nothing(tokens, figures) if spelled else _ends(tokens, figures[1])
    if len(sign) > 1 and not ends:
        return 0, index
    return figures[0], tokens.past(figures[1], tokens.lexicon.lists["minutes"])


def _ends(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return not word.isalpha() or tokens.broken(index) or tokens.lexicon.among("after_minutes", word)


def _counts_nothing(tokens: Tokens, minutes: tuple[int, int]) -> bool:
    """Whether spelled minutes are told in fives and no plural follows that they may count
    (``seize heures trente franchit``, but not ``à huit heures trente manifestants``)."""
    word = tokens.word(minutes[1])
    plural = word[-1:] in ("s", "x") and not tokens.lexicon.among("after_minutes", word)
    return minutes[0] % 5 == 0 and (not plural or tokens.broken(minutes[1]))


def _day_half(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``du matin``, ``de l'après-midi``, ``du soir``: hours to add, index behind."""
    at = tokens.skip_of(index)
    part = tokens.get("day_parts", at)
    added = _DAY_HALVES.get(part) if isinstance(part, str) else None
    return None if at == index or added is None else (added, at + 1)


@rule("number", "clock_words")
def time_of_day(tokens: Tokens, index: int) -> Match | None:
    """A time of day where it is no length of time.

    Examples:
        La séance s'ouvre à [18 h 30] -> 2026-05-13T18:30
        À [8 heures] -> 2026-05-13T08:00
        À [six heures du soir] -> 2026-05-13T18:00
        Rendez-vous à [midi] -> 2026-05-13T12:00
        Il est [15h45] -> 2026-05-13T15:45
        À [quatre heures moins le quart] -> 2026-05-13T03:45
        À [huit heures moins dix] -> 2026-05-13T07:50
        Séance de [19 heures 30] -> 2026-05-13T19:30
        À [8 heures 30], la maire ouvre -> 2026-05-13T08:30
        Dès [seize heures trente] entre la foule -> 2026-05-13T16:30
        Lors de la réunion de [15 heures], il a parlé -> 2026-05-13T15:00
        Ouvert de [9 heures à 18 heures] -> 2026-05-13T09:00/2026-05-13T18:00
        Un stationnement limité à [deux heures] -> PT2H
        Un trajet pouvant aller jusqu'à [1 heure 30] -> PT1H30M
        Ils attendent leur train jusqu'à [18 heures] -> 2026-05-13T18:00
        Ouvert 24 h/24 -> nothing
        Le Midi de la France -> nothing
    """
    found = clock_time(tokens, index)
    if found is None:
        return None
    if tokens.raw(index)[0].isupper() and tokens.word(index - 1) in TO_THE_ONE:
        return None
    if tokens.get("noons", index):
        if tokens.among("before_no_noon", index - 1) or (tokens.raw(index)[0].isupper() and index):
            return None
    elif tokens.word(index + 1) == ":":
        if tokens.glued(index) or tokens.among("before_no_clock", index - 1):
            return None
    elif tokens.word(found[1]) == "/" or not _points_in_time(tokens, index, found[1]):
        return None
    return Match(index, found[1], ClockTime(found[0]))


def _points_in_time(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether hours are a time of day, not a length of time (``trois heures de débat``)."""
    before = tokens.word(index - 1)
    if tokens.among("before_lengths", index - 1) or asks_length(tokens, index):
        return False
    if is_appointment(tokens, index):
        return True
    short = tokens.word(index).isdigit() and not _hours(tokens, index)
    if short:
        return True
    if before in PLAIN_OF and _opens_hours(tokens, index, stop):
        return True
    if before in AND and BETWEEN.isdisjoint(tokens.words[max(0, index - 6) : index]):
        return False
    return tokens.among("before_spelled_hours", index - 1) and tokens.word(stop) not in PLAIN_OF


def _opens_hours(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether a later time of the day follows: ``de 9 heures à 18 heures``, ``de deux heures à
    midi``."""
    last = clock_time(tokens, stop + 1) if tokens.word(stop) in PLAIN_TO else None
    first = clock_time(tokens, index)
    return last is not None and first is not None and first[0] < last[0]


def _hours(tokens: Tokens, index: int) -> bool:
    found = tokens.cardinal(index)
    return found is not None and tokens.get("units", found[1]) == "TH"


@dataclass(frozen=True, slots=True)
class ClockRange:
    """Two times of one day, said with one ``h``.

    Attributes:
        first: ``HH:MM``.
        last: ``HH:MM``.
    """

    first: str
    last: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The range on the day spoken of."""
        first = ClockTime(self.first).resolve(anchor)
        last = ClockTime(self.last).resolve(anchor)
        return Reading("TIME", f"{first.value}/{last.value}") if first and last else None


@rule("number")
def hours_with_one_sign(tokens: Tokens, index: int) -> Match | None:
    """Two hours that share their ``h``.

    Examples:
        Ouvert de [9 à 12 h] -> 2026-05-13T09:00/2026-05-13T12:00
        Permanence : [13-15h] -> 2026-05-13T13:00/2026-05-13T15:00
    """
    first = tokens.figures(index)
    if first is None or tokens.word(first[1]) not in _HOUR_JOINTS or tokens.glued(index):
        return None
    spelled = tokens.word(first[1]) in PLAIN_TO
    if spelled and tokens.word(index - 1) not in PLAIN_OF:
        return None
    last = clock_time(tokens, first[1] + 1)
    if last is None or not first[0] < int(last[0][:2]) <= 24 or is_long(tokens, index, last[1]):
        return None
    return Match(index, last[1], ClockRange(f"{first[0]:02d}:00", last[0]))
