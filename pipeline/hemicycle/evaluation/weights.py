"""Fits the weights of named features and writes them, readable, to ``models/calibration/``.

A table of the file has a line for each feature: its weight; the weight that was believed before the
examples (``prior``), to which it is held; how many examples it was seen in, and in how many of them
what is decided was so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hemicycle.annotation.linear import CONSTANT
from hemicycle.evaluation.fitting import (
    Booleans,
    Examples,
    Floats,
    Judged,
    best_judged,
    fit,
    log_loss,
)

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """How well odds above one tell what is so.

    Attributes:
        loss: the mean log loss.
        precision: the share of what is so among what is told to be.
        recall: the share of what is told among what is so.
    """

    loss: float
    precision: float
    recall: float

    @classmethod
    def of(cls, odds: Floats, right: Booleans, missed: int = 0) -> Figures:
        """The figures of some odds.

        Args:
            odds: their logarithms.
            right: what is so.
            missed: how much is so that has no odds at all.
        """
        told = odds >= 0
        both = int((told & right).sum())
        wanted = int(right.sum()) + missed
        return cls(log_loss(odds, right), both / max(1, int(told.sum())), both / max(1, wanted))

    def __str__(self) -> str:
        both = self.precision + self.recall
        f1 = 2 * self.precision * self.recall / both if both else 0.0
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {f1:.3f} log loss {self.loss:.3f}"


@dataclass(frozen=True, slots=True)
class Fitted:
    """The fitted weights of one table.

    Attributes:
        table: its name in the file.
        lines: of each feature its weight, prior, number of examples and of those that are so.
        ridge: how strongly the weights are held to the priors, chosen by cross-validation.
        examples: how many there were.
        documents: of how many documents.
        odds: the logarithm of the odds of each example by weights fitted without its document.
        unseen: the figures of these.
        believed: the figures of the priors.
    """

    table: str
    lines: Mapping[str, tuple[float, float, int, int]]
    ridge: float
    examples: int
    documents: int
    odds: Floats
    unseen: Figures
    believed: Figures

    def summary(self) -> str:
        """One line for each way of weighing."""
        return (
            f"{self.table}: {self.examples} examples in {self.documents} documents, "
            f"ridge {self.ridge:g}\n"
            f"  fitted, on unseen documents: {self.unseen}\n"
            f"  priors:                      {self.believed}"
        )

    def to_toml(self) -> str:
        """The table of the file."""
        lines = [f"# {line.strip()}" for line in self.summary().splitlines()]
        lines.append(f"[{self.table}]")
        lines += [
            f"{name} = {{ weight = {weight}, prior = {prior}, seen = {seen}, so = {so} }}"
            for name, (weight, prior, seen, so) in self.lines.items()
        ]
        return "\n".join(lines) + "\n"


def tabulated(
    names: Iterable[str], rows: Sequence[Mapping[str, float]]
) -> tuple[dict[str, int], Floats]:
    """The columns of named features with their numbers, and the features of each example.

    Args:
        names: the features; a constant is added before them.
        rows: of each example the numbers of its features, absent ones are 0.

    Raises:
        KeyError: an example has a feature that is not named.
    """
    columns = {name: index for index, name in enumerate((CONSTANT, *names))}
    features = np.zeros((len(rows), len(columns)))
    features[:, 0] = 1
    for row, told in zip(features, rows, strict=True):
        for name, number in told.items():
            row[columns[name]] = number
    return columns, features


def fit_table(
    table: str,
    names: Iterable[str],
    old: Mapping[str, Mapping[str, Any]],
    rows: Sequence[Mapping[str, float]],
    so: Sequence[bool],
    documents: Sequence[str],
    missed: int = 0,
    choose: Callable[[Examples], Judged] = best_judged,
) -> Fitted:
    """Fit the weights of one table.

    Args:
        table: its name.
        names: its features, in the order of the file; the constant is added.
        old: the table as it is, for the priors; 0 for features it has not.
        rows: of each example the numbers of its features, absent ones are 0.
        so: what is decided, of each example.
        documents: the name of the document of each example.
        missed: how much is so that is no example, for the recall.
        choose: how the ridge is chosen.
    """
    columns, features = tabulated(names, rows)
    right = np.array(so, dtype=bool)
    prior = np.array([float(old.get(name, {}).get("prior", 0.0)) for name in columns])
    examples = Examples(features, right, documents, prior)
    judged = choose(examples)
    weights = fit(examples, judged.ridge)
    seen = features != 0
    lines = {
        name: (
            round(float(weights[k]), _DIGITS),
            float(prior[k]),
            int(seen[:, k].sum()),
            int((seen[:, k] & right).sum()),
        )
        for name, k in columns.items()
    }
    return Fitted(
        table,
        lines,
        judged.ridge,
        len(rows),
        len(set(documents)),
        judged.odds,
        Figures.of(judged.odds, right, missed),
        Figures.of(features @ prior, right, missed),
    )
