"""The database in which a corpus is counted: DuckDB on a file that goes afterwards.

Nothing is fetched, no file but those beside it is read, and memory is bounded: what is more is put
away to files. Our texts are never part of a query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from hemicycle.aggregation.sql import SHUT, literal, quoted, read_csv, told, unshielded
from hemicycle.outputs import PARTIAL, csvfiles
from hemicycle.outputs.csvfiles import SUSPECT

_FETCHED = 20_000
# What parts words for Python.
_BLANK = (
    r"[\x{09}-\x{0d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}"
    r"\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+"
)


class Base:
    """A database of rows, with the folder that its files stand in."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, scratch: Path, excel: bool) -> None:
        """Take an open connection."""
        self._connection = connection
        self.scratch = scratch
        self.excel = excel

    def run(self, query: str) -> None:
        """Run a statement."""
        self._connection.execute(query)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, a few thousand at a time."""
        cursor = self._connection.cursor()
        cursor.execute(query)
        while found := cursor.fetchmany(_FETCHED):
            yield from found

    def load(self, name: str, path: Path, columns: Mapping[str, str], *, kept: str = "*") -> None:
        """Make a table of a CSV file: its rows in their order, numbered by ``o``.

        Args:
            name: of the table.
            path: the file, in the dialect that is written.
            columns: all of its columns, with their types.
            kept: the columns that are wanted.
        """
        cells = ", ".join(
            f"{unshielded(c)} AS {quoted(c)}" if kind == "VARCHAR" else quoted(c)
            for c, kind in columns.items()
        )
        source = read_csv(path, columns, excel=self.excel)
        self.run(
            f"CREATE TABLE {name} AS SELECT row_number() OVER () AS o, {kept} "
            f"FROM (SELECT {cells} FROM {source})"
        )


@contextmanager
def counting_base(root: Path, *, excel: bool, threads: int) -> Iterator[Base]:
    """A new database in an output folder; a killed run's is cleared by the next one.

    Raises:
        OSError: it cannot be made, or the system has no more room or memory for it.
        OutputError: what is read into it is damaged.
    """
    with (
        TemporaryDirectory(prefix=PARTIAL, dir=root) as scratch,
        duckdb.connect(f"{scratch}/rows.duckdb", config=SHUT) as connection,
    ):
        connection.execute(f"SET temp_directory = {literal(scratch)}")
        connection.execute(f"SET threads = {threads}")
        connection.execute(f"SET allowed_directories = [{literal(scratch)}]")
        connection.execute("SET enable_external_access = false")
        for function in (csvfiles.shield, csvfiles.unshield):
            connection.create_function(function.__name__, function, ["VARCHAR"], "VARCHAR")  # type: ignore[arg-type, unused-ignore]
        delimiter = ";" if excel else ","
        for macro in (
            f"marked(c) AS CASE WHEN regexp_matches(c, '[{delimiter}\"\\n\\r]') "
            "THEN '\"' || replace(c, '\"', '\"\"') || '\"' ELSE c END",
            f"words_cell(c) AS marked(CASE WHEN regexp_matches(c, {literal(SUSPECT)}) "
            "THEN shield(c) ELSE c END)",
            "plain(c) AS CASE WHEN contains(c, '.') THEN rtrim(rtrim(c, '0'), '.') ELSE c END",
            "part(a, b) AS CASE WHEN b = 0 THEN '' ELSE plain(format('{:.4f}', a / b)) END",
            f"one_line(c) AS trim(regexp_replace(c, '{_BLANK}', ' ', 'g'))",
        ):
            connection.execute(f"CREATE MACRO {macro}")
        try:
            yield Base(connection, Path(scratch), excel)
        except duckdb.Error as error:
            raise told(error, root) from error
