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
    from hemicycle.outputs.corrections import Correction, add_correction
    from hemicycle.outputs.remote.opening import writing
    from hemicycle.tables.documents import DOCUMENT_TABLE

    if delete == bool(column):
        stop(tell("Name a column and what it should hold, or --delete."), Exit.USAGE)

    def written() -> str:
        with writing(output) as (root, send):
            folder = OutputFolder(root)
            document = folder.read_document(doc_id)
            end = end_char
            known = DOCUMENT_TABLE.get(table)
            rows = list(folder.read_table(doc_id, known)) if known else []
            ends = [int(r["end_char"]) for r in rows if r.get("start_char") == str(start_char)]
            if end is None and known is not None and "start_char" in known.header:
                if not ends:
                    stop(
                        tell(
                            "There is no row of {table} at {start_char} in {doc_id}; name its end "
                            "(--end) to add one.",
                            table=table,
                            start_char=start_char,
                            doc_id=doc_id,
                        ),
                        Exit.USAGE,
                    )
                end = max(ends)
            if delete and known is not None and end not in ends:
                stop(
                    tell(
                        "There is no row of {table} from {start_char} to {end} in {doc_id}.",
                        table=table,
                        start_char=start_char,
                        end=end,
                        doc_id=doc_id,
                    ),
                    Exit.USAGE,
                )
            action = "delete" if delete else "change" if end in ends else "add"
            end = start_char + 1 if end is None else end
            text = document.text[start_char:end]
            line = Correction(doc_id, table, start_char, end, text, action, column, wanted)
            path = add_correction(root, line)
            send()
            return tell(
                "{action} {text!r} -> {path}; the next run applies it.",
                action=action,
                text=text,
                path=path,
            )

    say(guarded(written))
