"""JSON Lines (``.jsonl``, ``.ndjson``): each line is a record, each record a document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.ingestion.records import raw_of
from pipeline.settings import Settings


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file, and a failure for each line that is none.

    Raises:
        NotTextError: the bytes are no text.
    """
    # Only \n separates records: JSON strings may hold any other line separator.
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if line.strip():
            yield _record(line, f"line {number}", settings)


def _record(line: str, place: str, settings: Settings) -> Raw | Failure:
    limit = settings.limits.record_megabytes
    if len(line) > limit * 1_000_000:
        return Failure(
            "",
            place,
            "ingest",
            "too large",
            f"The line has {len(line) / 1e6:.0f} million characters; the limit "
            f"limits.record_megabytes is {limit:g}.",
        )
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return Failure(
            "",
            place,
            "ingest",
            "invalid JSON",
            f"The line is not JSON ({reason}); mend or remove it.",
        )
    return raw_of(record, place, line.encode("utf-8", "surrogatepass"), settings)
