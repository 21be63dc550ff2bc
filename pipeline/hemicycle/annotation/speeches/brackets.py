"""What stands in the brackets of a label: a party or group, a constituency, a function."""

from __future__ import annotations

import re

from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.reading.words import Words

_GROUP_NAMED = re.compile(r"\b(?:au nom du|pour le|du) groupe\s+(?P<group>[^,;()\n]{1,60})", re.I)
_PARTS = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+")
_LANGUAGE = re.compile(r"[A-Z]{2}")
_LONGEST_GROUP = 45


def told(brackets: tuple[str, ...], role: str) -> tuple[str, str]:
    """The group and the function that brackets give, and the role beside them.

    Args:
        brackets: what stands in each of them.
        role: the function that stands outside.

    Returns:
        The group, empty if none; the role.
    """
    group = ""
    for inside in brackets:
        for part in _PARTS.split(inside):
            if not part:
                continue
            if role_lexicon().heads.match(Words(part.lower()).forms, 0):
                role = role or part
            elif not group and len(part) <= _LONGEST_GROUP and any(c.isupper() for c in part):
                group = part.strip()
    named = _GROUP_NAMED.search(role)
    return group or (named["group"].strip() if named else ""), role
