"""How a command does its work on the terminal, and the exit code it leaves with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give, say
from hemicycle.messages import tell

if TYPE_CHECKING:
    from hemicycle.document import Failure
    from hemicycle.running.progress import Report
    from hemicycle.settings import Settings


def list_inputs(inputs: list[str], settings: Settings) -> None:
    """List what would be read on standard output; nothing is written."""
    from hemicycle.cli.console import notes
    from hemicycle.document import Failure
    from hemicycle.ingestion.documents import read_documents

    def listed() -> tuple[int, int]:
        number = failed = 0
        with notes():
            for found in read_documents(inputs, settings):
                if isinstance(found, Failure):
                    failed += 1
                    print_failures([found])
                else:
                    number += 1
                    day = found.date.isoformat() if found.date else ""
                    give(found.doc_id, day, str(found.words), found.path)
        return number, failed

    exit_for(*guarded(listed))


def print_failures(failures: Iterable[Failure]) -> None:
    """Say what failed on standard error, a line each."""
    for failure in failures:
        say(f"{failure.path} {failure.record}: {failure.message}")


def run_stage(
    work: Callable[[Callable[[Report], None]], Report], as_json: bool, verbose: bool, quiet: bool
) -> None:
    """Do a stage, show how it goes and how it went, and leave by what failed.

    Args:
        work: the stage; it is given what watches it.
        as_json: whether the summary is printed as JSON.
        verbose: whether failures are named as they happen.
        quiet: whether nothing is said but errors.
    """
    from hemicycle.cli.console import print_report, watching

    with watching(verbose=verbose, quiet=quiet) as watch:
        report = guarded(lambda: work(watch))
    guarded(lambda: print_report(report, as_json=as_json, quiet=quiet))
    unread = all(failure.error == "not found" for failure in report.failures)
    exit_for(report.documents + report.skipped, len(report.failures), nothing=unread)


def exit_for(documents: int, failed: int, *, nothing: bool = False) -> None:
    """Leave with the exit code for so many documents done and failed.

    Args:
        documents: those that were done, now or before.
        failed: those that were not.
        nothing: whether all that failed is that there was nothing there.
    """
    if documents == 0 and (nothing or failed == 0):
        stop(tell("There was nothing to read."), Exit.NOTHING_TO_READ)
    if failed:
        sys.exit(Exit.SOME_FAILED)
