"""A turn while it is being read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Draft:
    """A turn whose kind is not decided yet.

    Attributes:
        start: where what is said begins, from 0.
        end: one past its last character.
        who: what tells speakers apart: a name, or the label where there is none.
        speaker: canonical name, empty if nobody is named.
        role: the function that the text gives, or words that stand for a name.
        group: party or group.
        kind: how it is spoken, empty while that is open.
        section: the heading above.
        words: how many words are said.
        asked: whether it stands where members ask and ministers answer.
        label: characters of the label before it, 0 if it has none.
        gives_floor: whether the chair gives the floor in it.
    """

    start: int
    end: int
    who: str
    speaker: str = ""
    role: str = ""
    group: str = ""
    kind: str = ""
    section: str = ""
    words: int = 0
    asked: bool = False
    label: int = 0
    gives_floor: bool = False
