"""Many documents a file: Parquet parts, for corpora whose files would be too many.

``parquet/<table>/part-000000.parquet`` holds the rows of some thousand documents, and
``parquet/documents/`` their texts and what is known of them. A part is never changed. Its file in
``documents`` is written after those of the tables and removed before them: it makes the part count.
What is to be left out of a part is left out of the one that is written in its place, before it is
removed: so a document may stand in two parts when a run is stopped. The later one counts, and
whoever prepares the folder next finishes the work.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs.atomic import clear_partial, partial_beside
from hemicycle.outputs.marks import Marks, versions
from hemicycle.outputs.store import OutputError
from hemicycle.tables.registry import DOCUMENT_TABLES, Column, Row, Table, plain_number

_DOCUMENTS = "documents"
_DOCUMENT_SCHEMA = pa.schema(
    [("doc_id", pa.string()), ("fields", pa.string()), ("text", pa.string())]
)
_TYPES = {"integer": pa.int64(), "number": pa.float64()}
_MOST_DOCUMENTS = 2_000
_MOST_CHARACTERS = 10_000_000
_CACHED_PARTS = 4


@dataclass(slots=True)
class _Part:
    """Some documents with their rows: those of a part that was read, or of the next one.

    Attributes:
        documents: what is known of each document, with its marks, and its text.
        rows: the rows of each table, by document; a table that was not made has no entry.
    """

    documents: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)
    rows: dict[str, dict[str, list[Row]]] = field(default_factory=dict)
    characters: int = 0

    def put(self, doc_id: str, fields: dict[str, Any], text: str) -> None:
        """Take in a document without its rows."""
        self.documents[doc_id] = (fields, text)
        self.characters += len(text)

    def without(self, doc_ids: Collection[str]) -> _Part:
        """The part with some documents left out."""
        kept = _Part({d: known for d, known in self.documents.items() if d not in doc_ids})
        for table, rows in self.rows.items():
            kept.rows[table] = {d: found for d, found in rows.items() if d not in doc_ids}
        return kept


class ParquetParts:
    """The folder ``parquet/``; see :class:`hemicycle.outputs.store.Store`."""

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is read yet."""
        self._root = root
        self._index: dict[str, tuple[int, Marks]] | None = None
        self._next = _Part()
        self._superseded: dict[int, set[str]] = {}
        self._cache: OrderedDict[int, _Part] = OrderedDict()

    def prepare(self) -> None:
        """Make the folders and clear parts that a stopped run did not complete."""
        names = [_DOCUMENTS, *(table.name for table in DOCUMENT_TABLES)]
        for name in names:
            (self._root / name).mkdir(parents=True, exist_ok=True)
        clear_partial(self._root / name for name in names)
        whole = {path.name for path in (self._root / _DOCUMENTS).glob("part-*.parquet")}
        for path in self._root.glob("*/part-*.parquet"):
            if path.name not in whole:
                path.unlink()
        self._known()
        self._replace_superseded()

    def convert(self) -> None:
        """Nothing is kept in a dialect."""

    def ids(self) -> list[str]:
        """The documents that are whole, sorted."""
        return sorted({*self._known(), *self._next.documents})

    def marks(self, doc_id: str) -> Marks | None:
        """What a document was made from; None if it is not there."""
        if doc_id in self._next.documents:
            return Marks.from_json(self._next.documents[doc_id][0]["made"])
        found = self._known().get(doc_id)
        return found[1] if found else None

    def read_document(self, doc_id: str, *, with_text: bool) -> Document:
        """A document as ingestion left it."""
        try:
            fields, text = self._part_of(doc_id).documents[doc_id]
            return Document.from_json(fields, text if with_text else "")
        except (KeyError, ValueError, OSError) as error:
            raise OutputError(
                tell(
                    "{root} does not hold {doc_id} ({error}).",
                    root=self._root,
                    doc_id=doc_id,
                    error=error,
                )
            ) from error

    def csv_of(self, doc_id: str, table: Table) -> bytes | None:
        """None: rows are kept in columns here."""
        return None

    def read_table(self, doc_id: str, table: Table) -> Iterator[dict[str, str]]:
        """The rows of one table of one document, none if the table was not made."""
        for row in self._part_of(doc_id).rows.get(table.name, {}).get(doc_id, ()):
            yield dict(zip(table.header, row, strict=True))

    def write(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Keep a document for the next part, which is written when it is large enough."""
        doc_id = document.doc_id
        if doc_id in self._known():
            self._supersede(doc_id)
        fields = {**document.to_json(), "versions": versions(), "made": marks.to_json()}
        self._next.put(doc_id, fields, document.text)
        for name, found in rows.items():
            self._next.rows.setdefault(name, {})[doc_id] = found
        full = len(self._next.documents) >= _MOST_DOCUMENTS
        if full or self._next.characters >= _MOST_CHARACTERS:
            self._write_next()

    def add(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write a document again with the rows that it has and some more."""
        before = self._part_of(document.doc_id).rows
        kept = {
            name: found[document.doc_id]
            for name, found in before.items()
            if document.doc_id in found
        }
        self.write(document, {**kept, **rows}, marks)

    def remove(self, doc_ids: Collection[str]) -> None:
        """Write the parts that hold some documents without them."""
        for doc_id in doc_ids:
            self._supersede(doc_id)
            del self._known()[doc_id]
        self.flush()

    def flush(self) -> None:
        """Write the next part, and those again that hold what no longer counts."""
        if self._next.documents:
            self._write_next()
        self._replace_superseded()

    def _supersede(self, doc_id: str) -> None:
        """What the files hold of a document counts no longer."""
        self._superseded.setdefault(self._known()[doc_id][0], set()).add(doc_id)

    def _replace_superseded(self) -> None:
        """Write what still counts of the parts that hold something else, then remove them."""
        for number, doc_ids in sorted(self._superseded.items()):
            kept = self._read(number).without(doc_ids)
            if kept.documents:
                self._write(kept)
            self._drop(number)
        self._superseded.clear()
        self._cache.clear()

    def _write_next(self) -> None:
        self._write(self._next)
        self._next = _Part()

    def _write(self, part: _Part) -> None:
        """Write a part under the next number."""
        number = max(self._numbers(), default=-1) + 1
        for table in DOCUMENT_TABLES:
            by_document = part.rows.get(table.name, {})
            if by_document:
                rows = [row for doc_id in part.documents for row in by_document.get(doc_id, ())]
                _save(_to_arrow(table, rows), self._root / table.name / _name(number))
        known = [(d, json.dumps(f, ensure_ascii=False), t) for d, (f, t) in part.documents.items()]
        columns = [list(column) for column in zip(*known, strict=True)]
        documents = pa.table(columns, schema=_DOCUMENT_SCHEMA)
        _save(documents, self._root / _DOCUMENTS / _name(number))
        for doc_id, (fields, _) in part.documents.items():
            self._known()[doc_id] = (number, Marks.from_json(fields["made"]))

    def _drop(self, number: int) -> None:
        """Remove a part; it counts no more before its tables are gone."""
        (self._root / _DOCUMENTS / _name(number)).unlink()
        for path in self._root.glob(f"*/{_name(number)}"):
            path.unlink()

    def _numbers(self) -> list[int]:
        """The numbers of the parts that count, in order."""
        paths = (self._root / _DOCUMENTS).glob("part-*.parquet")
        return sorted(int(path.stem.removeprefix("part-")) for path in paths)

    def _known(self) -> dict[str, tuple[int, Marks]]:
        """The part and the marks of each document."""
        if self._index is None:
            self._index = {}
            for number in self._numbers():
                path = self._root / _DOCUMENTS / _name(number)
                found = pq.read_table(path, columns=["doc_id", "fields"])
                for doc_id, fields in zip(*(c.to_pylist() for c in found.columns), strict=True):
                    if doc_id in self._index:
                        self._supersede(doc_id)
                    self._index[doc_id] = (number, Marks.from_json(json.loads(fields)["made"]))
        return self._index

    def _part_of(self, doc_id: str) -> _Part:
        """The part that a document is in; the last few that were read are remembered."""
        if doc_id in self._next.documents:
            return self._next
        number = self._known()[doc_id][0]
        if number not in self._cache:
            self._cache[number] = self._read(number)
            if len(self._cache) > _CACHED_PARTS:
                self._cache.popitem(last=False)
        self._cache.move_to_end(number)
        return self._cache[number]

    def _read(self, number: int) -> _Part:
        part = _Part()
        documents = pq.read_table(self._root / _DOCUMENTS / _name(number))
        for doc_id, fields, text in zip(*(c.to_pylist() for c in documents.columns), strict=True):
            part.put(doc_id, json.loads(fields), text)
        for table in DOCUMENT_TABLES:
            path = self._root / table.name / _name(number)
            if path.is_file():
                made = {
                    d for d, (fields, _) in part.documents.items() if table.stage in fields["made"]
                }
                rows = part.rows[table.name] = {doc_id: [] for doc_id in made}
                for row in _from_arrow(table, pq.read_table(path)):
                    rows[row[0]].append(row)
        return part


def _name(number: int) -> str:
    return f"part-{number:06}.parquet"


def _save(table: pa.Table, path: Path) -> None:
    partial = partial_beside(path)
    try:
        pq.write_table(table, partial, compression="zstd")
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _to_arrow(table: Table, rows: list[Row]) -> pa.Table:
    columns = [
        pa.array([_typed(column, row[place]) for row in rows], _TYPES.get(column.type, pa.string()))
        for place, column in enumerate(table.columns)
    ]
    return pa.table(columns, names=table.header)


def _typed(column: Column, cell: str) -> str | int | float | None:
    if column.type == "integer":
        return int(cell) if cell else None
    if column.type == "number":
        return float(cell) if cell else None
    return cell


def _from_arrow(table: Table, found: pa.Table) -> Iterable[Row]:
    columns = [found.column(name).to_pylist() for name in table.header]
    for cells in zip(*columns, strict=True):
        yield ["" if c is None else c if isinstance(c, str) else plain_number(c) for c in cells]
