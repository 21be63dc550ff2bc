"""``hemicycle aggregate``: the tables of the corpus, the summaries, and the page."""

from __future__ import annotations

from hemicycle.cli.options import COUNTING, Json, Quiet, takes_settings
from hemicycle.cli.work import run_stage
from hemicycle.settings import Settings


@takes_settings("output", *COUNTING)
def aggregate(settings: Settings, json: Json = False, quiet: Quiet = False) -> None:
    """Put the tables of all documents together, count them, and write the page."""
    from hemicycle.running import stages

    run_stage(lambda watch: stages.aggregate(settings), json, False, quiet)
