"""Records to raw documents: what JSON Lines, JSON, CSV, TSV and Parquet files have in common."""

from __future__ import annotations

from typing import Any

from pipeline.document import Failure
from pipeline.ingestion import identifiers
from pipeline.ingestion.building import Raw
from pipeline.ingestion.failing import failure
from pipeline.ingestion.naming import RecordNames
from pipeline.settings import Limits


def raw_of(
    record: Any, place: str, data: bytes, names: RecordNames, limits: Limits
) -> Raw | Failure:
    """One record as a raw document.

    Args:
        record: the record, an object of named fields.
        place: where it stands in its file (`line 3`).
        data: its bytes, for the hash.
        names: names of the file's fields.
        limits: how many fields are accepted.
    """
    if not isinstance(record, dict):
        return failure("invalid record", "The record is no object with fields; write {…}.", place)
    if len(record) > limits.record_fields:
        return failure(
            "too large",
            f"The record has {len(record):,} fields; the limit limits.record_fields is "
            f"{limits.record_fields:,}.",
            place,
        )
    found = names.of(record)
    text = record.get(found.get("text", ""))
    if not isinstance(text, str):
        known = ", ".join(map(repr, record)) or "none"
        return failure(
            "no text",
            f"There is no text in a field {names.wanted('text')!r} (fields: {known[:200]}); "
            "name the right one with --text-field.",
            place,
        )
    source_id = record.get(found.get("id", ""))
    fields: dict[str, Any] = {}
    for ours in found.keys() - {"id", "text"}:
        if (value := record[found[ours]]) is not None:
            fields[ours] = value
    taken = set(found.values())
    rest = {name: value for name, value in record.items() if name not in taken}
    return Raw(
        text=text,
        sha256=identifiers.digest(data),
        fields={**rest, **fields},
        record=place,
        source_id="" if source_id is None else str(source_id),
    )
