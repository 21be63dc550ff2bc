"""A function in the line beneath a name: signatures, captions, `Présidence de Mme X`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.roles import Role
from hemicycle.reading.words import Words

_LINE_END = re.compile(r"[ \u00a0]*(?:\n|\Z)")
_BREAK = re.compile(r"[ \u00a0]*,?[ \u00a0]*\n[ \u00a0]*")
_BLOCK = re.compile(
    r"(?:\A|\n[ \u00a0]*\n|[Pp]résidence de|PRÉSIDENCE DE)[ \u00a0]*"
    r"(?:(?:M\.|MM\.|Mme|Me|Dr|Pr|Monsieur|Madame)[ \u00a0]*)?\Z",
)
_LEAD = 40  # characters


def role_beneath(words: Words, starting: Mapping[int, Role], candidate: Candidate) -> Role | None:
    """The function that fills the line beneath a name, None if none does.

    The name stands alone in the first line of a block, or behind `Présidence de`.

    Args:
        words: the text's words.
        starting: its functions by their first word.
        candidate: the name.
    """
    role = starting.get(candidate.end)
    if role is None:
        return None
    text = words.text
    begin = words.starts[candidate.start]
    if not _BREAK.fullmatch(text, words.ends[candidate.end - 1], words.starts[role.start]):
        return None
    if not _LINE_END.match(text, words.ends[role.end - 1]):
        return None
    return role if _BLOCK.search(text[max(0, begin - _LEAD) : begin]) else None
