"""What stands in the brackets of a label: a party or group, a constituency, a function."""

from __future__ import annotations

import re

from hemicycle.annotation.people.lexicon import lexicon as names_lexicon
from hemicycle.annotation.people.role_lexicon import begins_with_function

_GROUP_NAMED = re.compile(r"\b(?:au nom du|pour le|du) groupe\s+(?P<group>[^,;()\n]{1,60})", re.I)
_PARTS = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+")
# `PS`, `Lib.`, `N-VA`, `Verts/ALE`: a constituency beside it stands behind, or is a word.
_SHORT = re.compile(r"[\w/&-]*[A-ZÉÈ][\w/&-]*[A-ZÉÈ][\w/&-]*|[A-ZÉÈ]\w{1,5}\.|[A-ZÉÈ]")
_LONGEST_GROUP = 45


def told(brackets: tuple[str, ...], role: str, *, constituencies: bool = False) -> tuple[str, str]:
    """The group and the function that brackets give, and the role beside them.

    Args:
        brackets: what stands in each of them.
        role: the function that stands outside.
        constituencies: whether a word alone in brackets is where a member is elected.

    Returns:
        The group, empty if none; the role.
    """
    groups: list[str] = []
    for inside in brackets:
        for part in filter(None, _PARTS.split(inside)):
            if begins_with_function(part):
                role = role or part
            elif len(part) <= _LONGEST_GROUP and any(map(str.isupper, part)):
                groups.append(part.strip())
    named = _GROUP_NAMED.search(role)
    short = next((group for group in groups if _SHORT.fullmatch(group)), "")
    word = "" if constituencies else next(iter(groups), "")
    if names_lexicon().is_place(word):
        word = ""
    return short or word or (named["group"].strip() if named else ""), role
