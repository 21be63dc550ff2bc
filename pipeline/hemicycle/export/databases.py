"""A finished run as a database of one file, SQLite or DuckDB: typed tables, keys and views."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Set
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hemicycle.aggregation.sql import SHUT, literal, quoted, read_csv, told, unshielded
from hemicycle.batches import batched
from hemicycle.export.views import ASKED, VIEWS
from hemicycle.outputs import PARTIAL, csvfiles
from hemicycle.outputs.atomic import replacing
from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.tables.registry import CORPUS_TABLES, DOCUMENTS, INDEXES, Column, Table

_ROWS = 20_000
_KEYS = {table.name: table for table in (DOCUMENTS, *CORPUS_TABLES, *INDEXES.values()) if table.key}
_SQLITE = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT"}
_DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
# Of a summary and a table of one name, the summary gets this before its name.
_SUMMARY = "summary_"


def write_sqlite(root: Path, target: Path) -> None:
    """Write a finished run as one SQLite file.

    Empty cells are NULL in numbers and dates, empty strings in text; dates are ISO 8601.

    Args:
        root: the output folder.
        target: the file, which is replaced once the new one is whole.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be read or written.
    """

    tables = list(_tables(root))
    with (
        replacing(target) as partial,
        closing(sqlite3.connect(partial)) as connection,
        connection as base,
    ):
        for name, path, table in tables:
            base.execute(_created(name, table, _SQLITE))
            marks = ", ".join("?" * len(table.columns))
            for rows in batched(_rows(path, table), _ROWS):
                base.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)
        _create_views({name for name, _, _ in tables}, base.execute)


def write_duckdb(root: Path, target: Path) -> None:
    """Write a finished run as one DuckDB file; as :func:`write_sqlite`.

    DuckDB reads the CSVs itself, in parallel and out of core, by the types that the tables declare.

    Raises:
        OutputError: the folder holds no finished run, or a table of it is damaged.
        OSError: a file cannot be read or written.
    """
    import duckdb

    tables = list(_tables(root))
    with (
        replacing(target) as partial,
        TemporaryDirectory(prefix=PARTIAL, dir=target.parent) as scratch,
        duckdb.connect(str(partial), config=SHUT) as base,
    ):
        base.execute(f"SET temp_directory = {literal(scratch)}")
        base.create_function("unshield", csvfiles.unshield, ["VARCHAR"], "VARCHAR")  # type: ignore[arg-type, unused-ignore]
        for name, path, table in tables:
            base.execute(_created(name, table, _DUCKDB))
            try:
                base.execute(f"INSERT INTO {quoted(name)} {_selected(path, table)}")
            except duckdb.Error as error:
                raise told(error, path) from error
        _create_views({name for name, _, _ in tables}, base.execute)


def _selected(path: Path, table: Table) -> str:
    """The query for the rows of one of our CSV files, in their order, cells as they were."""
    with path.open("rb") as handle:
        excel = csvfiles.is_excel(handle.read(3))
    columns = {column.name: _DUCKDB[column.type] for column in table.columns}
    cells = ", ".join(
        unshielded(c.name) if c.type == "string" else quoted(c.name) for c in table.columns
    )
    return f"SELECT {cells} FROM {read_csv(path, columns, excel=excel)}"


def _tables(root: Path) -> Iterator[tuple[str, Path, Table]]:
    """The tables of a run, by names of which no two are the same."""
    for path, table in read_datapackage(root).items():
        name = f"{_SUMMARY}{table.name}" if path.startswith("summary/") else table.name
        yield name, root / path, table


def _create_views(made: Set[str], execute: Callable[[str], Any]) -> None:
    if made >= ASKED:
        for name, query in VIEWS.items():
            execute(f"CREATE VIEW {quoted(name)} AS {query}")


def _created(name: str, table: Table, types: dict[str, str]) -> str:
    columns = [f"{quoted(column.name)} {types[column.type]}" for column in table.columns]
    if (keyed := _KEYS.get(name)) and set(keyed.key) <= set(table.header):
        # An empty number is NULL, which no primary key may hold.
        may_be_null = any(
            column.type != "string" and not column.required
            for column in keyed.columns
            if column.name in keyed.key
        )
        kind = "UNIQUE" if may_be_null else "PRIMARY KEY"
        columns.append(f"{kind} ({', '.join(map(quoted, keyed.key))})")
    return f"CREATE TABLE {quoted(name)} ({', '.join(columns)})"


def _rows(path: Path, table: Table) -> Iterator[list[Any]]:
    for row in csvfiles.read_rows(path, table.number_columns):
        yield [_value(row[column.name], column) for column in table.columns]


def _value(cell: str, column: Column) -> Any:
    if column.type == "string":
        return cell
    if not cell:
        return None
    if column.type == "integer":
        return int(cell)
    return float(cell) if column.type == "number" else cell
