"""Texts whose turns are marked: `M. Roy. ⟦Jean Roy; kind=answer⟧What he says.⟦/⟧`.

`⟦?⟧` opens a turn of somebody who is not named. A file holds several texts, each under a line
`=== name`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"⟦([^⟧]*)⟧")
_HEAD = re.compile(r"^=== (\w+)\n", re.MULTILINE)


@dataclass
class Turn:
    """A wanted turn: its place in the text, who speaks, and what else is told of it."""

    start: int
    end: int
    speaker: str
    told: dict[str, str] = field(default_factory=dict)


def unmarked(marked: str) -> tuple[str, list[Turn]]:
    """The text without its marks, and the turns that they tell."""
    text, turns, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1] == "/":
            turns[-1].end = len(text)
            continue
        speaker, *parts = re.split(r"; (?=\w+=)", mark[1])
        told = dict(part.split("=", 1) for part in parts)
        turns.append(Turn(len(text), len(text), "" if speaker == "?" else speaker, told))
    return text + marked[at:], turns


def texts(path: Path) -> dict[str, str]:
    """The marked texts of a file by name."""
    parts = _HEAD.split(path.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))
