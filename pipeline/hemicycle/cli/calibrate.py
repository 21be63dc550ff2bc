"""``hemicycle calibrate``: fits what is fitted to annotated texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give


def calibrate(
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            help="Texts without labels: count anew which terms stand near others of their topic.",
            show_default=False,
        ),
    ] = None,
    questions: Annotated[
        list[Path] | None,
        typer.Option(
            help="JSON lines with text and labels (topics): fit the priors of themes to them too.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Fit the weights of people and the scores of themes to models/gold, and write them."""
    from hemicycle.evaluation import EvaluationError
    from hemicycle.evaluation.calibrating import calibrate as fit

    read = _texts(texts) if texts else None
    try:
        told = guarded(lambda: list(fit(texts=read, questions=questions or ())))
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    for line in "\n".join(told).splitlines():
        give(line)


def _texts(paths: list[Path]) -> Iterator[str]:
    """The texts of some files, without those that cannot be read."""
    from hemicycle.document import Document
    from hemicycle.ingestion.documents import read_documents
    from hemicycle.settings import Settings

    for one in read_documents([str(path) for path in paths], Settings()):
        if isinstance(one, Document):
            yield one.text
