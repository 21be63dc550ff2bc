"""Who signs a text, below what it says."""

from __future__ import annotations

from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_MOST = 40
_ADDRESS = 12  # characters that may stand before a name: `Signé : Mme`


def signatures(lines: list[Line], first: int, names: Names) -> list[Mention[Person]]:
    """The persons with whose names the last lines begin, in order, each once.

    Args:
        lines: the lines of a text.
        first: the first of them that nobody says.
        names: the persons of the text.
    """
    found: dict[str, Mention[Person]] = {}
    for line in lines[first : first + _MOST]:
        person = names.at(line.start, line.start + _ADDRESS)
        if person is not None and person.end <= line.end and " " in person.value.name:
            found.setdefault(person.value.name, person)
    return list(found.values())
