"""Whom a text turns to, and who asks in it: greetings, and the opening of a question to ministers.

`Mme Anne Roux attire l'attention du Gouvernement sur` opens questions of deputies and senators;
what is asked stands behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from hemicycle.annotation.keywords.names import Name
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import any_of
from hemicycle.knowledge.use import load_toml

# A greeting is a line of its own and ends in a comma or an exclamation mark.
_LONGEST_GREETING = 200
_BEFORE_NAME = re.compile(
    r"[^\w\n]*(?:(?:MM?\.|Mmes?|Monsieur|Madame|Le député|La députée)[ \u00a0])?"
)
_LONGEST_ADDRESS = 250


@per_knowledge
def _greeting() -> re.Pattern[str]:
    words = any_of(load_toml("lexicons", "sittings.toml")["salutations"])
    return re.compile(
        rf"^[^\w\n]*(?:{words})\b[^\n.:;?]{{0,{_LONGEST_GREETING}}}[,!][ \u00a0]*$", re.I | re.M
    )


@per_knowledge
def _asking() -> re.Pattern[str]:
    verbs = any_of(load_toml("lexicons", "keyword_stops.toml")["asking"])
    group = r"(?:[ \u00a0]\([^()\n]{1,40}\))?"
    whom = rf"(?:[^\n.;?]|\bMM?\.){{0,{_LONGEST_ADDRESS}}}?[ \u00a0]"
    what = r"(?=(?:sur|quant|concernant|s['’]il|si)\b)"
    return re.compile(rf"{group},?[ \u00a0](?:{verbs})\b(?:{whom}{what})?", re.I)


def greetings_of(text: str) -> list[tuple[int, int]]:
    """The lines that greet who listens: `Chers habitants de la vallée,`."""
    return [match.span() for match in _greeting().finditer(text)]


def questions_of(text: str, names: list[Name]) -> list[tuple[Name, int]]:
    """The persons with whom a line opens that asks something of a government.

    Args:
        text: the text.
        names: its names, in order.

    Returns:
        Each with one past the last character of whom is asked.
    """
    asking = _asking()
    found = []
    start = 0
    while start >= 0:
        first = bisect_left(names, start, key=attrgetter("start"))
        if first < len(names) and names[first].person:
            name = names[first]
            if _BEFORE_NAME.fullmatch(text, start, name.start) and (
                asked := asking.match(text, name.end)
            ):
                found.append((name, asked.end()))
        start = text.find("\n", start) + 1 or -1
    return found
