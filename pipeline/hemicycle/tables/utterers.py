"""Who utters the words at a place of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Turns:
    """The turns of speech of a text; none stands inside another."""

    def __init__(self, turns: Iterable[tuple[int, int, int, str]]) -> None:
        """Take the turns.

        Args:
            turns: first and one-past-last character of each, from 0, its number, its speaker.
        """
        self._turns = sorted(turns)
        self._starts = [turn[0] for turn in self._turns]
        self._speakers = {number: speaker for _, _, number, speaker in self._turns}

    def __len__(self) -> int:
        """The number of turns."""
        return len(self._turns)

    @property
    def only_speaker(self) -> str:
        """The speaker of the one turn that there is, empty if there are several."""
        return self._turns[0][3] if len(self._turns) == 1 else ""

    def speaker_of(self, number: int) -> str:
        """The speaker of a turn, empty if nobody is named or no turn has this number."""
        return self._speakers.get(number, "")

    def _at(self, start: int, end: int) -> tuple[int, int, int, str] | None:
        index = bisect_right(self._starts, start) - 1
        return self._turns[index] if index >= 0 and end <= self._turns[index][1] else None

    def number_at(self, start: int, end: int) -> str:
        """The number of the turn that covers a place, empty if none does."""
        turn = self._at(start, end)
        return str(turn[2]) if turn else ""

    def speaker_at(self, start: int, end: int) -> str | None:
        """The speaker of the turn that covers a place, empty if nobody is named; None if none."""
        turn = self._at(start, end)
        return turn[3] if turn else None


class Utterers:
    """Whoever is quoted, else whoever has the turn, else whoever gives the text."""

    def __init__(self, quoted: Iterable[tuple[int, int, str]], turns: Turns, speaker: str) -> None:
        """Take the quotations of a text.

        Args:
            quoted: first and one-past-last character of each, from 0, and who is quoted, empty if
                nobody knows.
            turns: the turns of the text.
            speaker: who utters the text, empty if nobody knows.
        """
        self._speaker = speaker
        self._turns = turns
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
        """Who utters all of a place: the speaker of the innermost quotation that covers it, of the
        turn, of the document.

        Args:
            start: its first character, from 0.
            end: one past its last character.

        Returns:
            A name, empty if nobody knows.
        """
        number = bisect_right(self._starts, start) - 1
        while number >= 0 and self._quoted[number][1] < end:
            number = self._around[number]
        if number >= 0:
            return self._quoted[number][2]
        turn = self._turns.speaker_at(start, end)
        return self._speaker if turn is None else turn
