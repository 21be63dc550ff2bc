"""Days of the week: ``lundi``, ``jeudi dernier``, ``mardi de la semaine prochaine``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import OF, PLAIN_OF, THE_FEMININE, THE_MASCULINE, THIS_FEMININE, A

_BEFORE_NAMES = OF | THE_MASCULINE

# Days within which what is told day by day is news.
_NEWS = 8


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week.

    Attributes:
        day: 1 (Monday) .. 7.
        shift: ``last``, ``next``, ``same``, ... or empty.
        weeks: further weeks (``en huit`` 1, ``en quinze`` 2).
        week: weeks from this one if it is said (``de la semaine prochaine`` 1).
    """

    day: int
    shift: str = ""
    weeks: int = 0
    week: int | None = None

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The day: past or future by the adjective, else by the tense, else the next one.

        A text of a Wednesday that says ``mercredi`` means its own day.
        """
        if self.shift in ("previous", "following", "same") and anchor.last_days is not None:
            base = anchor.last_days[0]
        elif anchor.today is None:
            return Reading("DATE", f"XXXX-WXX-{self.day}")
        else:
            base = anchor.today
        if self.week is not None:
            monday = base - timedelta(days=base.isoweekday() - 1)
            found = monday + timedelta(weeks=self.week, days=self.day - 1)
        else:
            distance = self._distance(base.isoweekday(), anchor)
            if self.weeks:
                distance = (self.day - base.isoweekday()) % 7 + 7 * self.weeks
            found = base + timedelta(days=distance)
        return Reading("DATE", found.isoformat())

    def _distance(self, today: int, anchor: Anchor) -> int:
        ahead = (self.day - today) % 7
        if self.shift == "same":
            return ahead
        if self.shift in ("next", "following"):
            return ahead or 7
        if self.shift in ("last", "previous"):
            return ahead - 7
        tense = anchor.tense()
        if not tense and (given := self._told(anchor)):
            return given
        if tense == "past":
            return ahead - 7 if ahead else 0
        return ahead

    def _told(self, anchor: Anchor) -> int:
        """Days from today, below 0, to the weekday that goes on a story of the last days
        (``mercredi 6, … ; vendredi, le ministre promet``); 0 if there is none."""
        if anchor.today is None or anchor.nearby is None:
            return 0
        age = (anchor.today - anchor.nearby).days
        if not 0 < age <= _NEWS:
            return 0
        return min(((self.day - anchor.nearby.isoweekday()) % 7 or 7) - age, 0)


@rule("weekdays")
def weekday(tokens: Tokens, index: int) -> Match | None:
    """A weekday alone or with what tells which.

    Examples:
        Il a démissionné [mardi] -> 2026-05-12
        Il parlera [mardi] -> 2026-05-19
        Reçu [jeudi dernier] -> 2026-05-07
        Il viendra [lundi prochain] -> 2026-05-18
        Rendez-vous [mardi de la semaine prochaine] -> 2026-05-19
        On se voit [lundi en huit] -> 2026-05-25
        La ville manifeste [mercredi] -> 2026-05-13
        Le [mercredi 6 mai], tout change. [Vendredi], il promet -> 2026-05-06, 2026-05-08
        Les Verts de Dimanche -> nothing
    """
    day = tokens.get("weekdays", index)
    assert isinstance(day, int)
    if (
        tokens.word(index).endswith("s")
        or in_name(tokens, index)
        or tokens.word(index - 1) in A
        or tokens.get("ordinals", index - 1) is not None
    ):
        return None
    at = index + 1
    shift = tokens.get("shifts", at)
    if isinstance(shift, str):
        return Match(index, at + 1, Weekday(day, shift))
    if (ahead := tokens.phrase("in_weeks", at)) is not None:
        return Match(index, ahead[0], Weekday(day, weeks=ahead[1]))
    week = _of_week(tokens, at)
    if week is not None:
        return Match(index, week[1], Weekday(day, week=week[0]))
    if tokens.among("same", index - 1) or tokens.among("same", at):
        return Match(index, at + tokens.among("same", at), Weekday(day, "same"))
    if tokens.get("shifts", index - 1) == "next":
        return Match(index - 1, at, Weekday(day, "next"))
    return Match(index, at, Weekday(day))


def in_name(tokens: Tokens, index: int) -> bool:
    """Whether a capital inside a sentence makes it a name (``Le Journal du Dimanche``)."""
    if not tokens.raw(index)[0].isupper() or index == 0 or tokens.broken(index):
        return False
    before = tokens.word(index - 1)
    return before in _BEFORE_NAMES or tokens.raw(index - 1)[0].isupper()


def _of_week(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """``(de) la semaine prochaine``, ``(de) cette semaine``: weeks from this one, index behind."""
    at = tokens.past(index, PLAIN_OF)
    if tokens.get("units", at + 1) != "W":
        return None
    if tokens.word(at) in THIS_FEMININE:
        return 0, at + 2
    if tokens.word(at) not in THE_FEMININE:
        return None
    shift = tokens.get("shifts", at + 2)
    if not isinstance(shift, str):
        return None
    return (1 if shift in ("next", "following") else -1), at + 3


@rule("weekday_abbreviations")
def short_weekday(tokens: Tokens, index: int) -> Match | None:
    """A short name with its point that is no other word.

    Examples:
        [Lun.] -> 2026-05-18
        La mer. -> nothing
    """
    day = tokens.get("weekday_abbreviations", index)
    if tokens.word(index + 1) != "." or not tokens.glued(index + 1):
        return None
    if tokens.among("short_weekdays_or_words", index) or not tokens.broken(index):
        return None
    assert isinstance(day, int)
    return Match(index, index + 2, Weekday(day))
