"""A finished run in other formats: its CSVs, as ``datapackage.json`` describes them, read again."""

from __future__ import annotations

from pathlib import Path

from hemicycle.output_marks import DATABASE, WORKBOOK
from hemicycle.settings import Settings


def convert(root: Path, settings: Settings) -> None:
    """Write the formats that the settings ask for; those of an earlier run, out of date, go.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be read or written.
    """
    for old in (*root.glob("corpus/*.parquet"), root / WORKBOOK, root / DATABASE):
        old.unlink(missing_ok=True)
    if settings.parquet:
        from hemicycle.export.parquet import write_parquet

        write_parquet(root)
    if settings.xlsx:
        from hemicycle.export.workbook import write_workbook

        write_workbook(root)
    if settings.duckdb:
        from hemicycle.export.databases import write_duckdb

        write_duckdb(root, root / DATABASE)
