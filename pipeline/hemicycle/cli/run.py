"""``hemicycle run``: everything in one pass."""

from __future__ import annotations

from hemicycle.cli.options import (
    ANNOTATING,
    COUNTING,
    READING,
    DryRun,
    Inputs,
    Json,
    Quiet,
    Verbose,
    takes_settings,
)
from hemicycle.cli.work import list_inputs, run_stage
from hemicycle.settings import Settings


@takes_settings(*ANNOTATING, "layout", "prune", *READING, *COUNTING)
def run(
    inputs: Inputs,
    settings: Settings,
    dry_run: DryRun = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Do everything: read texts, extract, tag, aggregate, in one pass, and write the page.

    Only what is new or has changed since an earlier run is read.
    """
    if dry_run:
        list_inputs(inputs, settings, json)
        return
    from hemicycle.running import stages

    run_stage(lambda watch: stages.run(inputs, settings, watch), json, verbose, quiet)
