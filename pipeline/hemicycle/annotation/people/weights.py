"""The fitted weights of what is seen of candidates, from ``models/calibration/people.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import copysign, exp, inf, log

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

FILE = ("calibration", "people.toml")
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


@per_knowledge
def name_weights() -> Weights:
    """The weights of what is seen of a candidate at its place.

    Raises:
        ResourceError: the file is absent.
    """
    return _weights("names")


@per_knowledge
def agreement_weights() -> Weights:
    """The weights of what the whole document tells of a candidate.

    Raises:
        ResourceError: the file is absent.
    """
    return _weights("agreement")


@per_knowledge
def role_weights() -> Weights:
    """The weights by which a function alone means a person.

    Raises:
        ResourceError: the file is absent.
    """
    return _weights("roles")


def _weights(table: str) -> Weights:
    return weights_of(FILE, table)


def weights_of(file: tuple[str, ...], table: str) -> Weights:
    """The fitted weights of one table of a file of ``models/calibration/``.

    Args:
        file: its path below ``models/``.
        table: the name of the table.

    Raises:
        ResourceError: the file is absent.
    """
    weights = {name: float(row["weight"]) for name, row in load_toml(*file)[table].items()}
    return Weights(weights.pop(CONSTANT), weights)
