"""One folder a document: its text, what is known of it, and a CSV file a table.

A folder is made under a hidden name and renamed into place when it is complete.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import (
    clear_partial,
    json_bytes,
    partial_beside,
    write_bytes,
    write_new,
)
from hemicycle.outputs.marks import Marks, versions
from hemicycle.outputs.store import OutputError, damaged
from hemicycle.tables.registry import DOCUMENT_TABLES, Row, Table, tables_of

_TEXT = "text.txt"
_DOCUMENT = "document.json"


def csv_bytes(table: Table, rows: Iterable[Row], *, excel: bool) -> bytes:
    """One table as a CSV file."""
    text = csvfiles.to_csv(table.header, table.types, rows, excel=excel)
    return csvfiles.encode(text, excel=excel)


class DocumentFolders:
    """The folder ``documents/``; see :class:`hemicycle.outputs.store.Store`."""

    def __init__(self, root: Path, *, excel: bool) -> None:
        """Name the folder that holds the documents' folders, and the dialect of the CSV files."""
        self._root = root
        self._excel = excel

    def prepare(self) -> None:
        """Make the folder and clear what a stopped run left half-written."""
        self._root.mkdir(parents=True, exist_ok=True)
        clear_partial([self._root])

    def convert(self) -> None:
        """Put CSV files of another dialect into the one that is written now."""
        for doc_id, table in product(self.ids(), DOCUMENT_TABLES):
            data = self.csv_of(doc_id, table)
            if data is not None and csvfiles.is_excel(data) != self._excel:
                rows = [list(row.values()) for row in csvfiles.parse(data, table.number_columns)]
                path = self._root / doc_id / f"{table.name}.csv"
                write_bytes(path, csv_bytes(table, rows, excel=self._excel))

    def ids(self) -> list[str]:
        """The documents that are whole, sorted."""
        if not self._root.is_dir():
            return []
        return sorted(
            entry.name
            for entry in self._root.iterdir()
            if not entry.name.startswith(".") and (entry / _DOCUMENT).is_file()
        )

    def marks(self, doc_id: str) -> Marks | None:
        """What a document was made from; None if it is not there, is damaged or lacks a table."""
        folder = self._root / doc_id
        try:
            found = Marks.from_json(self._fields(folder)["made"])
            names = {path.name for path in folder.iterdir()}
        except (OSError, ValueError, KeyError, TypeError):
            return None
        wanted = {f"{t.name}.csv" for t in DOCUMENT_TABLES if t.stage in found.recipes}
        return found if wanted | {_TEXT} <= names else None

    def read_document(self, doc_id: str, *, with_text: bool) -> Document:
        """A document as ingestion left it."""
        folder = self._root / doc_id
        # A `doc_id` may come from a table that others made.
        if doc_id in ("", ".", "..") or set(doc_id) & set("/\\:\0"):
            raise OutputError(tell("{doc_id!r} is no name of a document.", doc_id=doc_id))
        if not folder.is_dir():
            raise OutputError(
                tell("There is no document {doc_id!r} in {root}.", doc_id=doc_id, root=self._root)
            )
        try:
            text = (folder / _TEXT).read_bytes().decode("utf-8") if with_text else ""
            return Document.from_json(self._fields(folder), text)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise damaged(folder, error) from error

    def read_table(self, doc_id: str, table: Table) -> Iterator[dict[str, str]]:
        """The rows of one table of one document, none if the table was not made."""
        data = self.csv_of(doc_id, table)
        if data is not None:
            yield from csvfiles.parse(data, table.number_columns)

    def csv_of(self, doc_id: str, table: Table) -> bytes | None:
        """The CSV file of one table of one document; None if the table was not made."""
        try:
            return (self._root / doc_id / f"{table.name}.csv").read_bytes()
        except FileNotFoundError:
            return None

    def write(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write a document's whole folder, replacing an earlier one."""
        target = self._root / document.doc_id
        partial = partial_beside(target)
        try:
            partial.mkdir()
            for name, data in self._files(document, rows, marks):
                write_new(f"{partial}/{name}", data)
            if target.exists():
                old = partial_beside(target)
                target.rename(old)
                partial.rename(target)
                shutil.rmtree(old)
            else:
                partial.rename(target)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise

    def add(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write tables of a document that is already there; its marks come last."""
        folder = self._root / document.doc_id
        for name, data in self._tables(rows):
            write_bytes(folder / name, data)
        write_bytes(folder / _DOCUMENT, _document_bytes(document, marks))

    def remove(self, doc_ids: Collection[str]) -> None:
        """Remove documents, each at once."""
        for doc_id in doc_ids:
            old = partial_beside(self._root / doc_id)
            (self._root / doc_id).rename(old)
            shutil.rmtree(old)

    def flush(self) -> None:
        """Nothing waits."""

    def _files(
        self, document: Document, rows: Mapping[str, list[Row]], marks: Marks
    ) -> Iterator[tuple[str, bytes]]:
        yield _TEXT, document.text.encode("utf-8")
        yield _DOCUMENT, _document_bytes(document, marks)
        yield from self._tables(rows)

    def _tables(self, rows: Mapping[str, list[Row]]) -> Iterator[tuple[str, bytes]]:
        for table in tables_of():
            if table.name in rows:
                yield f"{table.name}.csv", csv_bytes(table, rows[table.name], excel=self._excel)

    def _fields(self, folder: Path) -> dict[str, Any]:
        fields: dict[str, Any] = json.loads((folder / _DOCUMENT).read_text(encoding="utf-8"))
        return fields


def _document_bytes(document: Document, marks: Marks) -> bytes:
    return json_bytes({**document.to_json(), "versions": versions(), "made": marks.to_json()})
