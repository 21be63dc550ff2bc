"""``hemicycle status``: what stands in an output folder, and what is still to be done there."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.exits import guarded
from hemicycle.cli.options import Json


def status(
    outputs: Annotated[str, typer.Argument(help="Folder of the results.")] = "outputs",
    json: Json = False,
) -> None:
    """Tell which documents are done, failed, stale (made by another version) or not complete."""
    from hemicycle.cli.console import print_status
    from hemicycle.running.status import status_of

    guarded(lambda: print_status(status_of(outputs), as_json=json))
