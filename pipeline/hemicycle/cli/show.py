"""``hemicycle show``: a text with its mentions marked, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hemicycle.cli.exits import guarded
from hemicycle.cli.terminal import printable

if TYPE_CHECKING:
    from hemicycle.document import Document
    from hemicycle.exploring.marking import Stretch


def show(
    doc_id: Annotated[str, typer.Argument(help="The document, by its doc_id.")],
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
    table: Annotated[
        list[str] | None,
        typer.Option(help="Table whose mentions are marked; may be repeated.", show_default=False),
    ] = None,
) -> None:
    """Show a text with its people, dates, amounts, places and so on marked in colour.

    Where there are no colours, as in a file, a mention stands in brackets behind its table.
    """
    from hemicycle.exploring.marking import marked

    document, stretches = guarded(lambda: marked(outputs, doc_id, table or ()))
    _print(document, stretches)


def _print(document: Document, stretches: list[Stretch]) -> None:
    from rich.console import Console
    from rich.text import Text

    from hemicycle.kinds.registry import MENTIONS

    console = Console()
    # On dark ground, as most terminals are; bold and black on colour reads on both.
    colours = {kind.name: kind.colour[1] for kind in MENTIONS if kind.colour}
    day = document.date.isoformat() if document.date else ""
    head = " · ".join(filter(None, (document.title or document.doc_id, day, document.speaker)))
    console.print(Text(printable(head), style="bold"), soft_wrap=True)
    text = Text()
    for stretch in stretches:
        # Line breaks are of the text; what else acts on a terminal is shown as an escape.
        words = "\n".join(map(printable, stretch.text.split("\n")))
        if not stretch.table:
            text.append(words)
        elif console.color_system:
            text.append(words, style=f"bold black on {colours.get(stretch.table, 'white')}")
        else:
            text.append(f"[{stretch.table} {words}]")
    names = list(dict.fromkeys(stretch.table for stretch in stretches if stretch.table))
    legend = Text()
    for name in names if console.color_system else ():
        legend.append(f" {name} ", style=f"bold black on {colours.get(name, 'white')}")
        legend.append(" ")
    if legend:
        console.print(legend)
    console.print()
    console.print(text, soft_wrap=not console.is_terminal)
