"""Tables of contents and summaries of sittings: their lines stand again as headings in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hemicycle.folding import fold

_LEADERS = re.compile(r"\S.*?(?:\s?[.…·_]){4,}\s*(\d{1,4})\s*$")
_PAGE = re.compile(r"(?:\s|\()\s*(?:p(?:age)?\.?\s*)?(\d{1,4})\)?\s*$")
_HEADING = re.compile(
    r"(?:sommaire|table des matières|contenu|ordre du jour)(?: de la séance)?\s*:?$", re.IGNORECASE
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_TITLE = re.compile(r"(?:MM?\.|Mmes?\b\.?)\s")
_STOP = re.compile(r"[.!?…»](?:\s|$)")
_FEWEST_ENTRIES = 3
_LONGEST_ENTRY = 300
# What is said of the contents of a longer list of lines would be said of the text itself.
_MOST_ENTRIES = 2_000
# How many of the lines must stand again in the text: names of speakers in a summary do not.
_SHARE_REPEATED = 0.4


def without_contents(text: str) -> str:
    """A text without its table of contents and its heading.

    That is a run of three lines or more that end in dots and a page number, the numbers never
    falling, under such a heading or with lines that stand again in the text (dots stand before
    amounts too); or the lines under `SOMMAIRE`, `Table des matières` up to where the first of them
    stands again in the text, if many of them stand there again, as headings do, with a page number
    or without, and none of the others is a sentence, which would be what somebody says.
    """
    lines = text.split("\n")
    dropped = _with_leaders(lines) | _repeated(lines)
    if not dropped:
        return text
    return "\n".join(line for index, line in enumerate(lines) if index not in dropped)


def _with_leaders(lines: Sequence[str]) -> set[int]:
    dropped: set[int] = set()
    run: list[int] = []
    last = 0
    standing = Counter(filter(None, map(_key, lines)))
    for index, line in enumerate([*lines, "end"]):
        entry = _LEADERS.match(line) if len(line) <= _LONGEST_ENTRY else None
        page = int(entry[1]) if entry else -1
        if page >= last and entry:
            run.append(index)
            last = page
        elif line.strip():
            if len(run) >= _FEWEST_ENTRIES:
                heading = _heading_above(lines, run[0])
                again = sum(standing[_key(lines[i])] > 1 for i in run)
                if heading or again >= _SHARE_REPEATED * len(run):
                    dropped.update(run, heading)
            run, last = ([index], page) if entry else ([], 0)
    return dropped


def _heading_above(lines: Sequence[str], first: int) -> list[int]:
    """The line above a table of contents, if it is its heading."""
    above = next((i for i in range(first - 1, -1, -1) if lines[i].strip()), None)
    return [above] if above is not None and _HEADING.match(lines[above].strip()) else []


def _repeated(lines: Sequence[str]) -> set[int]:
    """The lines from the first heading of contents to where its first entry stands again."""
    heading = next((i for i, line in enumerate(lines) if _HEADING.match(line.strip())), None)
    if heading is None:
        return set()
    entries = [i for i in range(heading + 1, len(lines)) if lines[i].strip()][: _MOST_ENTRIES + 1]
    keys = {i: _key(lines[i]) for i in entries}
    again = next((i for i in entries[1:] if keys[i] and keys[i] == keys[entries[0]]), None)
    if again is None:
        return set()
    listed = [i for i in entries if i < again]
    after = {_key(line) for line in lines[again:]} - {""}
    alone = [i for i in listed if keys[i] not in after]
    if len(listed) < _FEWEST_ENTRIES or len(alone) > (1 - _SHARE_REPEATED) * len(listed):
        return set()
    if any(_is_said(lines[i].strip()) for i in alone):
        return set()
    return set(range(heading, again))


def _is_said(line: str) -> bool:
    """Whether a line that is no heading is what somebody says, not a list of who speaks."""
    words, titles = _TITLE.subn("", line)
    if titles and line.startswith("M"):
        return bool(_STOP.search(words[:-1]))
    return len(line) > _LONGEST_ENTRY or (" " in words and bool(_STOP.search(words[-1])))


def _key(line: str) -> str:
    """A heading without dots, page, stops and capitals; empty if it is too long for one."""
    if len(line) > _LONGEST_ENTRY:
        return ""
    return _NOT_LETTERS.sub(" ", fold(_PAGE.sub("", line.strip()))).strip()
