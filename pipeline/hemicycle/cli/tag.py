"""``hemicycle tag``: sectors, themes and keywords, of the ingested texts or of some shown here."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.exits import guarded
from hemicycle.cli.options import ANNOTATING, Json, Quiet, Verbose, takes_settings
from hemicycle.cli.work import exit_for, print_failures, run_stage
from hemicycle.settings import Settings

Texts = Annotated[
    list[str] | None,
    typer.Argument(help="Texts whose tags are shown; nothing is written then.", show_default=False),
]


@takes_settings(*ANNOTATING)
def tag(
    settings: Settings,
    texts: Texts = None,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Tag the ingested texts with sectors, themes and keywords, or show the tags of some texts."""
    if texts:
        from hemicycle.cli.console import notes
        from hemicycle.cli.showing import show_tags

        with notes():
            shown, failures = guarded(lambda: show_tags(texts, settings))
        print_failures(failures)
        absent = all(failure.error == "not found" for failure in failures)
        exit_for(shown, len(failures), nothing=absent)
        return
    from hemicycle.running import stages

    run_stage(lambda watch: stages.annotate("tag", settings, watch), json, verbose, quiet)
