"""``hemicycle search``: words in their context, over all texts of a run."""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import astuple
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import printable, say
from hemicycle.messages import tell

if TYPE_CHECKING:
    from hemicycle.exploring.passages import How


class As(StrEnum):
    """How what was found is given."""

    LINES = "lines"
    CSV = "csv"


def search(
    query: Annotated[str, typer.Argument(help="Words to search for (énerg* for beginnings).")],
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
    lemma: Annotated[
        bool, typer.Option("--lemma", help="Find the words in all their forms.")
    ] = False,
    regex: Annotated[bool, typer.Option("--regex", help="Take the words for a pattern.")] = False,
    near: Annotated[
        int, typer.Option(min=0, help="Find them in any order with so many words between two.")
    ] = 0,
    table: Annotated[
        str, typer.Option(help="Search the rows of a table (people, amounts...) instead.")
    ] = "",
    context: Annotated[int, typer.Option(min=0, help="Characters shown on each side.")] = 60,
    most: Annotated[int, typer.Option(min=0, help="Most places to give, 0 for all.")] = 0,
    given: Annotated[
        As | None,
        typer.Option("--as", help="lines to read or csv; by default lines on a terminal."),
    ] = None,
) -> None:
    """Find words in the texts of a run, each with its context, date and speaker.

    Capitals and accents do not count. Quote a phrase: hemicycle search "hausse des impôts".
    """
    from hemicycle.exploring.passages import QueryError
    from hemicycle.exploring.searching import COLUMNS, search_table
    from hemicycle.exploring.searching import search as search_texts

    if lemma and regex:
        stop(tell("--lemma and --regex exclude each other."), Exit.USAGE)
    how: How = "lemma" if lemma else "regex" if regex else "phrase"
    as_lines = (given or (As.LINES if sys.stdout.isatty() else As.CSV)) is As.LINES

    def found() -> int:
        if table:
            return _give(*search_table(outputs, table, query, how, near), most)
        hits = search_texts(outputs, query, how, near, context)
        if as_lines:
            return _shown((astuple(hit) for hit in hits), most)
        return _give(COLUMNS, (map(str, astuple(hit)) for hit in hits), most)

    def asked() -> int:
        try:
            return found()
        except QueryError as error:
            stop(str(error), Exit.USAGE)

    number = guarded(asked)
    say(tell("{number:,} found.", number=number))
    if not number:
        raise typer.Exit(Exit.NOTHING_TO_READ)


def _limited(rows: Iterable[Iterable[str]], most: int) -> Iterator[Iterable[str]]:
    for number, row in enumerate(rows):
        if most and number == most:
            return
        yield row


def _give(header: Collection[str], rows: Iterable[Iterable[str]], most: int) -> int:
    """Give rows as CSV on standard output, shielded as those of files are; tells how many."""
    from hemicycle.outputs.csvfiles import shield

    number = 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for row in _limited(rows, most):
        if not number:
            writer.writerow(header)
        writer.writerow([shield(cell) for cell in row])
        number += 1
    if not number:
        writer.writerow(header)
    return number


def _shown(rows: Iterable[tuple[object, ...]], most: int) -> int:
    """Show places one below the other, the words found in the middle; tells how many."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    number = 0
    for row in _limited(rows, most):  # type: ignore[arg-type]
        doc_id, _, _, day, _, speaker, group, before, text, after, _ = map(str, row)
        who = f"{speaker} ({group})" if group else speaker
        console.print(
            Text(" · ".join(filter(None, (day, printable(who), printable(doc_id)))), style="dim")
        )
        line = Text(printable(before))
        line.append(printable(text), style="bold reverse")
        line.append(printable(after))
        console.print(line, soft_wrap=True)
        number += 1
    return number
