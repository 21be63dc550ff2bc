"""``hemicycle calibrate``: fits what is fitted to annotated texts."""

from __future__ import annotations

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give


def calibrate() -> None:
    """Fit the weights of people and the scores of themes to models/gold, and write them."""
    from hemicycle.evaluation import EvaluationError
    from hemicycle.evaluation.calibrating import calibrate as fit

    try:
        told = guarded(lambda: list(fit()))
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    for line in "\n".join(told).splitlines():
        give(line)
