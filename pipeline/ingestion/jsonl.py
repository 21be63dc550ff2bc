"""JSON Lines (``.jsonl``, ``.ndjson``): each line is a record, each record a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.settings import Settings


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file, and a failure for each line that is none.

    Raises:
        NotTextError: the bytes are no text.
    """
    # Only \n separates records: JSON strings may hold any other line separator.
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if line.strip():
            yield _record(line, number, settings)


def _record(line: str, number: int, settings: Settings) -> Raw | Failure:
    place = f"line {number}"
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
    if not isinstance(record, dict):
        return Failure(
            "", place, "ingest", "invalid record", "The line is JSON but no object; write {…}."
        )
    names = settings.fields
    text = record.pop(names.text, None)
    if not isinstance(text, str):
        known = ", ".join(map(repr, record)) or "none"
        return Failure(
            "",
            place,
            "ingest",
            "no text",
            f"There is no text in a field {names.text!r} (fields: {known[:200]}); "
            "name the right one with --text-field.",
        )
    source_id = record.pop(names.id, None)
    fields: dict[str, Any] = {}
    for ours in ("date", "title", "speaker"):
        if (value := record.pop(getattr(names, ours), None)) is not None:
            fields[ours] = value
    return Raw(
        text=text,
        data=line.encode("utf-8", "surrogatepass"),
        fields={**record, **fields},
        record=place,
        source_id="" if source_id is None else str(source_id),
    )
