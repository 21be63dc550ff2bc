"""Texts to rows as one function, for whatever runs functions on many machines."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from hemicycle.document import Document, Failure
from hemicycle.kinds.column import CONFIDENCE
from hemicycle.knowledge.use import current
from hemicycle.tables.registry import DOCUMENT_TABLES, FAILURES

if TYPE_CHECKING:
    from hemicycle.knowledge.files import Knowledge
    from hemicycle.running.reader import Reader, Result

# A pipeline reads for one thread at a time.
_reading = threading.Lock()


def rows(
    records: Iterable[Mapping[str, Any]],
    tables: Sequence[str] = (),
    least_confidence: float = 0.0,
) -> dict[str, list[dict[str, str]]]:
    """The rows of every table for some texts; nothing is read but the arguments, nothing written.

    The pipeline is loaded once a process. The texts are taken as they are, so that offsets count in
    the very strings that were given.

    Args:
        records: mappings with `id` and `text`, and where known `date` (a date or an ISO day),
            `country` (ISO 3166-1 alpha-2) and `speaker` (who utters the text).
        tables: the tables wanted (`people`, `dates`...), all by default.
        least_confidence: of tables that have a column ``confidence``, rows below it are left out;
            0 to 1.

    Returns:
        For each table, and for `failures`, its rows: cells by name of column, as in the CSV files.

    Raises:
        KeyError: a record has no id or no text, or there is no such table.
        ValueError: a date is not an ISO day.
        ResourceError: ``models/`` or the model is absent.
    """
    declared = {table.name: table for table in DOCUMENT_TABLES}
    names = tuple(tables) or tuple(declared)
    wanted = {name: declared[name] for name in names}
    found: dict[str, list[dict[str, str]]] = {name: [] for name in (*wanted, FAILURES.name)}
    from hemicycle.running.batching import batches_of

    for batch in batches_of(map(_document, records)):
        for _, result in read_batch(batch, names):
            if isinstance(result, Failure):
                row = dict(zip(FAILURES.header, result.cells(), strict=True))
                found[FAILURES.name].append(row)
                continue
            for name, table in wanted.items():
                header = table.header
                made = (dict(zip(header, row, strict=True)) for row in result[name])
                found[name] += [
                    row
                    for row in made
                    if CONFIDENCE not in row or float(row[CONFIDENCE]) >= least_confidence
                ]
    return found


def read_batch(
    batch: list[Document],
    tables: Sequence[str],
    seconds: float = 0,
    own: Mapping[str, str] | None = None,
) -> list[Result]:
    """The rows of some documents, or why there are none, in order.

    Args:
        batch: the documents.
        tables: names of the tables to make.
        seconds: the longest that one document may take, 0 for ever.
        own: names of the user's (:mod:`hemicycle.running.own_names`), None for none.

    Raises:
        ResourceError: ``models/`` or the model is absent.
    """
    from hemicycle.running.own_names import knowing

    with _reading, knowing(own or {}):
        return _reader(tuple(tables), seconds, current()).read(batch)


@cache
def _reader(names: tuple[str, ...], seconds: float, knowledge: Knowledge) -> Reader:
    from hemicycle.running.reader import Reader

    return Reader.load([table for table in DOCUMENT_TABLES if table.name in names], seconds)


def _document(record: Mapping[str, Any]) -> Document:
    day = record.get("date") or None
    if isinstance(day, str):
        day = datetime.date.fromisoformat(day)
    return Document(
        doc_id=str(record["id"]),
        text=record["text"],
        path="",
        sha256="",
        source_id=str(record["id"]),
        date=day,
        country=record.get("country") or "",
        speaker=record.get("speaker") or "",
    )
