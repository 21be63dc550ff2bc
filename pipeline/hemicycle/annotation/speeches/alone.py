"""Texts by one person: a speech, a letter, a column, where the text says whose it is."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line, first_procedure
from hemicycle.annotation.speeches.names import Names
from hemicycle.annotation.speeches.signatures import signatures
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.knowledge.grammar import BY, OF, OF_THE_MANY, PLAIN_OF, TO, WITH, closed
from hemicycle.knowledge.patterns import Pattern

_HEAD_LINES = 8
_LONGEST_HEAD = 400
_LONGEST_TITLE = 250
# `Discours de Mme X`, `Déclaration du Premier ministre, M. X`, `prononcé par X`.
_OF = Pattern(r"\b<of~>", of=(OF - OF_THE_MANY) | BY, space=r"\s")
_WITH = Pattern(r"\b<with_>\s?", with_=WITH | PLAIN_OF)
# What stands between is whom a text is about or for: `Lettre du maire à M. X`.
_OTHERS = Pattern(
    r"\b<others>\b",
    others=TO
    | closed(
        "preposition",
        lemma=("pour", "avec", "sur", "contre", "en", "devant", "chez", "dans", "lors"),
    ),
)
_FIRST_PERSON = re.compile(r"\b(?:je|nous|mon|ma|mes|notre|nos)\b|\b[jm]['’]", re.IGNORECASE)
_QUOTED = re.compile(r"[«“][^»”]*[»”]")
_BY = re.compile(r"(?:par|de|signée?(?:\s(?:par|de))?\s?:?)\s", re.IGNORECASE)
_REACH = 90
_ADDRESS = 12
_FEWEST_MAIL = 2


def by_one(text: str, lines: list[Line], names: Names, speaker: str) -> Draft | None:
    """The whole text as one turn, None where nothing tells that one person says it.

    Args:
        text: the text.
        lines: its lines.
        names: its persons.
        speaker: who the metadata say utters it, empty if they do not.
    """
    head = [line for line in lines[:_HEAD_LINES] if len(line.text) <= _LONGEST_HEAD]
    if sum(fold(line.text).startswith(lexicon().mail) for line in head) >= _FEWEST_MAIL:
        return None
    titled = _titled(head, names)
    opening = _salutation(lines)
    spoken = any(words in fold(line.text) for line in head for words in lexicon().spoken)
    first = opening if opening is not None else _behind_head(lines, head)
    while titled is not None and first < len(lines) and lines[first].start < titled.end:
        first += 1
    last = _foot(lines, first)
    if last <= first:
        return None
    if opening is None and not spoken and not (titled and _in_first_person(lines[first:last])):
        return None
    who = [titled] if titled is not None else []
    if not who and not speaker and opening is not None:
        who = signatures(lines, last, names)
    name = "; ".join(person.value.name for person in who) or speaker
    role = who[0].value.role if len(who) == 1 else ""
    if not name:
        return None
    return Draft(lines[first].start, lines[last - 1].end, name, name, role, kind="speech")


def _in_first_person(lines: list[Line]) -> bool:
    """Whether more than half of the paragraphs speak of `je` or `nous`, and few are quoted."""
    speaking = sum(_FIRST_PERSON.search(_QUOTED.sub("", line.text)) is not None for line in lines)
    quoting = sum(line.text[0] in "«“" for line in lines)
    return speaking * 2 > len(lines) and quoting * 4 <= len(lines)


def guest_of(lines: list[Line], names: Names, speaker: str) -> tuple[str, str]:
    """Name and function of the person whom the title of a text names as its speaker."""
    titled = _titled(lines[:_HEAD_LINES], names) or _interviewed(lines[:_HEAD_LINES], names)
    return (titled.value.name, titled.value.role) if titled is not None else (speaker, "")


def _interviewed(head: list[Line], names: Names) -> Mention[Person] | None:
    """The person with whom the title says the interview is."""
    for line in head:
        if any(word in fold(line.text) for word in lexicon().interviews):
            for behind in _WITH.finditer(line.text):
                start = line.start + behind.end()
                if (found := names.at(start, start + _ADDRESS)) is not None:
                    return found
    return None


def introduction(lines: list[Line], stop: int, guest: tuple[str, str]) -> list[Draft]:
    """What the guest of a press conference says before the first question.

    Args:
        lines: the lines of the text.
        stop: where the first label stands.
        guest: name and function.
    """
    before = [line for line in lines if line.end <= stop]
    first = next((k for k, line in enumerate(before) if line.is_prose), len(before))
    last = len(before)
    while last > first and not before[last - 1].is_prose:
        last -= 1
    if not guest[0] or last <= first:
        return []
    section = before[first - 1].text if first and before[first - 1].is_heading else ""
    start, end = before[first].start, before[last - 1].end
    return [Draft(start, end, guest[0], *guest, kind="speech", section=section)]


def _titled(head: list[Line], names: Names) -> Mention[Person] | None:
    """The person whom the title names as its speaker."""
    genre = lexicon().genre
    for number, line in enumerate(head):
        match = genre.search(fold(line.text))
        if match is None or len(line.text) > _LONGEST_TITLE:
            continue
        # Folding may open ligatures: the place is found again in the line itself.
        at = max(0, match.start() - 2)
        for behind in _OF.finditer(line.text, at):
            start = line.start + behind.end()
            found = names.at(start, min(line.end, start + _REACH))
            if found is not None and not _OTHERS.search(
                line.text, behind.end(), found.start - line.start
            ):
                return found
        near = head[max(0, number - 2) : number], head[number + 1 : number + 3]
        if found := _above(near[0], line, names) or _below(near[1], names):
            return found
    return None


def _above(before: list[Line], line: Line, names: Names) -> Mention[Person] | None:
    """The person with whom the title, or a line above it, begins: `Mme X, ministre de la Mer`."""
    for title in (line, *reversed(before)):
        found = names.at(title.start, title.start + _ADDRESS)
        # A short line may have its name in the next one.
        if found is None or found.end > title.end:
            continue
        if found.end == title.end or title.text[found.end - title.start] in ",:(":
            return found
    return None


def _below(behind: list[Line], names: Names) -> Mention[Person] | None:
    """The person whom a line under a title gives as its author: `Par Awa Roy`."""
    for line in behind:
        if match := _BY.match(line.text):
            start = line.start + match.end()
            return names.at(start, start + _ADDRESS)
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
    end = first_procedure(lines, first + 1, len(lines))
    while end > first + 1 and (lines[end - 1].is_heading or lines[end - 1].is_note):
        end -= 1
    return end
