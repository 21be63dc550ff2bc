"""How a command does its work on the terminal, and the exit code it leaves with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from pipeline.exits import Exit, guarded, stop

if TYPE_CHECKING:
    from pipeline.document import Failure
    from pipeline.progress import Report
    from pipeline.settings import Settings


def list_inputs(inputs: list[str], settings: Settings) -> None:
    """List what would be read on standard output; nothing is written."""
    from pipeline.document import Failure
    from pipeline.ingestion.reading import read_documents

    number = failed = 0
    for found in read_documents(inputs, settings):
        if isinstance(found, Failure):
            failed += 1
            complain([found])
        else:
            number += 1
            day = found.date.isoformat() if found.date else ""
            typer.echo(f"{found.doc_id}\t{day}\t{found.words}\t{found.path}")
    leave(number, failed)


def complain(failures: Iterable[Failure]) -> None:
    """Say what failed on standard error, a line each."""
    for failure in failures:
        typer.echo(f"{failure.path} {failure.record}: {failure.message}", err=True)


def perform(
    work: Callable[[Callable[[Report], None]], Report], as_json: bool, verbose: bool, quiet: bool
) -> None:
    """Do a stage, show how it goes and how it went, and leave by what failed.

    Args:
        work: the stage; it is given what watches it.
        as_json: whether the summary is printed as JSON.
        verbose: whether failures are named as they happen.
        quiet: whether nothing is said but errors.
    """
    from pipeline.console import print_report, watching

    with watching(verbose=verbose, quiet=quiet) as watch:
        report = guarded(lambda: work(watch))
    print_report(report, as_json=as_json, quiet=quiet)
    unread = all(failure.error == "not found" for failure in report.failures)
    leave(report.documents + report.skipped, len(report.failures), nothing=unread)


def leave(documents: int, failed: int, *, nothing: bool = False) -> None:
    """Leave with the exit code for so many documents done and failed.

    Args:
        documents: those that were done, now or before.
        failed: those that were not.
        nothing: whether all that failed is that there was nothing there.
    """
    if documents == 0 and (nothing or failed == 0):
        stop("There was nothing to read.", Exit.NOTHING_TO_READ)
    if failed:
        sys.exit(Exit.SOME_FAILED)
