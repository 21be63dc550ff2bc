"""The tables of ``corpus/`` as Parquet, typed, beside the CSVs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hemicycle.batches import batched
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import replacing
from hemicycle.outputs.datapackage import corpus_tables
from hemicycle.tables.registry import Column, Table

_ROWS = 20_000
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
}


def write_parquet(root: Path) -> list[Path]:
    """Write ``corpus/<table>.parquet`` for every table of the corpus; gives their paths.

    Rows stream by; empty cells are null in numbers and dates, empty strings in text.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be read or written.
    """
    written = []
    for source, table in corpus_tables(root).values():
        target = source.with_suffix(".parquet")
        with replacing(target) as partial:
            _write(source, table, partial)
        written.append(target)
    return written


def _write(source: Path, table: Table, target: Path) -> None:
    fields = [
        pa.field(c.name, _TYPES[c.type], metadata={"description": c.description})
        for c in table.columns
    ]
    schema = pa.schema(fields, metadata={"description": table.description})
    with pq.ParquetWriter(target, schema) as writer:
        for rows in batched(_rows(source, table), _ROWS):
            columns = {
                column.name: [_value(row[column.name], column) for row in rows]
                for column in table.columns
            }
            writer.write_table(pa.table(columns, schema=schema))


def _rows(source: Path, table: Table) -> Iterator[dict[str, str]]:
    return csvfiles.read_rows(source, table.number_columns)


def _value(cell: str, column: Column) -> Any:
    if column.type == "string":
        return cell
    if not cell:
        return None
    if column.type == "date":
        return date.fromisoformat(cell)
    return int(cell) if column.type == "integer" else float(Decimal(cell))
