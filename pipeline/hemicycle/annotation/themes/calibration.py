"""How likely a topic is right, by its weight and its share of the heaviest topic's.

A logistic function whose parameters ``hemicycle calibrate`` fits to the labelled sentences of
``models/gold`` and writes to ``models/calibration/themes.toml`` (Platt, "Probabilistic outputs for
support vector machines", 1999).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p

from hemicycle.knowledge.use import load_toml

FILE = ("calibration", "themes.toml")


@dataclass(frozen=True, slots=True)
class Calibration:
    """The parameters of the logistic function."""

    intercept: float
    weight: float
    share: float

    @classmethod
    def load(cls) -> Calibration:
        """The shipped parameters.

        Raises:
            ResourceError: the file is absent.
        """
        table = load_toml(*FILE)
        return cls(table["intercept"], table["weight"], table["share"])

    def score(self, total: float, share: float) -> float:
        """The chance that a topic is right, 0 to 1."""
        features = self.features(total, share)
        return 1 / (1 + exp(-(self.intercept + self.weight * features[0] + self.share * share)))

    @staticmethod
    def features(total: float, share: float) -> tuple[float, float]:
        """What the chance depends on: the logarithm of the weight, and the share."""
        return log1p(total), share
