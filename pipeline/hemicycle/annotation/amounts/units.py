"""Units of measure, percent and points, looked up right behind a number.

Symbols are those of the SI brochure (BIPM, 9th edition) and of ISO 80000; the rest is
``models/lexicons/units.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hemicycle.annotation.amounts.phrases import Found, PhraseBook, plurals
from hemicycle.annotation.amounts.words import heads_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_SPACE = r"[ \u00a0\u202f\u2009]"


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        symbol: as the tables show it.
        article: may it follow ``un`` or ``une``?
    """

    symbol: str
    article: bool = False


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, spaces of every kind being alike."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", rf"{_SPACE}?") for phrase in ordered)


class Units:
    """All units of measure."""

    def __init__(self) -> None:
        self._names: PhraseBook[Unit] = PhraseBook()
        self._symbols: dict[str, Unit] = {}
        for row in load_toml("lexicons", "units.toml")["unit"]:
            unit = Unit(row["unit"], row.get("article", False))
            for name in row.get("names", []):
                self._names.add_all(plurals(name), unit)
                self._names.add_all(plurals(name.replace("-", " ")), unit)
            for symbol in row.get("symbols", []):
                self._symbols[symbol] = unit
        ordered = sorted(self._symbols, key=len, reverse=True)
        self._pattern = re.compile(
            rf"{_SPACE}?(?P<symbol>{'|'.join(map(re.escape, ordered))})(?![\w²³€$£'’])"
        )
        percent = load_toml("lexicons", "amounts.toml")["percent"]
        word = r"(?!\w)"
        self._percents = {"mille": "‰", "basis": "bp", "points": "pp"}
        self._percent = re.compile(
            rf"{_SPACE}?(?P<mille>{_any(percent['per_mille'])}){word}"
            rf"|{_SPACE}{{0,2}}(?:{_any(percent['signs'])})"
            rf"|[ \u00a0\u202f\n-](?:{_any(percent['words'])}){word}"
            rf"|{_SPACE}(?:(?P<basis>{_any(percent['basis_points'])})"
            rf"|(?P<points>{_any(percent['points'])})){word}",
            re.IGNORECASE,
        )

    def heads(self) -> Iterator[str]:
        """What the names and symbols of units begin with: a folded word."""
        yield from self._names.heads()
        for symbol in self._symbols:
            yield from heads_of(symbol)

    def stop(self, text: str, place: int, *, figures: bool) -> Found[Unit] | None:
        """The unit of measure that begins at ``place`` or one space or hyphen after it."""
        if figures:
            match = self._pattern.match(text, place)
            if match is not None:
                name = self._names.at(text, match.end() + 1) if match["symbol"] == "°" else None
                if name is not None and name.value.symbol in ("°C", "°F"):
                    return name
                return Found(match.end(), self._symbols[match["symbol"]], 1)
        at = place + (place < len(text) and text[place] in " \u00a0\u202f\u2009\n-")
        return self._names.at(text, at)

    def named(self, text: str, place: int) -> Found[Unit] | None:
        """The unit whose name or symbol begins exactly at ``place``."""
        match = self._pattern.match(text, place)
        if match is not None:
            return Found(match.end(), self._symbols[match["symbol"]], 1)
        return self._names.at(text, place)

    def percent(self, text: str, place: int) -> tuple[int, str] | None:
        """The end and the unit of a percentage, per mille, points or basis points."""
        match = self._percent.match(text, place)
        if match is None:
            return None
        return match.end(), self._percents.get(match.lastgroup or "", "%")


@per_knowledge
def units() -> Units:
    """The units, read once per process."""
    return Units()
