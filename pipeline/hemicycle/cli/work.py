"""How a command does its work on the terminal, and the exit code it leaves with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give, give_json, say
from hemicycle.messages import tell

if TYPE_CHECKING:
    from hemicycle.document import Failure
    from hemicycle.running.progress import Report
    from hemicycle.settings import Settings


def list_inputs(inputs: list[str], settings: Settings, as_json: bool = False) -> None:
    """List on standard output what would be read, and why; nothing is written.

    Args:
        inputs: what is given to the command.
        settings: its settings.
        as_json: whether the numbers are printed as JSON in place of a line a document.
    """
    from hemicycle.cli.console import notes
    from hemicycle.document import Failure
    from hemicycle.running.foreseeing import foresee
    from hemicycle.running.progress import Report

    report = Report(settings.output)

    def listed() -> None:
        with notes():
            for found in foresee(inputs, settings, report):
                if isinstance(found, Failure):
                    report.failures.append(found)
                    print_failures([found])
                elif not as_json:
                    document, reason = found
                    day = document.date.isoformat() if document.date else ""
                    told = tell(reason) if reason else tell("unchanged")
                    give(document.doc_id, day, str(document.words), document.path, told)
        if as_json:
            give_json(report.to_json())

    guarded(listed)
    exit_for(report.documents + report.skipped, len(report.failures))


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
