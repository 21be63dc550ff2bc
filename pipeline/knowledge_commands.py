"""The commands about what the pipeline knows: how good it is, what is wrong, what is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.exits import Exit, guarded, stop
from pipeline.terminal import give


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            help="Folder of annotated texts; models/gold by default.", show_default=False
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Fail if a figure is below its pinned floor.")
    ] = False,
    errors: Annotated[int, typer.Option(min=0, help="Show up to so many errors.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure precision, recall and F1 of every table on annotated texts."""
    from pipeline.console import print_scores
    from pipeline.evaluation import EvaluationError, evaluate_folder

    try:
        scores = guarded(lambda: evaluate_folder(gold))
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    guarded(lambda: print_scores(scores, as_json=json, errors=errors))
    if check and (low := scores.below_floors()):
        stop("Below the floor: " + "; ".join(low) + ".", Exit.SOME_FAILED)


def check() -> None:
    """Find mistakes in the lexicons of sectors and themes: after editing them."""
    from pipeline.lexicon_check import check_lexicons

    mistakes = guarded(check_lexicons)
    for mistake in mistakes:
        give(mistake)
    if mistakes:
        raise typer.Exit(Exit.SOME_FAILED)


def calibrate() -> None:
    """Fit the scores of themes to the labelled sentences of models/gold, and write them."""
    from pipeline.evaluation import EvaluationError
    from pipeline.evaluation.calibrating import calibrate as fit

    try:
        fitted = guarded(fit)
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    give(f"models/calibration/themes.toml: {fitted}")


def info(
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell what is installed: versions, models, components, taxonomies and lexicons."""
    from pipeline.console import print_info

    guarded(lambda: print_info(as_json=json))
