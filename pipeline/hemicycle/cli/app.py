"""The command line: every command, and what they have in common.

Heavy imports wait until a command needs them, so that help comes at once. Data goes to standard
output, everything said to people goes to standard error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.aggregate import aggregate
from hemicycle.cli.calibrate import calibrate
from hemicycle.cli.check import check
from hemicycle.cli.compare import compare
from hemicycle.cli.configuration import read_configuration
from hemicycle.cli.correct import correct
from hemicycle.cli.evaluate import evaluate
from hemicycle.cli.explain import explain
from hemicycle.cli.export import export
from hemicycle.cli.extract import extract
from hemicycle.cli.helping import Command, Group
from hemicycle.cli.info import info
from hemicycle.cli.ingest import ingest
from hemicycle.cli.report import report
from hemicycle.cli.run import run
from hemicycle.cli.search import search
from hemicycle.cli.show import show
from hemicycle.cli.status import status
from hemicycle.cli.tag import tag
from hemicycle.cli.watch import watch
from hemicycle.messages import tell
from hemicycle.version import __version__

app = typer.Typer(
    name="hemicycle",
    cls=Group,
    help="Read people, dates, amounts, sectors and themes in French political texts into CSVs.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_CONFIGURABLE = (run, watch, ingest, extract, tag, aggregate)
_GROUPS = {
    tell("Read texts"): (run, watch),
    tell("One step of a run"): (ingest, extract, tag, aggregate, report),
    tell("Look into a finished run"): (search, show, compare, correct, export, status),
    tell("Why, and how well"): (explain, evaluate, check, calibrate, info),
}
for _group, _commands in _GROUPS.items():
    for _command in _commands:
        app.command(cls=Command, rich_help_panel=_group)(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hemicycle {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            envvar="HEMICYCLE_CONFIG",
            help="Settings in TOML; of hemicycle.toml in this folder, what is harmless is read.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read people, dates, amounts, sectors and themes in French political texts into CSVs.

    A setting is taken from the option, else from the variable HEMICYCLE_..., else from the config
    file, else it has its default.
    """
    ctx.obj = read_configuration(config)
    ctx.default_map = {command.__name__: ctx.obj.options for command in _CONFIGURABLE}
