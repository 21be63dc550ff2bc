"""From scores to entities, by the rules of spaCy's ``BiluoPushDown``.

Outside of an entity the next action depends on the word alone, so all words are decided at once;
then each entity that may begin is followed word by word, all of them abreast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from hemicycle.annotation.entities.network import Flags, Floats, Ints, Network


class Entity(NamedTuple):
    """First and one-past-last row of an entity, and its label."""

    start: int
    end: int
    label: str


class Decoder:
    """Picks the best allowed action at each word."""

    def __init__(self, actions: Sequence[str]) -> None:
        """Name the actions in the order of their scores (``B-PER``, ``U-LOC``, ``O``)."""
        self._labels = [action.partition("-")[2] for action in actions]
        moves = np.array([action[0] for action in actions])
        self._begins = moves == "B"
        self._units = moves == "U"
        self._never_outside = ~(self._begins | self._units | (moves == "O"))
        by_name = {action: index for index, action in enumerate(actions)}
        # For each action that begins an entity, the ones that go on with it and end it.
        self._in = np.array([by_name.get(f"I-{label}", -1) for label in self._labels])
        self._last = np.array([by_name.get(f"L-{label}", -1) for label in self._labels])

    def entities(
        self, network: Network, vectors: Floats, space: Flags, closes: Flags
    ) -> Iterator[Entity]:
        """The entities among some rows, in order.

        Args:
            network: gives the scores.
            vectors: of the words in context, shape (rows, width).
            space: rows that begin no entity: white space, and words beside those that are read.
            closes: rows that no entity can run beyond: ends of sentences, of passages, empty rows.
        """
        scores = network.outside(vectors)
        scores[:, self._never_outside] = -np.inf
        scores[np.ix_(closes | space, self._begins)] = -np.inf
        scores[np.ix_(space, self._units)] = -np.inf
        chosen = scores.argmax(axis=1)
        ends = self._ends(network, vectors, closes, chosen)
        reached = 0
        for start in np.flatnonzero(self._begins[chosen] | self._units[chosen]).tolist():
            if start >= reached:
                reached = ends.get(start, start + 1)
                yield Entity(start, reached, self._labels[chosen[start]])

    def _ends(
        self, network: Network, vectors: Floats, closes: Flags, chosen: Ints
    ) -> dict[int, int]:
        """One-past-last row of each entity that may begin, by its first row."""
        ends: dict[int, int] = {}
        starts = np.flatnonzero(self._begins[chosen])
        words = starts + 1
        while len(starts):
            scores = network.inside(vectors, words, starts)
            at, actions = np.arange(len(starts)), chosen[starts]
            go_on, last = self._in[actions], self._last[actions]
            better = np.where(
                go_on < last,
                scores[at, go_on] >= scores[at, last],
                scores[at, go_on] > scores[at, last],
            )
            open_still = better & ~closes[words]
            ends.update(
                zip(starts[~open_still].tolist(), (words[~open_still] + 1).tolist(), strict=True)
            )
            starts, words = starts[open_still], words[open_still] + 1
        return ends
