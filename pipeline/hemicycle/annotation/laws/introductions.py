"""Abbreviations that a text introduces behind a citation: ``(LAsi)``, ``(dit « DSA »)``."""

from __future__ import annotations

import re
from dataclasses import replace

from hemicycle.annotation.laws.grammar import Match
from hemicycle.annotation.laws.tokens import ABBREVIATION, Tokens
from hemicycle.kinds.laws import Law

# Right behind the citation, or behind its title, which holds no other clause.
_INTRODUCTION = re.compile(
    r"(?P<title>[^().;:!?\n]{0,150}?)\s*\(\s*"
    r"(?P<said>(?:ci-après(?:\s+dénommée?)?|dite?|la|le)\s*:?\s*)?[«\"“]?\s*"
    rf"(?P<form>{ABBREVIATION})"
    r"\s*[»\"”]?\s*(?:[;,][^()\n]{0,60})?\)"
)


# Without parentheses: `, dit « Dublin III »`, `, dite loi Veil`.
_CALLED = re.compile(
    r"\s*,?\s*dite?s?\s+(?:loi\s+)?(?:[«\"“]\s*(?P<quoted>(?!\s)[^»\"”\n]{2,60}?(?<!\s))\s*[»\"”]"
    r"|(?P<form>[A-ZÉ][\w-]*(?:\s+[A-Z][\w-]*){0,4}))"
)


def introduced_behind(
    tokens: Tokens, end: int, law: Law, following: Match | None
) -> tuple[str, Law, int] | None:
    """The abbreviation introduced behind a citation.

    Args:
        tokens: of the text.
        end: one past the last character of the citation.
        law: what it cites.
        following: the citation behind it, if there is one.

    Returns:
        The abbreviation or by-name, what it means, and one past the last character of its
        introduction; None if none is introduced.
    """
    match = _CALLED.match(tokens.text, end)
    if match is not None:
        return match["quoted"] or match["form"], replace(law, article=""), match.end()
    match = _INTRODUCTION.match(tokens.text, end)
    if match is None or match["form"] not in tokens.introduced:
        return None
    titled = bool(match["title"].strip())
    if titled and not match["said"] and match["form"][0] != law.name[0].upper():
        return None
    if following is not None and tokens.starts[following.first] < match.start("form"):
        return None
    return match["form"], replace(law, article=""), match.end()
