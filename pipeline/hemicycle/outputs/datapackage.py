"""``datapackage.json``: the meaning of every column, in Frictionless Table Schema."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from hemicycle.messages import tell
from hemicycle.output_marks import DATAPACKAGE, PACKAGE_NAME
from hemicycle.outputs import OutputError, OutputFolder, csvfiles, write_bytes
from hemicycle.regular_files import open_regular
from hemicycle.tables.registry import (
    CORPUS_TABLES,
    DOCUMENTS,
    FAILURES,
    INDEXES,
    SUMMARY_TABLES,
    Column,
    Table,
)
from hemicycle.version import __version__

_DOCUMENTS_PATH = "corpus/documents.csv"


def describe(table: Table, path: str, *, excel: bool = False) -> dict[str, Any]:
    """One table as a Frictionless resource.

    Args:
        table: its declaration.
        path: its file, relative to the package.
        excel: whether it is written in the dialect of French Excel.
    """
    return {
        "name": _name(path),
        "type": "table",
        "path": path,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";" if excel else ","},
        "schema": {
            "fields": [_field(column, excel) for column in table.columns],
            "missingValues": [""],
            **_keys(table, path),
        },
    }


def _keys(table: Table, path: str) -> dict[str, Any]:
    """The key of a table, and the key that leads it to the documents."""
    keys: dict[str, Any] = {"primaryKey": list(table.key)} if table.key else {}
    if "doc_id" in table.header and path != _DOCUMENTS_PATH:
        reference = {"resource": _name(_DOCUMENTS_PATH), "fields": ["doc_id"]}
        keys["foreignKeys"] = [{"fields": ["doc_id"], "reference": reference}]
    return keys


def _name(path: str) -> str:
    return path.removesuffix(".csv").replace("/", "-")


def write_datapackage(folder: OutputFolder) -> None:
    """Describe the tables that stand in an output folder.

    Args:
        folder: the folder.
        by: the columns that its summaries are grouped by.

    Raises:
        OSError: the description cannot be written.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": PACKAGE_NAME,
        "title": "What hemicycle read in a corpus of French political texts",
        "version": __version__,
        "resources": [
            describe(_as_written(folder, table, path), path, excel=folder.excel)
            for table, path in _tables()
            if (folder.root / path).is_file()
        ],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    write_bytes(folder.root / DATAPACKAGE, text.encode("utf-8"))


def read_datapackage(root: Path, shown: str = "") -> dict[str, Table]:
    """The tables that an output folder says it holds, by their path in it.

    Args:
        root: the folder.
        shown: how the user names it.

    Raises:
        OutputError: the folder holds no finished run, or says that a table lies outside of it.
    """
    try:
        with open_regular(root / DATAPACKAGE) as file:
            package = json.loads(file.read().decode("utf-8"))
        return {
            _inside(root, resource["path"]): Table(
                PurePosixPath(resource["path"]).stem,
                resource["description"],
                tuple(
                    Column(field["name"], field["type"], field["description"])
                    for field in resource["schema"]["fields"]
                ),
            )
            for resource in package["resources"]
        }
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise OutputError(
            tell(
                "{shown} holds no finished run: there is no {datapackage} that can be "
                "read. Run `hemicycle run` or `hemicycle aggregate` first.",
                shown=shown or root,
                datapackage=DATAPACKAGE,
            )
        ) from error


def corpus_tables(root: Path, shown: str = "") -> dict[str, tuple[Path, Table]]:
    """The tables of ``corpus/`` that an output folder says it holds, each with its file, by name.

    Args:
        root: the folder.
        shown: how the user names it.

    Raises:
        OutputError: as for :func:`read_datapackage`.
    """
    return {
        table.name: (root / path, table)
        for path, table in read_datapackage(root, shown).items()
        if path.startswith("corpus/")
    }


def _inside(root: Path, path: str) -> str:
    """The path of a table, which may be a stranger's word: it stays in the folder."""
    parts = PurePosixPath(path).parts
    plain = path and not set(path) & set("\\:\0") and ".." not in parts and parts[0] != "/"
    if not plain or not Path(os.path.realpath(root / path)).is_relative_to(os.path.realpath(root)):
        raise OutputError(
            tell(
                "{root} names a table outside of its folder ({path!r}), which is not "
                "read; make the outputs anew with `hemicycle aggregate`.",
                root=root / DATAPACKAGE,
                path=path,
            )
        )
    return path


def _tables() -> Iterator[tuple[Table, str]]:
    yield DOCUMENTS, _DOCUMENTS_PATH
    for table in CORPUS_TABLES:
        yield table, f"corpus/{table.name}.csv"
    for table in INDEXES.values():
        yield table, f"corpus/{table.name}.csv"
    for table in SUMMARY_TABLES:
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
    return replace(table, columns=(*table.columns, *extra)) if extra else table


def _field(column: Column, excel: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    if column.unit:
        field["unit"] = column.unit
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
