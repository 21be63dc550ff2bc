"""The lines of a text that are in another language, read once."""

from __future__ import annotations

from hemicycle.ingestion.cleaning import foreign_lines as cleaning
from hemicycle.reading.reading import Reading


def foreign_lines(reading: Reading) -> list[tuple[int, int]]:
    """Start and end of each, in order (:mod:`hemicycle.ingestion.cleaning.foreign_lines`)."""
    return cleaning.foreign_lines(reading.text)
