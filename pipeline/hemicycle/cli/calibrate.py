"""``hemicycle calibrate``: fits what is fitted to annotated texts."""

from __future__ import annotations

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give


def calibrate() -> None:
    """Fit the scores of themes to the labelled sentences of models/gold, and write them."""
    from hemicycle.evaluation import EvaluationError
    from hemicycle.evaluation.calibrating import calibrate as fit

    try:
        fitted = guarded(fit)
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    give(f"models/calibration/themes.toml: {fitted}")
