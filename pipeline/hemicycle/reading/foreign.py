"""The lines of a text that are in another language, read once."""

from __future__ import annotations

from hemicycle import foreign_lines as lines
from hemicycle.reading.reading import Reading


def foreign_lines(reading: Reading) -> list[tuple[int, int]]:
    """Start and end of each, in order (:mod:`hemicycle.foreign_lines`)."""
    return lines.foreign_lines(reading.text, reading.words.tokens)
