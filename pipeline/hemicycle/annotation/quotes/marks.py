"""Where quotation marks open and close: French, English and straight ones, nested, over paragraphs.

A quotation of several paragraphs opens each of them with a mark and closes only the last
(Imprimerie nationale, *Lexique des règles typographiques*, `guillemets`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[«»“”\"\n]")
_LONGEST = 6000
_CLOSING = {"»": "«", "”": "“"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage with its marks: first character and one past the last."""

    start: int
    end: int


def quoted_passages(text: str) -> list[Quoted]:
    """The outermost quoted passages of a text, in order.

    A mark that nothing closes within a long paragraph's length opens nothing.
    """
    passages: list[Quoted] = []
    opened: list[tuple[str, int]] = []
    fresh = True  # only spaces since the start of the paragraph
    last = 0
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        fresh = (fresh or last == 0) and not text[last:place].strip()
        last = match.end()
        if mark == "\n":
            fresh = True
            opened = [entry for entry in opened if entry[0] != '"']
            continue
        if opened and place - opened[0][1] > _LONGEST:
            opened = []
        if mark == '"':
            if opened and opened[-1][0] == '"':
                _close(opened, passages, place)
            else:
                opened.append((mark, place))
        elif mark in _CLOSING:
            while opened and opened[-1][0] != _CLOSING[mark]:
                opened.pop()
            if opened:
                _close(opened, passages, place)
        elif not (opened and fresh):
            opened.append((mark, place))
        fresh = False
    return passages


def _close(opened: list[tuple[str, int]], passages: list[Quoted], place: int) -> None:
    """Close the innermost mark; a passage is kept when it was the outermost."""
    _, start = opened.pop()
    if not opened:
        passages.append(Quoted(start, place + 1))
