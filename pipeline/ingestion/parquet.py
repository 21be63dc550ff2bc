"""Parquet (``.parquet``): a row a record, a record a document. Needs the extra ``parquet``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.contents import Content
from pipeline.ingestion.failing import UnreadableError
from pipeline.ingestion.naming import RecordNames
from pipeline.ingestion.records import raw_of
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
            for record in batch.to_pylist():
                number += 1
                own = json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)
                place = f"row {number}"
                yield raw_of(record, place, own.encode("utf-8", "surrogatepass"), names)
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableError("broken", f"The file is not Parquet ({error}).") from error
