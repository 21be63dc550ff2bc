"""Parquet (``.parquet``): a row a record, a record a document. Needs the extra ``parquet``."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.records import raw_of
from pipeline.settings import Settings

_ROWS_AT_ONCE = 500


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file, a few hundred in memory at a time.

    Raises:
        ImportError: pyarrow is not installed.
    """
    import pyarrow
    import pyarrow.parquet

    try:
        file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    except (pyarrow.ArrowException, OSError) as error:
        yield Failure("", "", "ingest", "broken", f"The file is not Parquet ({error}).")
        return
    number = 0
    for batch in file.iter_batches(_ROWS_AT_ONCE):
        for record in batch.to_pylist():
            number += 1
            own = json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)
            place = f"row {number}"
            yield raw_of(record, place, own.encode("utf-8", "surrogatepass"), settings)
