"""Outputs back as typed pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pandas as pd

from hemicycle.exploring.passages import How
from hemicycle.kinds.column import CONFIDENCE
from hemicycle.kinds.registry import MENTIONS
from hemicycle.messages import tell
from hemicycle.notebook.highlighting import Highlighted, highlighted
from hemicycle.outputs import OutputError, OutputFolder, csvfiles
from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.outputs.remote.opening import Readable, reading
from hemicycle.tables.registry import Column, Table


class Frames:
    """The tables of a run, each an attribute and an item: ``frames.people``, ``frames["people"]``.

    There is one frame for each table that ``datapackage.json`` describes: ``documents``, those of
    :data:`hemicycle.tables.registry.CORPUS_TABLES` (people, quotes, dates, amounts, sectors,
    themes, keywords...), and ``failures``.

    Attributes:
        summary: the summaries by name (``people``, ``themes``...), each for all groupings.
    """

    def __init__(
        self, place: Readable, tables: dict[str, pd.DataFrame], summary: dict[str, pd.DataFrame]
    ) -> None:
        """Hold the tables of an output folder, by name."""
        self._place = place
        self._tables = tables
        self.summary = summary

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            tables: dict[str, pd.DataFrame] = self.__dict__["_tables"]
            return tables[name]
        except KeyError:
            known = ", ".join(self.__dict__.get("_tables", ()))
            raise AttributeError(
                tell("There is no table {name!r}; there are {known}.", name=name, known=known)
            ) from None

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._tables]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(table)} {name}" for name, table in self._tables.items())
        return f"<Frames of {counts}>"

    def _repr_html_(self) -> str:
        frame = pd.DataFrame(
            {
                "rows": [len(table) for table in self._tables.values()],
                "columns": [", ".join(table.columns) for table in self._tables.values()],
            },
            index=list(self._tables),
        )
        with pd.option_context("display.max_colwidth", 200):
            return str(frame.to_html())

    def joined(self, table: str) -> pd.DataFrame:
        """A table of mentions with what is known of where each row stands.

        Columns that come in: ``document_date``, ``title`` and ``source`` of the document,
        ``speaker_role``, ``speaker_group`` and ``agenda`` (the heading of the sitting) of the turn;
        for amounts also ``date_begin`` and ``date_end``, the days that their date covers. One row a
        row of the table, in its order.

        Raises:
            OutputError: there is no such table, or its rows stand in no document.
        """
        from hemicycle.notebook.joining import joined

        return joined(self._tables, table)

    def counts(
        self, name: str, dimension: str = "corpus", *, by_period: bool = False
    ) -> pd.DataFrame:
        """One grouping of a summary.

        Args:
            name: the summary (``people``, ``themes``...).
            dimension: ``corpus``, ``document``, or what the run was grouped by (``speaker``).
            by_period: each group by its periods, in place of all times together.

        Returns:
            Its rows, without the columns that are then the same in all of them.

        Raises:
            OutputError: there is no such summary or grouping.
        """
        from hemicycle.notebook.counting import counts

        return counts(self.summary, name, dimension, by_period)

    def sql(self, query: str) -> pd.DataFrame:
        """What a query in SQL gives (DuckDB's).

        The tables go by their names, summaries by ``summary_people`` and so on, and there are the
        views of :data:`hemicycle.export.views.VIEWS`: ``utterances``, ``amounts_in_context``,
        ``who_said_what``. Nothing outside of the run can be read or written by it.

        Raises:
            duckdb.Error: the query is wrong.
        """
        from hemicycle.notebook.queries import answer

        frames = {**self._tables, **{f"summary_{n}": f for n, f in self.summary.items()}}
        return answer(frames, query)

    def search(self, query: str, how: How = "phrase", near: int = 0) -> pd.DataFrame:
        """The places of a query in all texts, a row each, with its context, speaker and date, typed
        as the tables are.

        Args:
            query, how, near: as for :func:`hemicycle.exploring.passages.finder` (``how`` is
                ``phrase``, ``lemma`` or ``regex``).

        Raises:
            QueryError: the query cannot be asked.
            OutputError: a document is damaged.
        """
        from hemicycle.exploring.searching import COLUMNS, search

        self._place.fetch()
        hits = [astuple(hit) for hit in search(self._place.root, query, how, near)]
        found = pd.DataFrame(hits, columns=list(COLUMNS)).astype("string")
        for name in ("start_char", "end_char", "speech"):
            found[name] = _typed(found[name], Column(name, "integer", ""))
        found["date"] = _typed(found["date"], Column("date", "date", ""))
        return found

    def compare(
        self, first: str, second: str, by: str = "group", least_confidence: float = 0.0
    ) -> pd.DataFrame:
        """What sets two groups apart, a row a thing: counts, shares, log-odds with their interval.

        Args:
            first, second, by, least_confidence: as for
                :func:`hemicycle.exploring.comparing.compare`.

        Raises:
            OutputError: there is no such column, or nothing of a group.
        """
        from hemicycle.exploring.comparing import COLUMNS, compare

        _, _, found = compare(self._place.root, first, second, by, least_confidence)
        return pd.DataFrame([astuple(one) for one in found], columns=list(COLUMNS))

    def text(self, doc_id: str) -> str:
        """The text of a document, which the offsets of its rows count in.

        Raises:
            OutputError: there is no such document.
        """
        self._place.fetch(f"documents/{doc_id}/", "parquet/")
        return OutputFolder(self._place.root).read_document(doc_id).text

    def highlight(self, doc_id: str, *tables: str) -> Highlighted:
        """A document with its mentions marked; a notebook shows it in colour.

        Args:
            doc_id: the document.
            tables: names of tables of mentions; those that the page marks in colour if none.

        Raises:
            OutputError: there is no such document, or no such table of mentions.
        """
        names = tables or tuple(kind.name for kind in MENTIONS if kind.marks == "filled")
        known = [kind.name for kind in MENTIONS]
        if unknown := [name for name in names if name not in known]:
            raise OutputError(
                tell(
                    "{unknown} is no table of mentions; name {known}.",
                    unknown=unknown[0],
                    known=", ".join(known),
                )
            )
        rows = [(name, self[name][self[name]["doc_id"] == doc_id]) for name in names]
        return highlighted(self.text(doc_id), rows)


def read(outputs: str | Path = "outputs", least_confidence: float = 0.0) -> Frames:
    """The tables of an output folder, typed.

    Text columns are strings and never become numbers or missing values, empty cells are empty
    strings; integers are ``Int64``, numbers ``Float64``, full dates ``datetime64``; cells that were
    shielded from spreadsheets are as they were in the text.

    Args:
        outputs: the folder, or its address (`s3://...`).
        least_confidence: of tables that have a column ``confidence``, rows below it are left out;
            0 to 1. Summaries count all rows.

    Raises:
        OutputError: the folder holds no finished run.
        RemoteError: it is remote and cannot be reached.
    """
    place = reading(outputs, "datapackage.json", "failures.csv", "corpus/", "summary/")
    root = place.root
    tables: dict[str, pd.DataFrame] = {}
    summary: dict[str, pd.DataFrame] = {}
    for path, table in read_datapackage(root, str(outputs)).items():
        group = summary if path.startswith("summary/") else tables
        read_frame = frame(root / path, table)
        if least_confidence and CONFIDENCE in read_frame:
            sure = read_frame[CONFIDENCE] >= least_confidence
            read_frame = read_frame[sure].reset_index(drop=True)
        group[table.name] = read_frame
    return Frames(place, tables, summary)


def frame(path: Path, table: Table) -> pd.DataFrame:
    """One CSV file as a typed frame; an empty one with the right columns if there is no file."""
    rows = list(csvfiles.read_rows(path, table.number_columns)) if path.is_file() else []
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
