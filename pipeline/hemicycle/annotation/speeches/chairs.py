"""Who presides, from which place of the text on."""

from __future__ import annotations

import re
from bisect import bisect_right

from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names

# `Présidence de Mme X`, `sous la présidence de`, `présidée par`, `présence de M. X au fauteuil`.
_PRESIDES = re.compile(
    r"\b(?:sous\s+la\s+)?pr[ée]sidence\s+(?:de\s+|d['’]|:\s*)|\bpr[ée]sid[ée]e?\s+par\s+"
    r"|\bpr[ée]sence\s+(?:de\s+|d['’])(?=[^\n]{3,60}\sau\sfauteuil)|\bvoorgezeten\s+door\s+",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"\bremplace\s[^\n]{3,60}\sau\sfauteuil|\bprend\sla\spr[ée]sidence")
_REACH = 40
_BEFORE = 60


class Chairs:
    """Those who preside over one sitting."""

    def __init__(self, lines: list[Line], first: int, names: Names) -> None:
        """Find who presides, in what nobody says.

        Args:
            lines: those of the text.
            first: where its first turn begins.
            names: its persons.
        """
        found: list[tuple[int, str]] = []
        for line in lines:
            if line.start >= first and line.is_prose:
                continue
            for match in _PRESIDES.finditer(line.text):
                place = line.start + match.end()
                person = names.at(place, place + _REACH)
                if person is not None:
                    found.append((line.start, person.value.name))
            for match in _REPLACES.finditer(line.text):
                place = line.start + match.start()
                person = names.at(max(line.start, place - _BEFORE), place)
                if person is not None:
                    found.append((line.start, person.value.name))
        self._found = sorted(found)
        self._places = [place for place, _ in self._found]

    def at(self, place: int) -> str:
        """Who presides at a place, empty if the text has not told."""
        index = bisect_right(self._places, place) - 1
        return self._found[index][1] if index >= 0 else ""
