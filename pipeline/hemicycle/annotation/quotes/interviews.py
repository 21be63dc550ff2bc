"""Turns of an interview: `Aslan Corvel : …` at the start of a line, or answers after a dash.

A turn runs to the end of its paragraphs, up to the next line that names a speaker; where one
person alone is named, a paragraph that asks is the other's. A transcript may set the name on a
line of its own. A text is an
interview when one name opens two lines in this way; a heading with a colon does so once. After
`Entretien avec Aslan Corvel`, paragraphs that open with a dash or `R :` are the answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.kinds.quotes import Quote

_LINE = re.compile(r"^[^\n:«»]{2,60}(?=:[ \u00a0\u202f])", re.MULTILINE)
_AFTER = re.compile(r":[ \u00a0\u202f]+")
_INTERVIEW = re.compile(
    r"\b(?:entretien|entrevue|interview|rencontre|conversation|échange)\s+(?:avec|de|d['’])\s*",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"^[–—-][ \u00a0\u202f](?P<said>[^\n]+)", re.MULTILINE)
_REPLY = re.compile(
    r"^(?:R|Réponse)[ \u00a0\u202f]?[:.][ \u00a0\u202f]+(?P<said>[^\n]+)", re.MULTILINE
)
_LONGEST_INTRODUCTION = 80
_LONGEST_ADDRESS = 12
_LONGEST_TITLE = 45
_FEWEST_TURNS = 2
_FEWEST_SPEAKERS = 2


def dashed_answers(text: str, people: list[Mention[Person]]) -> list[Mention[Quote]]:
    """The answers after a dash or `R :` in a text that says whom it interviews, in order."""
    header = _INTERVIEW.search(text)
    if header is None:
        return []
    near = [m for m in people if 0 <= m.start - header.end() < _LONGEST_INTRODUCTION]
    answers = list(_REPLY.finditer(text, header.end()))
    if len(answers) < _FEWEST_TURNS:
        answers = list(_ANSWER.finditer(text, header.end()))
    if not near or len(answers) < _FEWEST_TURNS:
        return []
    speaker = min(near, key=lambda mention: mention.start)
    quote = Quote(speaker.value.name, "", speaker.start)
    return [Mention(m.start("said"), m.end("said"), "QUOTE", quote) for m in answers]


def interview_turns(
    text: str, people: list[Mention[Person]], found: list[Mention[Quote]]
) -> list[Mention[Quote]]:
    """The turns of an interview as quotations, in order; none in any other text.

    Args:
        text: the text.
        people: its mentions of people.
        found: the quotations between marks; a turn that is one already is left out.
    """
    by_start = {mention.start: mention for mention in people if mention.value.mention == "name"}
    lines: list[tuple[int, int, Mention[Person] | None]] = []
    for match in _LINE.finditer(text):
        after = _AFTER.match(text, match.end())
        if after is None:
            continue
        speaker = next(
            (
                by_start[k]
                for k in range(match.start(), match.start() + _LONGEST_ADDRESS)
                if k in by_start
            ),
            None,
        )
        if speaker is not None:
            between = text[speaker.end : match.end()]
            titled = not between.strip() or between.lstrip()[0] in ",(–—"
            fits = speaker.end <= match.end() and len(between) <= _LONGEST_TITLE
            if not (titled and fits) or "." in between:
                speaker = None
        lines.append((match.start(), after.end(), speaker))
    lines += _names_alone(text, by_start.values())
    lines.sort(key=lambda line: line[0])
    turns = Counter(speaker.value.name for _, _, speaker in lines if speaker is not None)
    quoted = {mention.start for mention in found}
    result = []
    for index, (_, start, speaker) in enumerate(lines):
        if speaker is None or turns[speaker.value.name] < _FEWEST_TURNS or start in quoted:
            continue
        following = lines[index + 1][0] if index + 1 < len(lines) else len(text)
        again = index + 1 < len(lines) and _same(speaker, lines[index + 1][2])
        end = _end_of_answer(text, start, following, again)
        if end > start:
            quote = Quote(speaker.value.name, "", speaker.start)
            result.append(Mention(start, end, "QUOTE", quote))
    return result


def _names_alone(
    text: str, people: Iterable[Mention[Person]]
) -> list[tuple[int, int, Mention[Person] | None]]:
    """The lines of a transcript that hold the name of a speaker and nothing else.

    Two speakers at least have two such lines each: a signature or a heading has not.
    """
    alone: list[tuple[int, int, Mention[Person] | None]] = []
    count: Counter[str] = Counter()
    for mention in people:
        line = text.rfind("\n", 0, mention.start) + 1
        end = text.find("\n", mention.end)
        if end >= 0 and line == mention.start and not text[mention.end : end].strip():
            alone.append((line, end + 1, mention))
            count[mention.value.name] += 1
    speakers = sum(number >= _FEWEST_TURNS for number in count.values())
    return alone if speakers >= _FEWEST_SPEAKERS else []


def _same(one: Mention[Person], other: Mention[Person] | None) -> bool:
    return other is not None and one.value.name == other.value.name


def _end_of_answer(text: str, start: int, following: int, again: bool) -> int:
    """Where a turn ends: before the paragraphs that ask, if the same person speaks again next."""
    end = start + len(text[start:following].rstrip())
    while again and text[start:end].endswith("?"):
        paragraph = text.rfind("\n", start, end)
        if paragraph < 0:
            break
        end = start + len(text[start:paragraph].rstrip())
    return end
