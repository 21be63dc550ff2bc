"""The fitted weights of what is seen of candidates, from ``models/calibration/people.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

FILE = ("calibration", "people.toml")
CONSTANT = "constant"


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


@per_knowledge
def name_weights() -> Weights:
    """The weights by which a candidate is a person's name.

    Raises:
        ResourceError: the file is absent.
    """
    weights = {name: float(row["weight"]) for name, row in load_toml(*FILE)["names"].items()}
    return Weights(weights.pop(CONSTANT), weights)
