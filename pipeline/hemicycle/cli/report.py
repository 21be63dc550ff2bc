"""``hemicycle report``: the page that shows a finished run."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.exits import guarded
from hemicycle.cli.terminal import give


def report(
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
) -> None:
    """Write the page that shows a finished run, report.html: open it in a browser."""
    from hemicycle.running import stages

    guarded(lambda: give(stages.show(outputs)))
