"""What the terminal shows: progress while a run goes on, its summary, tables of figures."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table as RichTable

from hemicycle.cli.terminal import PatientFile, give, give_json, printable, say
from hemicycle.document import Failure
from hemicycle.messages import tell
from hemicycle.version import __version__

if TYPE_CHECKING:
    from hemicycle.evaluation import Scores
    from hemicycle.evaluation.corrected import Verdicts
    from hemicycle.running.progress import Report
    from hemicycle.running.status import Status

_SHOWN_FAILURES = 5


@contextmanager
def watching(*, verbose: bool, quiet: bool) -> Iterator[Callable[[Report], None]]:
    """A function that shows how a run goes, on standard error; a live line only on a terminal.

    Args:
        verbose: name each failure as it happens.
        quiet: show nothing.
    """
    console = _console()
    with notes(quiet=quiet, console=console):
        yield from _watching(console, verbose=verbose, quiet=quiet)


def _watching(
    console: Console, *, verbose: bool, quiet: bool
) -> Iterator[Callable[[Report], None]]:
    named = 0

    def name_failures(report: Report) -> None:
        nonlocal named
        for failure in report.failures[named:]:
            console.print(describe(failure), markup=False)
        named = len(report.failures)

    if quiet or not console.is_terminal:
        yield name_failures if verbose and not quiet else (lambda report: None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(tell("loading the model"), total=None)

        def show(report: Report) -> None:
            speed = report.words / report.seconds if report.seconds else 0
            text = tell(
                "{documents} documents, {speed:,.0f} words/s",
                documents=report.documents,
                speed=speed,
            )
            if report.failures:
                text += tell(", {number} failed", number=len(report.failures))
            progress.update(
                task,
                description=text,
                total=report.bytes or None,
                completed=report.bytes_passed,
            )
            if verbose:
                name_failures(report)

        yield show


def _console() -> Console:
    if sys.stderr is None:
        return Console(quiet=True)
    return Console(file=cast(IO[str], PatientFile()), highlight=False)


@contextmanager
def notes(*, quiet: bool = False, console: Console | None = None) -> Iterator[None]:
    """Show what the program logs, such as what it guessed of its inputs, a line each.

    Args:
        quiet: show errors alone.
        console: where, if not on standard error.
    """
    shown = console or _console()

    class Notes(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            shown.print(printable(record.getMessage()), markup=False, soft_wrap=True)

    log = logging.getLogger("hemicycle")
    handler = Notes(logging.ERROR if quiet else logging.WARNING)
    # What libraries log of a page or a file is told by our own failures.
    silent = logging.NullHandler()
    log.addHandler(handler)
    logging.getLogger().addHandler(silent)
    try:
        yield
    finally:
        log.removeHandler(handler)
        logging.getLogger().removeHandler(silent)


def describe(failure: Failure) -> str:
    """One failure in one line."""
    place = f"{failure.path} ({failure.record})" if failure.record else failure.path
    return printable(f"{place}: {failure.message}")


def print_report(report: Report, *, as_json: bool, quiet: bool) -> None:
    """The summary of a run: JSON on standard output, or a few lines on standard error."""
    if as_json:
        give_json(report.to_json())
    if quiet:
        return
    console = _console()
    console.print(
        tell(
            "{documents} documents, {words:,} words in {seconds:.1f} s -> {output}",
            documents=report.documents,
            words=report.words,
            seconds=report.seconds,
            output=printable(report.output),
        ),
        markup=False,
    )
    for line in _resumed(report):
        console.print(line, markup=False)
    if report.rows:
        rows = ", ".join(f"{number:,} {name}" for name, number in report.rows.items())
        console.print(tell("rows: {rows}", rows=rows), markup=False)
    if report.failures:
        console.print(
            tell("{failures} failed, listed in failures.csv:", failures=len(report.failures)),
            markup=False,
        )
        for failure in report.failures[:_SHOWN_FAILURES]:
            console.print("  " + describe(failure), markup=False)


def _resumed(report: Report) -> Iterator[str]:
    """What was not done again, and why the rest was."""
    if report.skipped:
        yield tell(
            "{skipped:,} skipped: done before and unchanged since (--force redoes them)",
            skipped=report.skipped,
        )
        for reason, number in sorted(report.reasons.items()):
            yield tell("{number:,} read: {reason}", number=number, reason=tell(reason))
    if report.gone:
        yield tell(
            "{gone:,} of earlier runs are not in the inputs: kept (--prune removes them)",
            gone=report.gone,
        )
    if report.removed:
        yield tell(
            "{removed:,} of earlier runs were not in the inputs: removed", removed=report.removed
        )


def print_status(status: Status, *, as_json: bool) -> None:
    """The state of an output folder, on standard output."""
    if as_json:
        give_json(status.to_json())
        return
    for name, number in status.counts().items():
        give(tell("{name}: {number:,}", name=tell(name), number=number))
    for name in status.unfinished():
        give(f"  {name}")


def print_scores(scores: Scores, *, as_json: bool, errors: int) -> None:
    """Figures of an evaluation on standard output, errors on standard error."""
    if as_json:
        give_json(scores.to_json())
    else:
        table = RichTable("measure", "precision", "recall", "F1", "gold", "found")
        for row in scores.rows():
            table.add_row(*row)
        Console().print(table)
        for name, reliability in scores.reliability.items():
            bins = RichTable(f"chance of {name}", "rows", "mean chance", "right")
            for one in reliability:
                shown = f"{one.low:.1f} to {one.high:.1f}"
                bins.add_row(shown, str(one.number), f"{one.mean_score:.2f}", f"{one.right:.2f}")
            Console().print(bins)
    for error in scores.errors[:errors]:
        say(error)


def print_verdicts(verdicts: Verdicts, *, as_json: bool, errors: int) -> None:
    """How many corrections are right by now on standard output, those that are not on error."""
    if as_json:
        give_json(verdicts.to_json())
    else:
        table = RichTable("corrected", "corrections", "right now")
        for name, number, right in verdicts.rows():
            table.add_row(name, str(number), str(right))
        Console().print(table)
    for error in islice(verdicts.wrong(), errors):
        say(error)


def print_info(*, as_json: bool) -> None:
    """What is installed, on standard output."""
    info = collect_info()
    if as_json:
        give_json(info)
        return
    for name, value in info.items():
        if isinstance(value, dict):
            give(f"{name}:")
            for key, detail in value.items():
                give(f"  {key}: {detail}")
        else:
            give(f"{name}: {value if isinstance(value, str) else ', '.join(value)}")


def collect_info() -> dict[str, Any]:
    """Versions, components, and the data files of ``models/`` with their sizes.

    Raises:
        ResourceError: ``models/`` was not found.
    """
    import platform

    from hemicycle.annotation.loading import component_names
    from hemicycle.outputs import versions
    from hemicycle.resources import models_folder

    folder = models_folder()

    def files(part: str) -> dict[str, str]:
        return {
            path.relative_to(folder / part).as_posix(): f"{path.stat().st_size:,} bytes"
            for path in sorted((folder / part).rglob("*"))
            if path.is_file()
        }

    return {
        "hemicycle": __version__,
        "python": platform.python_version(),
        "versions": {name: v for name, v in versions().items() if name != "hemicycle"},
        "models": str(folder),
        "components": component_names(),
        "taxonomies": files("taxonomies"),
        "lexicons": files("lexicons"),
    }
