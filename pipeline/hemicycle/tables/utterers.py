"""Who utters the words at a place of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Utterers:
    """Whoever is quoted, else whoever gives the text."""

    def __init__(self, quoted: Iterable[tuple[int, int, str]], speaker: str) -> None:
        """Take the quotations of a text.

        Args:
            quoted: first and one-past-last character of each, from 0, and who is quoted, empty if
                nobody knows.
            speaker: who utters the text, empty if nobody knows.
        """
        self._speaker = speaker
        self._quoted = sorted((q for q in quoted if q[2]), key=lambda q: (q[0], -q[1]))
        self._starts = [start for start, _, _ in self._quoted]
        # For each quotation the nearest before it that goes on further: one that may hold it.
        self._around: list[int] = []
        open_ones: list[int] = []
        for number, (_, end, _) in enumerate(self._quoted):
            while open_ones and self._quoted[open_ones[-1]][1] <= end:
                open_ones.pop()
            self._around.append(open_ones[-1] if open_ones else -1)
            open_ones.append(number)

    def at(self, start: int, end: int) -> str:
        """Who utters all of a place: the speaker of the innermost quotation that covers it.

        Args:
            start: its first character, from 0.
            end: one past its last character.

        Returns:
            A name, empty if nobody knows.
        """
        if not self._quoted:
            return self._speaker
        number = bisect_right(self._starts, start) - 1
        while number >= 0 and self._quoted[number][1] < end:
            number = self._around[number]
        return self._quoted[number][2] if number >= 0 else self._speaker
