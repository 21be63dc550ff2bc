"""Linear models of the logarithm of the odds, with their fitted weights under
``models/calibration/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import copysign, exp, inf, log

from hemicycle.knowledge.use import load_toml

CONSTANT = "constant"
_FARTHEST = 700


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model of the logarithm of the odds.

    Attributes:
        constant: its value where nothing is seen.
        of: the weight of each feature.
    """

    constant: float
    of: Mapping[str, float]

    @classmethod
    def of_lines(cls, lines: Mapping[str, tuple[float, ...]]) -> Weights:
        """The weights of a table as it was fitted: of each feature its weight comes first."""
        weights = {name: line[0] for name, line in lines.items()}
        return cls(weights.pop(CONSTANT), weights)

    def score(self, seen: Iterable[str]) -> float:
        """The logarithm of the odds, by the names of the features that hold."""
        of = self.of
        total = self.constant
        for name in seen:
            total += of[name]
        return total

    def weigh(self, facts: Mapping[str, float]) -> float:
        """The logarithm of the odds, by the features with their numbers; absent ones are 0."""
        of = self.of
        total = self.constant
        for name, number in facts.items():
            total += of[name] * number
        return total


def chance(odds: float) -> float:
    """The chance whose odds have this logarithm."""
    return 1 / (1 + exp(-odds)) if odds > -_FARTHEST else 0.0


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, infinite at its ends."""
    return log(chance / (1 - chance)) if 0 < chance < 1 else copysign(inf, chance - 0.5)


def load_weights(file: tuple[str, ...], table: str) -> Weights:
    """The weights of a table of a file.

    Args:
        file: its path under ``models/``.
        table: the name of the table.

    Raises:
        ResourceError: the file is absent.
    """
    weights = {name: float(row["weight"]) for name, row in load_toml(*file)[table].items()}
    return Weights(weights.pop(CONSTANT), weights)
