"""``hemicycle evaluate``: how right each table is, on annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.messages import tell


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            help="Folder of annotated texts, models/gold by default; or a run with corrections.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Fail if a figure is below its pinned floor.")
    ] = False,
    errors: Annotated[int, typer.Option(min=0, help="Show up to so many errors.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure precision, recall and F1 of every table on annotated texts.

    Of a run with corrections.csv: which of its corrections the program reads right by itself now.
    """
    from hemicycle.cli.console import print_scores, print_verdicts
    from hemicycle.evaluation import EvaluationError, evaluate_folder
    from hemicycle.output_marks import is_output_folder

    if gold and is_output_folder(gold):
        from hemicycle.evaluation.corrected import evaluate_corrections

        try:
            verdicts = guarded(lambda: evaluate_corrections(gold))
        except EvaluationError as error:
            stop(str(error), Exit.USAGE)
        guarded(lambda: print_verdicts(verdicts, as_json=json, errors=errors))
        return
    try:
        scores = guarded(lambda: evaluate_folder(gold))
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    guarded(lambda: print_scores(scores, as_json=json, errors=errors))
    if check and (low := scores.below_floors()):
        stop(tell("Below the floor: {names}.", names="; ".join(low)), Exit.SOME_FAILED)
