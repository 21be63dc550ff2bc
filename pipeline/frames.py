"""Outputs back as typed pandas DataFrames."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline import csvfiles
from pipeline.outputs import OutputError
from pipeline.tables import DOCUMENT_TABLES, DOCUMENTS, FAILURES, SUMMARIES, Column, Table


@dataclass(frozen=True, slots=True, repr=False)
class Frames:
    """The tables of a run.

    Attributes:
        documents: one row a document.
        people: mentions of people.
        dates: temporal expressions.
        amounts: amounts.
        sectors: mentions of sectors.
        themes: themes of documents.
        keywords: keywords of documents.
        failures: what failed.
        summary: the summaries by name (``people``, ``people_by_period``...).
    """

    documents: pd.DataFrame
    people: pd.DataFrame
    dates: pd.DataFrame
    amounts: pd.DataFrame
    sectors: pd.DataFrame
    themes: pd.DataFrame
    keywords: pd.DataFrame
    failures: pd.DataFrame
    summary: dict[str, pd.DataFrame]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, t.name))} {t.name}" for t in DOCUMENT_TABLES)
        return f"<Frames of {len(self.documents)} documents: {counts}>"


def read(outputs: str | Path = "outputs") -> Frames:
    """The tables of an output folder, typed.

    Text columns are strings and never become numbers or missing values, empty cells are empty
    strings; integers are ``Int64``, numbers ``Float64``, full dates ``datetime64``; cells that were
    shielded from spreadsheets are as they were in the text.

    Raises:
        OutputError: the folder holds no finished run.
    """
    root = Path(outputs)
    if not (root / "corpus" / "documents.csv").is_file():
        raise OutputError(
            f"{root} holds no finished run: there is no corpus/documents.csv. "
            "Run `hemicycle run` or `hemicycle aggregate` first."
        )
    tables = {t.name: frame(root / "corpus" / f"{t.name}.csv", t) for t in DOCUMENT_TABLES}
    summaries = [t for s in SUMMARIES for t in (s.overall, s.by_period, s.by_document)]
    return Frames(
        documents=frame(root / "corpus" / "documents.csv", DOCUMENTS),
        failures=frame(root / "failures.csv", FAILURES),
        summary={t.name: frame(root / "summary" / f"{t.name}.csv", t) for t in summaries},
        **tables,
    )


def frame(path: Path, table: Table) -> pd.DataFrame:
    """One CSV file as a typed frame; an empty one with the right columns if there is no file."""
    numbers = [column.name for column in table.columns if column.type == "number"]
    rows = list(csvfiles.read_rows(path, numbers)) if path.is_file() else []
    header = csvfiles.read_header(path) if path.is_file() else table.header
    declared = {column.name: column for column in table.columns}
    return pd.DataFrame(
        {
            name: _typed(pd.Series([row[name] for row in rows], dtype="string"), declared.get(name))
            for name in header
        }
    )


def _typed(cells: pd.Series[str], column: Column | None) -> pd.Series:
    if column is None or column.type == "string":
        return cells
    if column.type == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce")
    numbers = pd.to_numeric(cells.where(cells != "", None), errors="coerce")
    return numbers.astype("Int64" if column.type == "integer" else "Float64")
