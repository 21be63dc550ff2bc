"""Annotated texts to precision, recall and F1 of every table."""

from __future__ import annotations

from hemicycle.evaluation.gold import EvaluationError, GoldDocument, parse_gold, read_gold
from hemicycle.evaluation.scoring import Scores, evaluate_folder

__all__ = [
    "EvaluationError",
    "GoldDocument",
    "Scores",
    "evaluate_folder",
    "parse_gold",
    "read_gold",
]
