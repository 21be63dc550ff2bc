"""Texts by one person: a speech, a letter, a column, where the text says whose it is."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_HEAD_LINES = 8
_LONGEST_HEAD = 400
# `Discours de Mme X`, `Déclaration du Premier ministre, M. X`, `prononcé par X`.
_OF = r"\s(?:[^\n,.;:]{0,60}\s)?(?:d['’]|de\s|du\s|par\s)"
_SALUTATION_LINES = 6


def by_one(text: str, lines: list[Line], names: Names, speaker: str) -> Draft | None:
    """The whole text as one turn, None where nothing tells that one person says it.

    Args:
        text: the text.
        lines: its lines.
        names: its persons.
        speaker: who the metadata say utters it, empty if they do not.
    """
    head = [line for line in lines[:_HEAD_LINES] if len(line.text) <= _LONGEST_HEAD]
    titled = _titled(head, names)
    opening = _salutation(lines)
    spoken = any(words in fold(line.text) for line in head for words in lexicon().spoken)
    if titled is None and not speaker:
        return None
    if opening is None and not spoken:
        return None
    first = opening if opening is not None else _behind_head(lines, head)
    last = _foot(lines, first)
    if last <= first:
        return None
    name = titled.value.name if titled is not None else speaker
    role = titled.value.role if titled is not None else ""
    return Draft(lines[first].start, lines[last - 1].end, name, name, role, kind="speech")


def guest_of(lines: list[Line], names: Names, speaker: str) -> tuple[str, str]:
    """Name and function of the person whom the title of a text names as its speaker."""
    titled = _titled(lines[:_HEAD_LINES], names)
    return (titled.value.name, titled.value.role) if titled is not None else (speaker, "")


def introduction(lines: list[Line], stop: int, guest: tuple[str, str]) -> list[Draft]:
    """What the guest of a press conference says before the first question.

    Args:
        lines: the lines of the text.
        stop: where the first label stands.
        guest: name and function.
    """
    before = [line for line in lines if line.end <= stop]
    first = next((k for k, line in enumerate(before) if _is_said(line)), len(before))
    last = len(before)
    while last > first and not _is_said(before[last - 1]):
        last -= 1
    if not guest[0] or last <= first:
        return []
    section = before[first - 1].text if first and before[first - 1].is_heading else ""
    start, end = before[first].start, before[last - 1].end
    return [Draft(start, end, guest[0], *guest, kind="speech", section=section)]


def _is_said(line: Line) -> bool:
    return not (line.is_heading or line.is_note or line.is_procedure)


def _titled(head: list[Line], names: Names) -> Mention[Person] | None:
    """The person whom the title names as its speaker."""
    genres = "|".join(map(re.escape, lexicon().genres))
    for line in head:
        match = re.search(rf"\b(?:{genres})\b", fold(line.text))
        if match is None:
            continue
        # Folding may open ligatures: the place is found again in the line itself.
        behind = re.search(_OF, line.text[max(0, match.start() - 2) :])
        start = line.start + max(0, match.start() - 2) + (behind.end() if behind else 0)
        found = names.at(start, line.end) if behind else None
        if found is not None:
            return found
    return None


def _salutation(lines: list[Line]) -> int | None:
    """The line with which a speaker turns to those who listen, None if there is none."""
    for index, line in enumerate(lines[: 3 * _HEAD_LINES]):
        folded = fold(line.text)
        if folded.startswith(lexicon().salutations) and (
            "," in line.text[:120] or line.text[-1:] in "!.,:"
        ):
            return index
    return None


def _behind_head(lines: list[Line], head: list[Line]) -> int:
    """The first line that is a paragraph and no title."""
    for index, line in enumerate(lines):
        if not line.is_heading and not line.is_procedure and len(line.text) > len(head):
            folded = fold(line.text)
            if not any(words in folded for words in lexicon().spoken):
                return index
    return len(lines)


def _foot(lines: list[Line], first: int) -> int:
    """One past the last line that is said: before contacts, dates and signatures."""
    end = next((k for k in range(first + 1, len(lines)) if lines[k].is_procedure), len(lines))
    while end > first + 1 and (lines[end - 1].is_heading or lines[end - 1].is_note):
        end -= 1
    return end
