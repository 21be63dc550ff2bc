"""``hemicycle info``: what is installed."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.exits import guarded


def info(
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell what is installed: versions, models, components, taxonomies and lexicons."""
    from hemicycle.cli.console import print_info

    guarded(lambda: print_info(as_json=json))
