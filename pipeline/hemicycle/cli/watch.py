"""``hemicycle watch``: each night's new speeches, read as they come."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.options import ANNOTATING, COUNTING, READING, Quiet, Verbose, takes_settings
from hemicycle.cli.terminal import say
from hemicycle.messages import tell
from hemicycle.settings import Settings


@takes_settings(*ANNOTATING, "layout", "prune", *READING, *COUNTING)
def watch(
    folders: Annotated[
        list[str], typer.Argument(help="Folders of this machine to look after.", show_default=False)
    ],
    settings: Settings,
    settle: Annotated[
        float,
        typer.Option(
            min=0, help="Seconds for which nothing may have changed before files are read."
        ),
    ] = 5,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Run over folders now, and again each time files have come, changed or gone; Ctrl-C ends it.

    Only what is new or has changed is read, one run at a time, once the files have come to rest.
    The folders are looked at every five minutes in any case, as shares of a network tell nothing.
    """
    from hemicycle.cli.console import print_report, watching
    from hemicycle.outputs import OutputError
    from hemicycle.running import stages
    from hemicycle.running.watching import watch as look_after

    for folder in folders:
        if not Path(folder).is_dir():
            stop(
                tell(
                    "{folder} is no folder of this machine; only those can be watched.",
                    folder=folder,
                ),
                Exit.USAGE,
            )
    runs = 0
    busy = False

    def once() -> None:
        nonlocal runs, busy
        busy = True
        try:
            with watching(verbose=verbose, quiet=quiet) as shown:
                report = stages.run(folders, settings, shown)
        except OutputError as error:
            # A setting that is wrong is so from the first; what comes later may mend itself.
            if not runs:
                raise
            say(f"hemicycle: {error}")
        else:
            if not runs or report.documents or report.failures or report.gone or report.removed:
                print_report(report, as_json=False, quiet=quiet)
        runs, busy = runs + 1, False

    def until_ended() -> None:
        try:
            look_after([Path(folder) for folder in folders], Path(settings.output), once, settle)
        except KeyboardInterrupt:
            if busy:
                raise
            say(f"hemicycle: {tell('Stopped.')}")

    guarded(until_ended)
