"""From labels to turns: how far each goes, and under which heading of the agenda it stands."""

from __future__ import annotations

import re
from bisect import bisect_left

from hemicycle.annotation.speeches.labels import Label
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line, first_procedure
from hemicycle.folding import fold
from hemicycle.values import value

_PRESIDENCY = re.compile(r"\bpr[ée]sidence\b", re.IGNORECASE)
_ADDRESSED_NAME = re.compile(r"(?:M\.|Mme|MM\.|L['’]hon\.)\s[^,.;:]{2,60}$")
_LEADING = re.compile(r"\d{1,3}\b")


@value
class Turn:
    """What one speaker says without a break.

    Attributes:
        start: where what is said begins, from 0.
        end: one past its last character.
        label: the label.
        section: the heading of the agenda above it, empty if none.
        asked: whether it stands where members ask and ministers answer.
    """

    start: int
    end: int
    label: Label
    section: str
    asked: bool


def turns_of(text: str, lines: list[Line], labels: list[Label]) -> list[Turn]:
    """The turns that labels open, in order.

    A turn ends before the headings, notes and minutes that stand before the next label.
    """
    starts = [line.start for line in lines]
    turns: list[Turn] = []
    first = bisect_left(starts, labels[0].start) if labels else 0
    opening = _opening(lines[:first])
    section = _section(opening, "")
    asked = _is_asked(section, opening, before=False)
    for number, label in enumerate(labels):
        index = bisect_left(starts, label.start)
        following = labels[number + 1].start if number + 1 < len(labels) else len(text) + 1
        stop = bisect_left(starts, following)
        kept = _kept(lines, index + 1, stop, alone=label.end >= lines[index].end)
        end = lines[kept - 1].end if kept > index + 1 else lines[index].end
        start = label.end
        while start < end and text[start].isspace():
            start += 1
        if end > start:
            turns.append(Turn(start, end, label, section, asked))
        asked = _is_asked(section, lines[kept:stop], before=asked)
        section = _section(lines[kept:stop], section)
    return turns


def _is_asked(section: str, lines: list[Line], *, before: bool) -> bool:
    """Whether headings open question time, or leave it open."""
    headings = [fold(line.text) for line in lines if line.is_heading]
    if any(word in heading for heading in headings for word in lexicon().question_sections):
        return True
    if any(word in heading for heading in headings for word in lexicon().other_sections):
        return False
    above = fold(section)
    return before or any(word in above for word in lexicon().question_sections)


def _kept(lines: list[Line], first: int, stop: int, *, alone: bool) -> int:
    """One past the last line that is said, of those behind a label."""
    least = first + 1 if alone and stop > first else first
    end = first_procedure(lines, least, stop)
    while end > least and (
        lines[end - 1].is_note
        or lines[end - 1].is_heading
        or lines[end - 1].is_procedure
        or lines[end - 1].is_unsaid
        or lines[end - 1].is_decision
    ):
        end -= 1
    return end


def _opening(lines: list[Line]) -> list[Line]:
    """Of what stands before the first label, the headings that are no title page."""
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.is_note or line.is_procedure or _PRESIDENCY.search(line.text):
            return lines[number + 1 :]
        if not line.is_heading:
            return lines[number + 1 :]
    numbered = [n for n, line in enumerate(lines) if line.is_numbered and not line.is_number]
    return lines[numbered[-1] :] if numbered else []


def _section(lines: list[Line], before: str) -> str:
    """The heading that lines before a label give, the one before if they give none."""
    found = ""
    number = ""
    for line in lines:
        text = line.text
        if (
            line.is_note
            or line.is_unsaid
            or line.is_procedure
            or line.is_number
            or line.is_item
            or not line.is_heading
            or _PRESIDENCY.search(text)
            or _ADDRESSED_NAME.fullmatch(text)
        ):
            continue
        leading = _LEADING.match(text)
        if leading and leading[0] == number:
            continue  # the same heading in the other language
        number = leading[0] if leading else ""
        found = text
    return found or before
