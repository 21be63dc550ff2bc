"""Logistic regression for what ``hemicycle calibrate`` fits, and its cross-validation.

The weights are those that are likeliest after the examples, where each has before them a normal
distribution around a weight that is believed (0 if nothing is): MAP estimation, that is ridge
regression towards the believed weights (Hastie, Tibshirani, Friedman, *The Elements of Statistical
Learning*, 2nd ed., 4.4 and 18.4). Examples of one document stay together in cross-validation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats: TypeAlias = NDArray[np.float64]
Booleans: TypeAlias = NDArray[np.bool_]

FOLDS = 10
# How strongly the weights are held to the believed ones: tried by cross-validation.
RIDGES = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
_STEPS = 100
_CLOSE = 1e-9
_FARTHEST = 500  # logarithms of odds; the exponential of more overflows

_THREADS = ThreadpoolController()


@dataclass(frozen=True, slots=True)
class Examples:
    """What weights are fitted to.

    Attributes:
        features: one row an example, one column a feature; a constant is a feature of ones.
        right: whether each example is right.
        documents: the name of the document of each.
        believed: the weight of each feature before the examples.
    """

    features: Floats
    right: Booleans
    documents: Sequence[str]
    believed: Floats

    def of(self, chosen: Booleans) -> Examples:
        """Some of the examples."""
        documents = [name for name, taken in zip(self.documents, chosen, strict=True) if taken]
        return Examples(self.features[chosen], self.right[chosen], documents, self.believed)


@dataclass(frozen=True, slots=True)
class Judged:
    """The odds of each example by weights fitted to the other documents.

    Attributes:
        ridge: how strongly the weights are held to the believed ones.
        odds: their logarithm, one an example.
        loss: the mean log loss.
    """

    ridge: float
    odds: Floats
    loss: float


def fit(examples: Examples, ridge: float) -> Floats:
    """The weights, by Newton's method with halved steps.

    Args:
        examples: what they are fitted to.
        ridge: how strongly they are held to the believed ones, above 0.
    """
    # A second thread waits longer for products of this size than it helps with them.
    with _THREADS.limit(limits=1, user_api="blas"):
        return _fitted(examples, ridge)


def _fitted(examples: Examples, ridge: float) -> Floats:
    weights = examples.believed.astype(np.float64)
    penalty = _penalised(examples, weights, ridge)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(examples.features @ weights, -_FARTHEST, _FARTHEST)))
        gradient = examples.features.T @ (examples.right - chance)
        gradient -= ridge * (weights - examples.believed)
        spread = chance * (1 - chance)
        curvature = (examples.features.T * spread) @ examples.features
        step = np.linalg.solve(curvature + ridge * np.eye(len(weights)), gradient)
        lower = _penalised(examples, weights + step, ridge)
        while lower > penalty + _CLOSE and np.abs(step).max() > _CLOSE:
            step = step / 2
            lower = _penalised(examples, weights + step, ridge)
        weights, penalty = weights + step, lower
        if np.abs(step).max() < _CLOSE:
            break
    return weights


def log_loss(odds: Floats, right: Booleans) -> float:
    """The mean logarithm of the chances that were given to what is so, negated."""
    return float(np.logaddexp(0, np.where(right, -odds, odds)).mean())


def folds(documents: Sequence[str], number: int = FOLDS) -> NDArray[np.int64]:
    """The fold of each example: documents in the order of their names are dealt out in turn."""
    place = {name: index % number for index, name in enumerate(sorted(set(documents)))}
    return np.array([place[name] for name in documents], dtype=np.int64)


def judge(examples: Examples, ridge: float) -> Judged:
    """The odds of each example by weights fitted without its fold."""
    fold = folds(examples.documents)
    odds = np.zeros(len(examples.right))
    for number in np.unique(fold):
        inside = fold == number
        odds[inside] = examples.features[inside] @ fit(examples.of(~inside), ridge)
    return Judged(ridge, odds, log_loss(odds, examples.right))


def best_judged(examples: Examples) -> Judged:
    """The judgement by the firmest ridge that is not worse than the best by a standard error.

    What is compared is the share of wrong decisions: the annotated texts are of a few genres, and
    weights that follow how often things are so in them give better chances there and worse
    decisions elsewhere. The rule of one standard error (*The Elements of Statistical Learning*,
    7.10) takes, of weights that the examples cannot tell apart, those nearest to the believed ones.
    """
    judged = [judge(examples, ridge) for ridge in RIDGES]
    best = min(judged, key=lambda one: _wrong(one, examples).mean())
    fold = folds(examples.documents)
    wrong = _wrong(best, examples)
    shares = [wrong[fold == number].mean() for number in np.unique(fold)]
    error = float(np.std(shares, ddof=1)) / len(shares) ** 0.5 if len(shares) > 1 else 0.0
    enough = float(wrong.mean()) + error
    return max(
        (one for one in judged if _wrong(one, examples).mean() <= enough),
        key=lambda one: one.ridge,
    )


def likeliest_judged(examples: Examples) -> Judged:
    """The judgement by the ridge with the least log loss: where the chances themselves are told."""
    return min((judge(examples, ridge) for ridge in RIDGES), key=lambda one: one.loss)


def _wrong(judged: Judged, examples: Examples) -> Booleans:
    """Which examples are decided wrongly."""
    decided: Booleans = (judged.odds >= 0) != examples.right
    return decided


def _penalised(examples: Examples, weights: Floats, ridge: float) -> float:
    odds = examples.features @ weights
    loss = np.logaddexp(0, np.where(examples.right, -odds, odds)).sum()
    return float(loss + ridge / 2 * ((weights - examples.believed) ** 2).sum())
