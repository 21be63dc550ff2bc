"""Fits the scores of topics to the labelled sentences: what ``hemicycle calibrate`` does."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from hemicycle.annotation.loading import pipeline_config
from hemicycle.annotation.themes.calibration import FILE, Calibration
from hemicycle.annotation.themes.factory import DEFAULTS
from hemicycle.annotation.themes.weighing import Weigher
from hemicycle.evaluation.gold import EvaluationError
from hemicycle.evaluation.sentences import read_sentences
from hemicycle.knowledge.use import read_folder_again
from hemicycle.resources import models_folder

_ROUNDS = 50
_RIDGE = 1e-3


def calibrate(folder: Path | None = None) -> Calibration:
    """Fit the logistic function by Newton's method and write ``models/calibration/themes.toml``.

    Args:
        folder: the labelled sentences, ``models/gold`` by default.

    Raises:
        EvaluationError: there are no labelled sentences.
    """
    models = models_folder()
    sentences = read_sentences(folder or models / "gold")
    if not sentences:
        raise EvaluationError("There are no labelled sentences to calibrate on.")
    config = {**DEFAULTS, **pipeline_config()["components"]["hemicycle_themes"]}
    weigher = Weigher(*(config[name] for name in DEFAULTS))
    features, right = [], []
    for sentence in sentences:
        for topic in weigher.weigh(weigher.find(sentence.text)):
            features.append((1.0, *Calibration.features(topic.total, topic.share)))
            right.append(topic.code in sentence.themes)
    fitted = Calibration(*(round(float(p), 4) for p in _fit(np.array(features), np.array(right))))
    target = models.joinpath(*FILE)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        "# Made by `hemicycle calibrate`; see annotation/themes/calibration.py.\n"
        f"intercept = {fitted.intercept}\nweight = {fitted.weight}\nshare = {fitted.share}\n",
        encoding="utf-8",
    )
    read_folder_again()
    return fitted


def _fit(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The parameters of a logistic regression; features have shape (tags, 3)."""
    parameters = np.zeros(features.shape[1])
    ridge = _RIDGE * np.eye(features.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-features @ parameters))
        gradient = features.T @ (right - chance) - ridge @ parameters
        curvature = (features.T * (chance * (1 - chance))) @ features + ridge
        parameters = parameters + np.linalg.solve(curvature, gradient)
    return parameters
