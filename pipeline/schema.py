"""``datapackage.json``: the meaning of every column, in Frictionless Table Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline import __version__, csvfiles
from pipeline.outputs import OutputFolder, write_bytes
from pipeline.tables import DOCUMENT_TABLES, DOCUMENTS, FAILURES, SUMMARIES, Column, Table


def describe(table: Table, path: str, *, excel: bool = False) -> dict[str, Any]:
    """One table as a Frictionless resource.

    Args:
        table: its declaration.
        path: its file, relative to the package.
        excel: whether it is written in the dialect of French Excel.
    """
    return {
        "name": path.removesuffix(".csv").replace("/", "-"),
        "path": path,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";" if excel else ","},
        "schema": {
            "fields": [_field(column, excel) for column in table.columns],
            "missingValues": [""],
        },
    }


def write_datapackage(folder: OutputFolder) -> None:
    """Describe the tables that stand in an output folder.

    Raises:
        OSError: the description cannot be written.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "hemicycle-outputs",
        "title": "What hemicycle read in a corpus of French political texts",
        "version": __version__,
        "resources": [
            describe(_as_written(folder, table, path), path, excel=folder.excel)
            for table, path in _tables()
            if (folder.root / path).is_file()
        ],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    write_bytes(folder.root / "datapackage.json", text.encode("utf-8"))


def _tables() -> Iterator[tuple[Table, str]]:
    yield DOCUMENTS, "corpus/documents.csv"
    for table in DOCUMENT_TABLES:
        yield table, f"corpus/{table.name}.csv"
    for summary in SUMMARIES:
        for table in (summary.overall, summary.by_period, summary.by_document):
            yield table, f"summary/{table.name}.csv"
    yield FAILURES, "failures.csv"


def _as_written(folder: OutputFolder, table: Table, path: str) -> Table:
    """The table with the metadata columns that its file has beside the declared ones."""
    header = csvfiles.read_header(folder.root / path)
    known = set(table.header)
    extra = tuple(
        Column(name, "string", "metadata that came with the document")
        for name in header
        if name not in known
    )
    return Table(table.name, table.description, (*table.columns, *extra)) if extra else table


def _field(column: Column, excel: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    if column.type == "number" and excel:
        field["decimalChar"] = ","
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    if constraints:
        field["constraints"] = constraints
    return field
