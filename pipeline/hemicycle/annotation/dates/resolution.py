"""What each match means at its place: the dates before it, its tense, the dates it is joined to."""

from __future__ import annotations

import re
from datetime import date

from hemicycle.annotation.dates.absolute import CalendarDate
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.bounds import bound_before, bounded
from hemicycle.annotation.dates.calendar import part_of
from hemicycle.annotation.dates.clock import ClockTime
from hemicycle.annotation.dates.grammar import Match
from hemicycle.annotation.dates.intervals import join_bounds
from hemicycle.annotation.dates.tense import find_tense
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.kinds.dates import Timex
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.grammar import THE_MASCULINE
from hemicycle.reading.date_lines import is_date_line

_JOIN = re.compile(r"[\s,]*(?:et|ou|au|à|-|–|jusqu['’]au|puis)?\s*(?:l[ea]s?|du|de|en|au)?\s*")
_LONGEST_JOIN = 24
# Characters after which a day is no longer the one spoken of, and a date no longer the last one.
_NEAR = 700
_REMEMBERED = 1500
_SAME_HABIT = 60
_SAME_SENTENCE = 60
_SAME_STORY = 250
# Days from today within which a day is news, not history.
_RECENT = 31
_SENTENCE_END = re.compile(r"[.!?…]\s")
_SHORT_HEADING = 12
_DAY_LENGTH = len("2026-05-13")
_LINE_END = " \u00a0.,:–—-\n"


class Resolver:
    """Resolves the matches of one text in their order."""

    def __init__(
        self, tokens: Tokens, matches: list[Match], document_date: date | None, country: str
    ) -> None:
        """Take what the grammar has read and what is known of the document."""
        self._tokens = tokens
        self._matches = matches
        self._anchor = Anchor(document_date, country)
        self._document_date = document_date
        self._line_until, self._line_day = 0, document_date
        self._last_at = self._explicit_at = self._day_at = -_REMEMBERED
        self._habit_at = self._story_at = self._year_at = -_REMEMBERED
        self._day: date | None = None
        self._day_heads = False

    def mentions(self) -> list[Mention[Timex]]:
        """The expressions that mean something, with their values."""
        found: list[tuple[Match, Mention[Timex]]] = []
        for number, match in enumerate(self._matches):
            start = self._tokens.starts[match.first]
            end = self._tokens.ends[match.stop - 1]
            self._look_around(number, start)
            reading = _resolved(match, self._anchor)
            if reading is None:
                continue
            self._remember(reading, start, end)
            timex = self._timex(match, reading)
            found.append((match, Mention(start, end, reading.type, timex)))
        return join_bounds(self._tokens, found)

    def _look_around(self, number: int, start: int) -> None:
        """Tell the anchor what stands around a match."""
        # What tells the tense outlives the call, and holds no more than it needs: no cycle.
        match, anchor, tokens = self._matches[number], self._anchor, self._tokens
        anchor.today = self._line_day if start <= self._line_until else self._document_date
        if start - self._last_at > _REMEMBERED:
            anchor.last = None
        anchor.find_tense = lambda: find_tense(
            tokens, match.first, match.stop, bound_before(tokens, match.first)
        )
        anchor.year = self._shared_year(number)
        if anchor.year is None and anchor.today is None and start - self._explicit_at < _NEAR:
            anchor.year = self._year_of_story(start) or _year_of(anchor.last)
        anchor.nearby = self._day_beside(number) or self._day_spoken_of(start)
        recent = bound_before(self._tokens, match.first) == "since"
        if anchor.year is None and start - self._year_at < _SAME_SENTENCE and not recent:
            anchor.year = self._year_in_sentence(start)
        anchor.yearly = self._is_yearly(number)
        anchor.habitual = self._within(self._habit_at, start, _SAME_HABIT)
        anchor.story = self._day if self._within(self._story_at, start, _SAME_STORY) else None

    def _year_of_story(self, start: int) -> int | None:
        """The year of the last day where only a year of long before was said since, in a paragraph
        that is over (``la ville comptait 3 200 âmes en 1939``)."""
        last = self._anchor.last
        if self._day is None or last is None or len(last.value) != len("2026"):
            return None
        over = "\n" in self._tokens.text[self._last_at : start]
        near = start - self._day_at < _NEAR
        return self._day.year if over and near and last.value < f"{self._day.year}" else None

    def _within(self, place: int, start: int, reach: int) -> bool:
        """Whether a place is near before ``start``, in the same paragraph."""
        return start - place < reach and "\n" not in self._tokens.text[max(place, 0) : start]

    def _day_spoken_of(self, start: int) -> date | None:
        """The day that a time or a part of the day belongs to if none stands beside it.

        It is the last one of the paragraph, or the one that a heading line consists of; one that is
        no news (announced, or of an old story) must be of the same sentence.
        """
        if self._day is None or start - self._day_at > _NEAR:
            return None
        between = self._tokens.text[self._day_at : start]
        if "\n" in between:
            return self._day if self._day_heads else None
        today = self._anchor.today
        recent = today is None or 0 <= (today - self._day).days <= _RECENT
        return self._day if recent or _SENTENCE_END.search(between) is None else None

    def _year_in_sentence(self, start: int) -> int | None:
        """A year said just before in the sentence (``en 2027, peut-être au second semestre``)."""
        between = self._tokens.text[self._year_at : start]
        if "\n" in between or _SENTENCE_END.search(between):
            return None
        return _year_of(self._anchor.last)

    def _is_yearly(self, number: int) -> bool:
        """Whether ``chaque année`` or ``tous les ans`` stands right before a match."""
        if number == 0 or self._matches[number].first - self._matches[number - 1].stop > 2:
            return False
        node = self._matches[number - 1].node
        return isinstance(node, Fixed) and (node.type, node.value) == ("SET", "P1Y")

    def _remember(self, reading: Reading, start: int, end: int) -> None:
        """Keep a date as the last one spoken of."""
        if reading.type == "SET":
            self._habit_at = end
        if reading.days is None:
            return
        self._anchor.last = reading
        self._last_at = end
        told = reading.explicit and len(reading.value) >= _DAY_LENGTH and reading.type != "SET"
        if told and is_date_line(self._tokens.text, start, end):
            # `3 mars 2018. – Le vote aura lieu demain`; the dash may end the line.
            self._line_day = reading.days[0]
            self._line_until = _paragraph_end(self._tokens.text, end)
        if reading.explicit:
            self._explicit_at = end
        self._year_at = end if reading.explicit and len(reading.value) == 4 else -_REMEMBERED
        if len(reading.value) >= _DAY_LENGTH:
            self._day, self._day_at = reading.days[0], end
            if reading.explicit:
                self._story_at = end
            self._day_heads = _is_line(self._tokens.text, start, end)

    def _timex(self, match: Match, reading: Reading) -> Timex:
        days = reading.days
        if days is None:
            return Timex(reading.type, reading.value, reading.mod)
        if reading.mod in ("START", "MID", "END"):
            days = part_of(days, reading.mod)
        bound = bound_before(self._tokens, match.first)
        if bound == "BEFORE" and reading.mod == "END":
            bound = "until"  # `avant la fin de l'année`: its last day is still in time
        mod, begin, end = bounded(days, bound, self._anchor.today)
        return Timex(reading.type, reading.value, reading.mod or mod, begin, end)

    def _shared_year(self, number: int) -> int | None:
        """The year of a date that this one is joined to.

        That is a later one that says it (``le 13 juillet et le 8 septembre 1993``), or else the
        one before (``entre le 15 juillet et le 15 août``).
        """
        node = self._matches[number].node
        if not isinstance(node, CalendarDate) or node.year is not None or node.shift:
            return None
        for index in range(number, len(self._matches) - 1):
            other = self._matches[index + 1].node
            if not self._joined(index) or not isinstance(other, CalendarDate):
                break
            if other.year is not None:
                return other.year - (other.month < node.month)
        if number and self._joined(number - 1):
            before, year = self._matches[number - 1].node, _year_of(self._anchor.last)
            if isinstance(before, CalendarDate) and before.year is None and year:
                return year + (before.month > node.month)
        return None

    def _joined(self, number: int) -> bool:
        """Whether only ``et``, ``au``, a comma and the like stand between a match and the next."""
        first, last = self._matches[number], self._matches[number + 1]
        gap = self._tokens.text[self._tokens.ends[first.stop - 1] : self._tokens.starts[last.first]]
        return len(gap) < _LONGEST_JOIN and _JOIN.fullmatch(gap) is not None

    def _day_beside(self, number: int) -> date | None:
        """The day said right behind a clock time (``vers 0 h 40, jeudi``)."""
        match = self._matches[number]
        if number + 1 >= len(self._matches) or not isinstance(match.node, ClockTime):
            return None
        following = self._matches[number + 1]
        at = self._tokens.past(self._tokens.skip(match.stop, ","), THE_MASCULINE)
        if at != following.first:
            return None
        reading = _resolved(following, self._anchor)
        return reading.days[0] if reading and reading.days and len(reading.value) == 10 else None


def _resolved(match: Match, anchor: Anchor) -> Reading | None:
    """What a match means; None if it is no date, or one outside the years 1 to 9999."""
    try:
        return match.node.resolve(anchor)
    except (ValueError, OverflowError):
        return None


def _paragraph_end(text: str, place: int) -> int:
    """Where the paragraph ends that a date line which ends at a place opens."""
    while place < len(text) and text[place] in _LINE_END:
        place += 1
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether a date is all that its line says, but for a few characters."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    around = text[first:start] + text[end : last if last >= 0 else len(text)]
    return len(around) <= _SHORT_HEADING


def _year_of(reading: Reading | None) -> int | None:
    return int(reading.value[:4]) if reading and reading.value[:4].isdigit() else None
