"""``hemicycle compare``: two groups side by side."""

from __future__ import annotations

import sys
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import printable, say
from hemicycle.messages import tell

if TYPE_CHECKING:
    from hemicycle.exploring.comparing import Difference, Side
    from hemicycle.tables.registry import ColumnType

_BAR = 5
# Characters of the columns of a group and of the log-odds with their interval, blanks included.
_SIDE, _ODDS = 15, 24
_WIDE = 96  # characters of a terminal that has room for a picture
_TYPES: dict[str, ColumnType] = {
    "dimension": "string",
    "item": "string",
    "count_a": "integer",
    "count_b": "integer",
}


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="The one group.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other group.")],
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
    by: Annotated[
        str,
        typer.Option(help="group, speaker or role of turns, or a column of documents.csv."),
    ] = "group",
    most: Annotated[int, typer.Option(min=1, help="Rows shown of each kind of thing.")] = 10,
    least_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out rows of a lower confidence.")
    ] = 0,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write all rows to this CSV instead of showing some."),
    ] = None,
) -> None:
    """Compare two groups: themes, sectors, people, bodies, places, laws and words.

    Shares are parts of all that the group names; the log-odds tell who has more of a thing, with
    the interval in which the true value lies 95 times in 100.
    """
    from hemicycle.exploring.comparing import compare as compared
    from hemicycle.outputs import write_bytes
    from hemicycle.outputs.csvfiles import encode

    a, b, found = guarded(lambda: compared(outputs, first, second, by, least_confidence))
    if output is not None:
        guarded(lambda: write_bytes(output, encode(_csv(found))))
        say(f"{len(found):,} rows -> {output}")
    elif sys.stdout.isatty():
        _show(a, b, found, most)
    else:
        sys.stdout.write(_csv(found))
    if not found:
        stop(tell("The two groups name nothing that can be compared."), Exit.NOTHING_TO_READ)


def _csv(found: list[Difference]) -> str:
    from hemicycle.exploring.comparing import COLUMNS
    from hemicycle.outputs.csvfiles import to_csv

    types = [_TYPES.get(name, "number") for name in COLUMNS]
    return to_csv([*COLUMNS], types, ([str(cell) for cell in astuple(one)] for one in found))


def _show(a: Side, b: Side, found: list[Difference], most: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for side in (a, b):
        turns = tell("{turns:,} turns, ", turns=side.speeches) if side.speeches else ""
        line = tell(
            "{name}: {turns}{words:,} words in {documents:,} documents",
            name=side.name,
            turns=turns,
            words=side.words,
            documents=side.documents,
        )
        console.print(printable(line), markup=False, highlight=False)
    pictured = console.width >= _WIDE
    room = max(14, console.width - 2 * _SIDE - _ODDS - pictured * (2 * _BAR + 3) - 8)
    for dimension in dict.fromkeys(one.dimension for one in found):
        table = Table(title=dimension, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1))
        table.add_column("", overflow="ellipsis", no_wrap=True, width=room)
        for name in (a.name, b.name):
            table.add_column(printable(name), justify="right", no_wrap=True, width=_SIDE)
        if pictured:
            table.add_column("more", no_wrap=True, width=2 * _BAR + 3)
        table.add_column("log-odds (95 %)", justify="right", no_wrap=True, width=_ODDS)
        for one in [one for one in found if one.dimension == dimension][:most]:
            shares = (f"{one.share_a:.1%} ({one.count_a})", f"{one.share_b:.1%} ({one.count_b})")
            interval = f"{one.log_odds:+.2f} ({one.low:+.2f} to {one.high:+.2f})"
            bar = [_bar(one)] if pictured else []
            style = "" if one.is_sure else "dim"
            table.add_row(printable(one.item), *shares, *bar, interval, style=style)
        console.print(table)


def _bar(one: Difference) -> str:
    """Who has more: to the left the one group, to the right the other."""
    cells = min(_BAR, round(abs(one.log_odds) * _BAR / 3))
    left, right = ("█" * cells, "") if one.log_odds > 0 else ("", "█" * cells)
    return f"{left:>{_BAR}}│{right:<{_BAR}}"
