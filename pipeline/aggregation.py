"""Per-document tables to the tables of the corpus and to counts.

``corpus/`` holds the rows of all documents, in the order of ``doc_id``; ``summary/`` counts them
over the corpus, by month and by document. Everything streams: what stays in memory is one counter a
group, never the rows.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, TypeVar

from pipeline import csvfiles
from pipeline.document import Document
from pipeline.outputs import PARTIAL, OutputFolder
from pipeline.similarity import Duplicates
from pipeline.tables import (
    DOCUMENT_TABLES,
    DOCUMENTS,
    SUMMARIES,
    Column,
    Row,
    Summary,
    Table,
    plain_number,
)

_Key = tuple[str, ...]
_KeyT = TypeVar("_KeyT", str, _Key)


class _TableFile:
    """A CSV file that grows row by row under a hidden name until it is complete."""

    def __init__(self, folder: Path, table: Table, excel: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._target = folder / f"{table.name}.csv"
        self._partial = folder / f"{PARTIAL}{uuid.uuid4().hex}"
        self._types = [column.type for column in table.columns]
        self._header = table.header
        self._excel = excel
        self._handle: IO[bytes] | None = None

    def __enter__(self) -> _TableFile:
        self._handle = self._partial.open("wb")
        header = csvfiles.to_csv(self._header, self._types, (), excel=self._excel)
        self._handle.write(csvfiles.encode(header, excel=self._excel))
        return self

    def write(self, rows: Iterable[Row]) -> None:
        """Add rows."""
        assert self._handle is not None
        text = csvfiles.rows_to_csv(self._types, rows, excel=self._excel)
        self._handle.write(text.encode("utf-8"))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._handle is not None
        self._handle.close()
        if kind is None:
            self._partial.replace(self._target)
        else:
            self._partial.unlink(missing_ok=True)


@dataclass(slots=True)
class _Group:
    """What is counted of one group."""

    mentions: int = 0
    documents: int = 0
    first_date: str = ""
    last_date: str = ""
    roles: Counter[str] = field(default_factory=Counter)
    lowest: Decimal | None = None
    highest: Decimal | None = None


class _Counts:
    """The counts of one summary over all documents."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.overall: dict[_Key, _Group] = {}
        self.by_period: dict[_Key, _Group] = {}

    def add(self, document: Document, rows: list[dict[str, str]]) -> list[Row]:
        """Count the rows of a document; gives its rows of the table by document."""
        keys = self.summary.keys
        mentions = Counter(tuple(row[key] for key in keys) for row in rows)
        day = document.date.isoformat() if document.date else ""
        for key, number in mentions.items():
            for groups, place in ((self.overall, key), (self.by_period, (day[:7], *key))):
                group = groups.setdefault(place, _Group())
                group.mentions += number
                group.documents += 1
                if day:
                    group.first_date = min(group.first_date or day, day)
                    group.last_date = max(group.last_date, day)
        if self.summary.roles or self.summary.bounds:
            for row in rows:
                self._detail(self.overall[tuple(row[key] for key in keys)], row)
        return [
            [document.doc_id, *key, str(number)] for key, number in _most_first(mentions.items())
        ]

    def _detail(self, group: _Group, row: dict[str, str]) -> None:
        if self.summary.roles and row["role"]:
            group.roles[row["role"]] += 1
        if self.summary.bounds:
            value = Decimal(row["value"])
            group.lowest = value if group.lowest is None else min(group.lowest, value)
            group.highest = value if group.highest is None else max(group.highest, value)

    def overall_rows(self) -> Iterator[Row]:
        """Most mentioned first, then by name."""
        ranked = sorted(self.overall.items(), key=lambda kg: (-kg[1].mentions, kg[0]))
        for key, group in ranked:
            row = [*key, str(group.mentions), str(group.documents)]
            row += [group.first_date, group.last_date]
            if self.summary.roles:
                row.append("; ".join(f"{r} ({n})" for r, n in _most_first(group.roles.items())))
            if self.summary.bounds:
                row += [plain_number(group.lowest), plain_number(group.highest)]
            yield row

    def period_rows(self) -> Iterator[Row]:
        """By month, most mentioned first."""
        ranked = sorted(self.by_period.items(), key=lambda kg: (kg[0][0], -kg[1].mentions, kg[0]))
        for key, group in ranked:
            yield [*key, str(group.mentions), str(group.documents)]


def aggregate(folder: OutputFolder) -> int:
    """Write ``corpus/`` and ``summary/`` from the documents of an output folder.

    Returns:
        The number of documents.

    Raises:
        OutputError: a document's files are damaged.
        OSError: a file cannot be read or written.
    """
    names = folder.ids()
    documents = [folder.read_document(name, with_text=False) for name in names]
    extra = sorted({name for document in documents for name in document.metadata})
    own = {column.name for column in DOCUMENTS.columns}
    index = _with_metadata([name for name in extra if name not in own])
    counts = [_Counts(summary) for summary in SUMMARIES]
    with ExitStack() as stack:

        def table_file(part: str, table: Table) -> _TableFile:
            return stack.enter_context(_TableFile(folder.root / part, table, folder.excel))

        table_file("corpus", index).write(_document_rows(documents, index))
        corpus = {table.name: table_file("corpus", table) for table in DOCUMENT_TABLES}
        by_document = {
            c.summary.of.name: table_file("summary", c.summary.by_document) for c in counts
        }
        for document in documents:
            found = {
                table.name: list(folder.read_table(document.doc_id, table))
                for table in DOCUMENT_TABLES
            }
            for table in DOCUMENT_TABLES:
                corpus[table.name].write(
                    [row[n] for n in table.header] for row in found[table.name]
                )
            for count in counts:
                name = count.summary.of.name
                by_document[name].write(count.add(document, found[name]))
        for count in counts:
            table_file("summary", count.summary.overall).write(count.overall_rows())
            table_file("summary", count.summary.by_period).write(count.period_rows())
    return len(documents)


def _with_metadata(names: list[str]) -> Table:
    extra = tuple(Column(name, "string", "metadata that came with the document") for name in names)
    return Table(
        DOCUMENTS.name, DOCUMENTS.description, (*DOCUMENTS.columns, *extra), scope="corpus"
    )


def _document_rows(documents: Iterable[Document], table: Table) -> Iterator[Row]:
    duplicates = Duplicates()
    for document in documents:
        original, share = duplicates.original_of(document.doc_id, document.signature)
        found = {"duplicate_of": original, "similarity": f"{share:.2f}" if original else ""}
        yield _document_row({**document.metadata, **document.to_json(), **found}, table)


def _document_row(known: Mapping[str, object], table: Table) -> Row:
    return ["" if known.get(name) is None else str(known.get(name, "")) for name in table.header]


def _most_first(items: Iterable[tuple[_KeyT, int]]) -> list[tuple[_KeyT, int]]:
    return sorted(items, key=lambda item: (-item[1], item[0]))
