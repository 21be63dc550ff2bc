"""JSON (``.json``): an array of records, or one record."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.ingestion.records import raw_of
from pipeline.settings import Settings


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file.

    Raises:
        NotTextError: the bytes are no text.
    """
    try:
        content = json.loads(decode(data))
    except (json.JSONDecodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        yield Failure("", "", "ingest", "invalid JSON", f"The file is not JSON ({reason}).")
        return
    for number, record in enumerate(content if isinstance(content, list) else [content], start=1):
        own = json.dumps(record, ensure_ascii=False, sort_keys=True)
        yield raw_of(record, f"record {number}", own.encode("utf-8", "surrogatepass"), settings)
