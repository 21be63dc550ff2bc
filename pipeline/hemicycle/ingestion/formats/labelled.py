"""How a turn that markup gives to somebody is written: with a label, as printed records have it."""

from __future__ import annotations

import re

from hemicycle.document import Member

# `M. `, `Mme `, `L'hon. ` before a name; a record prints them, a member has none.
_ADDRESS = re.compile(
    r"^(?:(?:MM?\.|M(?=\s)|Mmes?|Mlles?|Monsieur|Madame|Me|Dr|Mrs?\.?|Ms\.?"
    r"|[LlT](?:['’]|he )?\s?[Hh]on(?:\.|orable)?)\s+)+"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_ARTICLE = re.compile(r"(?:Le|La|Les)\s[a-zà-ÿ]|L['’][a-zà-ÿ]")  # `Le président`, no `Le Goff`
_SHORTEST = 2
_STOPS = " .,:;–—-"


def label_of(name: str, role: str, group: str, style: str) -> str:
    """The label of a turn, empty if nobody is named or the words have theirs.

    Args:
        name: as the source prints it (`Mme Awa Roy`, `Roy | Awa`).
        role: the function.
        group: party or group.
        style: ``point`` (`Mme Awa Roy, ministre.`), ``colon`` (`Awa Roy (PS) :`), or empty.
    """
    name = _usual(name).strip(_STOPS)
    role = role.strip(_STOPS)
    if not name or not style:
        return ""
    if style == "point":
        return f"{name}, {role}." if role else f"{name}."
    return f"{name} ({group}) :" if group and "(" not in name else f"{name} :"


def member_of(name: str, role: str, group: str) -> Member | None:
    """Who is named, without words of address and brackets; None for a function alone."""
    bare = _ADDRESS.sub("", _BRACKET.sub("", _usual(name))).strip(_STOPS)
    words = bare.split()
    if len(bare) < _SHORTEST or not bare[0].isupper() or _ARTICLE.match(bare):
        return None
    bare = " ".join(_title(word) if word.isupper() and len(word) > 1 else word for word in words)
    return Member(bare, role.strip(_STOPS), group.strip())


def _title(word: str) -> str:
    """`LE-GOFF` as `Le-Goff`: records print surnames in capitals."""
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def _usual(name: str) -> str:
    """`Jean-Paul | Roy` as `Jean-Paul Roy`."""
    return " ".join(part.strip() for part in name.split("|"))
