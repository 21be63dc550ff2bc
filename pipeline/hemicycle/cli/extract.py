"""``hemicycle extract``: people, quotations, places, dates and amounts of the ingested texts."""

from __future__ import annotations

from hemicycle.cli.options import ANNOTATING, Json, Quiet, Verbose, takes_settings
from hemicycle.cli.work import run_stage
from hemicycle.settings import Settings


@takes_settings(*ANNOTATING)
def extract(
    settings: Settings, json: Json = False, verbose: Verbose = False, quiet: Quiet = False
) -> None:
    """Extract people, dates and amounts from the ingested texts."""
    from hemicycle.running import stages

    run_stage(lambda watch: stages.annotate("extract", settings, watch), json, verbose, quiet)
