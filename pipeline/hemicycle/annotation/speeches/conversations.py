"""Interviews in print whose turns have no labels: paragraphs that ask, and what answers them."""

from __future__ import annotations

import re
from collections.abc import Container

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line, first_procedure
from hemicycle.annotation.speeches.manners import is_interviewer
from hemicycle.annotation.speeches.names import Names
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_INTERVIEWER = re.compile(
    r"(?:propos|entretien)\s+(?:recueillis?|réalisé|mené|conduit)\s+par\s+|interview\w*\s+par\s+",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—-]\s+")
_LONGEST_QUESTION = 320
_FEWEST = 3
_FEWEST_MARKED = 2
_REACH = 60
_HEAD = 12


def conversation(
    text: str, lines: list[Line], names: Names, speaker: str, bold: Container[int] = ()
) -> list[Draft]:
    """The turns of an interview, none in any other text.

    Paragraphs that ask are the interviewer's, and what stands between them is said by the person
    whom the head of the text names. Those ask that are bold as a whole; else those before answers
    that open with a dash; else those that end in a question mark.

    Args:
        text: the text.
        lines: its lines.
        names: its persons.
        speaker: who the metadata say utters it, empty if they do not.
        bold: where the paragraphs begin that are bold as a whole.
    """
    head = fold(" ".join(line.text for line in lines[:_HEAD]))
    if not any(words in head for words in lexicon().interviews):
        return []
    asked = _questions(lines, bold)
    if not asked:
        return []
    who = _interviewer(text, names)
    person = _guest(names, lines[asked[0]].start, who)
    name = person.value.name if person is not None else speaker
    role = person.value.role if person is not None else ""
    last = first_procedure(lines, asked[-1] + 1, len(lines))
    while last > asked[-1] + 1 and lines[last - 1].is_heading:
        last -= 1
    questions = set(asked)
    turns: list[Draft] = []
    for k in range(asked[0], last):
        line = lines[k]
        dash = _DASH.match(line.text)
        start = line.start + (dash.end() if dash else 0)
        if k in questions:
            turns.append(Draft(start, line.end, "?", who, "", "", "question"))
        elif line.is_heading and not dash:
            continue
        elif turns and turns[-1].kind == "answer":
            turns[-1].end = line.end
        else:
            turns.append(Draft(start, line.end, name, name, role, "", "answer"))
    return turns


def _guest(names: Names, stop: int, who: str) -> Mention[Person] | None:
    """Whom the head names first with a function, else first; never who asks."""
    first = None
    person = names.at(0, stop)
    while person is not None:
        if person.value.name != who:
            if person.value.role and not is_interviewer(person.value.role):
                return person
            first = first or person
        person = names.at(person.end, stop)
    return first


def _questions(lines: list[Line], bold: Container[int]) -> list[int]:
    """The lines that ask, none if these are no questions and answers."""
    marked = [
        k
        for k, line in enumerate(lines)
        if line.start in bold and len(line.text) <= _LONGEST_QUESTION
    ]
    asking = [k for k in marked if lines[k].text.endswith("?")]
    if len(asking) >= _FEWEST_MARKED and len(asking) * 3 >= len(marked):
        # What is bold above the first question introduces the interview.
        found = [k for k in marked if k >= asking[0] and _speaks(lines[k])]
        return found if _answered(found, len(lines)) >= _FEWEST_MARKED else []
    dashes = [k for k, line in enumerate(lines) if _DASH.match(line.text)]
    if len(dashes) >= _FEWEST_MARKED:
        if sum(_asks(lines[k]) for k in dashes) * 2 > len(dashes):
            return dashes if _answered(dashes, len(lines)) >= _FEWEST_MARKED else []
        before = [k - 1 for k in dashes if k and k - 1 not in dashes]
        if sum(_asks(lines[k]) for k in before) >= _FEWEST_MARKED:
            return before
    found = [k for k, line in enumerate(lines) if _asks(line)]
    if len(found) < _FEWEST or _answered(found, len(lines)) < _FEWEST:
        return []
    return found


def _answered(asked: list[int], stop: int) -> int:
    """How many questions something other than a question follows."""
    there = set(asked)
    return sum(k + 1 < stop and k + 1 not in there for k in asked)


def _asks(line: Line) -> bool:
    return line.text.endswith("?") and len(line.text) <= _LONGEST_QUESTION and "«" not in line.text


def _speaks(line: Line) -> bool:
    """Whether a line is a sentence, where a heading has no end."""
    return line.text[-1] in ".?!…»"


def _interviewer(text: str, names: Names) -> str:
    match = _INTERVIEWER.search(text)
    person = names.at(match.end(), match.end() + _REACH) if match else None
    return person.value.name if person is not None else ""
