"""``hemicycle ingest``: texts, cleaned."""

from __future__ import annotations

from hemicycle.cli.options import (
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


@takes_settings("output", "layout", "force", "fail_fast", "excel", *READING)
def ingest(
    inputs: Inputs,
    settings: Settings,
    dry_run: DryRun = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Read texts and write them cleaned, with what is known of them."""
    if dry_run:
        list_inputs(inputs, settings, json)
        return
    from hemicycle.running import stages

    run_stage(lambda watch: stages.ingest(inputs, settings, watch), json, verbose, quiet)
