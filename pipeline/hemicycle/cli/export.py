"""``hemicycle export``: a finished run in other formats."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import say
from hemicycle.messages import tell
from hemicycle.output_marks import DATABASE, WORKBOOK


class To(StrEnum):
    """The formats."""

    SQLITE = "sqlite"
    DUCKDB = "duckdb"
    XLSX = "xlsx"
    PARQUET = "parquet"
    DOCBIN = "docbin"
    CONLLU = "conllu"
    TEI = "tei"
    JSONL = "jsonl"
    LABEL_STUDIO = "label-studio"
    GEXF = "gexf"


_BESIDE = (To.XLSX, To.PARQUET)
_FILES = {
    To.SQLITE: "hemicycle.sqlite",
    To.DUCKDB: DATABASE,
    To.DOCBIN: "hemicycle.spacy",
    To.CONLLU: "hemicycle.conllu",
    To.TEI: "tei",
    To.JSONL: "hemicycle.jsonl",
    To.LABEL_STUDIO: "label-studio.json",
    To.GEXF: "hemicycle.gexf",
}


def export(
    to: Annotated[To, typer.Argument(help="The format.")],
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="File to write (a folder for tei); by default in the outputs."
        ),
    ] = None,
) -> None:
    """Write a finished run in another format.

    sqlite and duckdb hold the tables with keys and the views utterances, amounts_in_context and
    who_said_what; docbin, conllu, tei, jsonl (Prodigy) and label-studio the texts with what was
    found in them; gexf who names and who quotes whom.
    """
    from hemicycle.outputs.datapackage import read_datapackage
    from hemicycle.outputs.remote.opening import writing

    if output and to in _BESIDE:
        stop(
            tell("{value} is written into the outputs; it takes no --output.", value=to.value),
            Exit.USAGE,
        )
    if output and not output.parent.is_dir():
        stop(
            tell("{parent} is no folder to write into; make it first.", parent=output.parent),
            Exit.USAGE,
        )

    def write() -> Path | str:
        with writing(outputs) as (root, send):
            read_datapackage(root, outputs)  # no run, no file that is begun
            if to in _BESIDE:
                written = _beside(to, root)
            else:
                written = output or root / _FILES[to]
                _WRITERS[to](root, written)
            send()
            return written

    try:
        say(f"-> {guarded(write)}")
    except ImportError as error:
        stop(
            tell("This needs {name}: pip install 'hemicycle[{name}]'.", name=error.name), Exit.USAGE
        )


def _beside(to: To, root: Path) -> Path:
    if to is To.XLSX:
        from hemicycle.export.workbook import write_workbook

        write_workbook(root)
        return root / WORKBOOK
    from hemicycle.export.parquet import write_parquet

    write_parquet(root)
    return root / "corpus"


def _sqlite(root: Path, target: Path) -> None:
    from hemicycle.export.databases import write_sqlite

    write_sqlite(root, target)


def _duckdb(root: Path, target: Path) -> None:
    from hemicycle.export.databases import write_duckdb

    write_duckdb(root, target)


def _tei(root: Path, target: Path) -> None:
    from hemicycle.export.tei import write_tei

    write_tei(root, target)


def _gexf(root: Path, target: Path) -> None:
    from hemicycle.export.networks import write_gexf

    write_gexf(root, target)


def _annotated(root: Path, target: Path, to: To) -> None:
    from hemicycle.export import annotated

    writers = {
        To.DOCBIN: annotated.write_docbin,
        To.CONLLU: annotated.write_conllu,
        To.JSONL: annotated.write_jsonl,
        To.LABEL_STUDIO: annotated.write_label_studio,
    }
    writers[to](root, target)


_WRITERS: dict[To, Callable[[Path, Path], None]] = {
    To.SQLITE: _sqlite,
    To.DUCKDB: _duckdb,
    To.TEI: _tei,
    To.GEXF: _gexf,
    **{to: partial(_annotated, to=to) for to in (To.DOCBIN, To.CONLLU, To.JSONL, To.LABEL_STUDIO)},
}
