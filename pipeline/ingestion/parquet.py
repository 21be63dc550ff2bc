"""Parquet (``.parquet``): a row a record, a record a document. Needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.contents import Content
from pipeline.ingestion.failing import UnreadableError
from pipeline.ingestion.naming import RecordNames
from pipeline.ingestion.records import raw_of, unreadable
from pipeline.settings import Settings

_ROWS_AT_ONCE = 500


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file, a few hundred in memory at a time.

    Raises:
        ImportError: pyarrow is not installed.
        UnreadableError: the file is not Parquet.
    """
    import pyarrow
    import pyarrow.parquet

    names = RecordNames(settings.fields, content.path)
    number = 0
    try:
        file = pyarrow.parquet.ParquetFile(content.rewound())
        for batch in file.iter_batches(_ROWS_AT_ONCE):
            for record in _records(batch):
                number += 1
                place = f"row {number}"
                if isinstance(record, Exception):
                    yield unreadable(record, place)
                else:
                    yield raw_of(record, place, names)
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableError("broken", f"The file is not Parquet ({error}).") from error


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
