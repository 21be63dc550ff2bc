"""Who takes part, as the head of an interview or debate lists it: `Invitée : Awa Roy, maire`."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names
from hemicycle.folding import fold

_LISTED = re.compile(r"(?P<part>[^\W\d_]+)(?:\(?e?\)?s)?\s?:\s")
_HEAD = 15


def cast(lines: list[Line], names: Names) -> dict[str, str]:
    """The interviewers of a text: name to the word of the head that tells it."""
    found: dict[str, str] = {}
    for line in lines[:_HEAD]:
        match = _LISTED.match(line.text)
        if match is None or fold(match["part"]) not in lexicon().interviewers:
            continue
        person = names.at(line.start + match.end(), line.end)
        if person is not None:
            found[person.value.name] = match["part"].lower()
    return found
