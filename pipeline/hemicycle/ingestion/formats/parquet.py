"""Parquet (``.parquet``): a row a record, a record a document. Needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.archives import Budget
from hemicycle.ingestion.formats.records import columns_of, raw_of, unreadable
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Limits, Settings

_ROWS_AT_ONCE = 500
# What the rows in memory at a time may unpack to, as far as rows can be that small.
_BYTES_AT_ONCE = 20_000_000


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file, a few hundred in memory at a time.

    Raises:
        ImportError: pyarrow is not installed.
        UnreadableError: the file is not Parquet, has no column of text, or unpacks to more than the
            limits of archives.
    """
    import pyarrow
    import pyarrow.parquet

    names = RecordNames(settings.fields, content.path)
    number = 0
    try:
        size, limits = content.size(), settings.limits
        budget = Budget(limits)
        file = pyarrow.parquet.ParquetFile(content.rewound())
        _refuse(file.metadata, size, limits)
        kept = set(columns_of(file.schema_arrow.names, names))
        for batch in file.iter_batches(_rows_at_once(file.metadata)):
            for record in _records(batch):
                number += 1
                place = f"row {number}"
                if isinstance(record, Exception):
                    yield unreadable(record, place)
                    continue
                record = {name: value for name, value in record.items() if name in kept}
                found = raw_of(record, place, names, limits)
                if isinstance(found, Raw):
                    budget.bytes(len(found.text) + sum(map(_size, found.fields.values())), size)
                yield found
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableError(
            "broken", tell("The file is not Parquet ({error}).", error=error)
        ) from error


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | bytes) else 1


def _refuse(metadata: Any, size: int, limits: Limits) -> None:
    """Refuse what its own table of contents says to be too much, before any of it is unpacked."""
    if metadata.num_columns > limits.record_fields:
        raise UnreadableError(
            "too large",
            tell(
                "The table has {num_columns:,} columns; the limit limits.record_fields "
                "is {record_fields:,}.",
                num_columns=metadata.num_columns,
                record_fields=limits.record_fields,
            ),
        )
    budget = Budget(limits)
    for chunk in _chunks(metadata):
        budget.bytes(chunk.total_uncompressed_size, size)
        if chunk.num_values > limits.record_values:
            raise UnreadableError(
                "too large",
                tell(
                    "A group of rows has more than {record_values:,} values in a column "
                    "(limits.record_values); write smaller groups of rows.",
                    record_values=limits.record_values,
                ),
            )


def _rows_at_once(metadata: Any) -> int:
    """So few that they fit in memory even if each is as large as its column may be.

    A value that many rows share is packed once, so the size of a column tells little of its rows.
    """
    largest = max((chunk.total_uncompressed_size for chunk in _chunks(metadata)), default=0)
    return min(_ROWS_AT_ONCE, max(1, _BYTES_AT_ONCE // max(1, largest)))


def _chunks(metadata: Any) -> Iterator[Any]:
    for group in range(metadata.num_row_groups):
        row_group = metadata.row_group(group)
        for column in range(metadata.num_columns):
            yield row_group.column(column)


def _records(batch: Any) -> Iterator[Any]:
    """The rows of a batch as plain data; one that Python cannot hold is what was raised instead.

    Parquet keeps days and times that `datetime` does not know, such as those of the year 12000.
    """
    try:
        records = batch.to_pylist()
    except Exception:
        for place in range(batch.num_rows):
            try:
                yield batch.slice(place, 1).to_pylist()[0]
            except Exception as error:
                yield error
    else:
        yield from records
