"""``hemicycle correct``: put a row right, for good."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import say
from hemicycle.messages import tell


def correct(
    doc_id: Annotated[str, typer.Argument(help="The document.")],
    table: Annotated[str, typer.Argument(help="The table: people, amounts, places...")],
    start_char: Annotated[int, typer.Argument(help="Where the row begins, as in its column.")],
    column: Annotated[str, typer.Argument(help="The column to put right.")] = "",
    wanted: Annotated[str, typer.Argument(help="What it should hold, empty for nothing.")] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run."),
    ] = "outputs",
    end_char: Annotated[
        int | None,
        typer.Option("--end", help="Where the row ends; with it a row that is missing is added."),
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Take the row out.")] = False,
) -> None:
    """Put a row right: a line in corrections.csv, applied at every run from the next one on."""
    from hemicycle.outputs import OutputFolder
    from hemicycle.outputs.corrections_file import add_correction, correction_of
    from hemicycle.outputs.remote.opening import writing
    from hemicycle.tables.documents import DOCUMENT_TABLE

    if delete == bool(column):
        stop(tell("Name a column and what it should hold, or --delete."), Exit.USAGE)

    def written() -> str:
        with writing(output) as (root, send):
            folder = OutputFolder(root)
            document, known = folder.read_document(doc_id), DOCUMENT_TABLE.get(table)
            rows = list(folder.read_table(doc_id, known)) if known else []
            place = (start_char, end_char)
            line = correction_of(document, table, rows, place, column, wanted)
            path = add_correction(root, line)
            send()
            return tell(
                "{action} {text!r} -> {path}; the next run applies it.",
                action=line.action,
                text=line.text,
                path=path,
            )

    say(guarded(written))
