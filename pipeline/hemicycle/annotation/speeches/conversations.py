"""Interviews in print whose turns have no labels: paragraphs that ask, and what answers them."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names
from hemicycle.folding import fold

_INTERVIEWER = re.compile(r"propos\s+recueillis\s+par\s+", re.IGNORECASE)
_DASH = re.compile(r"[–—-]\s")
_LONGEST_QUESTION = 320
_FEWEST = 3
_REACH = 60
_HEAD = 12


def conversation(text: str, lines: list[Line], names: Names, speaker: str) -> list[Draft]:
    """The turns of an interview, none in any other text.

    Paragraphs that end in a question mark are the interviewer's, and what stands between them is
    said by the person whom the head of the text names.

    Args:
        text: the text.
        lines: its lines.
        names: its persons.
        speaker: who the metadata say utters it, empty if they do not.
    """
    head = fold(" ".join(line.text for line in lines[:_HEAD]))
    if not any(words in head for words in lexicon().interviews):
        return []
    asked = [k for k, line in enumerate(lines) if _asks(line)]
    answers = sum(1 for k in asked if k + 1 < len(lines) and not _asks(lines[k + 1]))
    if len(asked) < _FEWEST or answers < _FEWEST:
        return []
    who = _interviewer(text, names)
    person = names.at(0, lines[asked[0]].start)
    while person is not None and person.value.name == who:
        person = names.at(person.end, lines[asked[0]].start)
    name = person.value.name if person is not None else speaker
    role = person.value.role if person is not None else ""
    last = next((k for k in range(asked[-1] + 1, len(lines)) if lines[k].is_procedure), len(lines))
    turns: list[Draft] = []
    for k in range(asked[0], last):
        line = lines[k]
        if k in asked:
            turns.append(Draft(line.start, line.end, "?", who, "", "", "question"))
        elif line.is_heading and not _DASH.match(line.text):
            continue
        elif turns and turns[-1].kind == "answer":
            turns[-1].end = line.end
        else:
            turns.append(Draft(line.start, line.end, name, name, role, "", "answer"))
    return turns


def _asks(line: Line) -> bool:
    return line.text.endswith("?") and len(line.text) <= _LONGEST_QUESTION and "«" not in line.text


def _interviewer(text: str, names: Names) -> str:
    match = _INTERVIEWER.search(text)
    person = names.at(match.end(), match.end() + _REACH) if match else None
    return person.value.name if person is not None else ""
