"""A date of the document, as the amounts are offered it."""

from __future__ import annotations

from typing import NamedTuple


class Day(NamedTuple):
    """A date of the document.

    Attributes:
        start: first character, from 0.
        end: one past the last character.
        value: its TIMEX3 value.
    """

    start: int
    end: int
    value: str
