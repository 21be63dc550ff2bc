"""Records to raw documents: what JSON Lines, JSON, CSV and TSV files have in common."""

from __future__ import annotations

from typing import Any

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.settings import Settings


def raw_of(record: Any, place: str, data: bytes, settings: Settings) -> Raw | Failure:
    """One record as a raw document.

    Args:
        record: the record, an object of named fields.
        place: where it stands in its file (`line 3`).
        data: its bytes, for the hash.
        settings: names of the fields.
    """
    if not isinstance(record, dict):
        return Failure(
            "", place, "ingest", "invalid record", "The record is no object with fields; write {…}."
        )
    names = settings.fields
    record = dict(record)
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
        data=data,
        fields={**record, **fields},
        record=place,
        source_id="" if source_id is None else str(source_id),
    )
