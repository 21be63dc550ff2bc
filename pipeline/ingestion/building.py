"""From the raw text and fields of one source to a clean, dated, named document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from pipeline.document import Document, Failure
from pipeline.ingestion import dating, identifiers
from pipeline.ingestion.cleaning import clean, clean_field
from pipeline.settings import Settings

_OWN_FIELDS = ("title", "speaker", "source", "language", "country")


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format's reader finds: one text and its fields, nothing decided yet.

    Attributes:
        text: as it stands in the source.
        fields: metadata by our names (`title`, `date`, `speaker`, `source`, `language`,
            `country`) or by the source's own.
        record: id or line of a record inside a file, None if the file is the document.
        data: the bytes that the hash is taken of.
    """

    text: str
    data: bytes
    fields: Mapping[str, Any] = field(default_factory=dict)
    record: str | None = None
    source_id: str = ""


def build(raw: Raw, path: str, inside: PurePosixPath, settings: Settings) -> Document | Failure:
    """The document of a source, or why there is none.

    Args:
        raw: the source's text and fields.
        path: where it was read, as the user would name it.
        inside: its path inside the corpus, which names it.
        settings: date and country for all documents, limits.
    """
    record = raw.record or ""
    if len(raw.text) > settings.limits.text_characters:
        return Failure(
            path,
            record,
            "ingest",
            "too long",
            f"The text has {len(raw.text):,} characters; the limit limits.text_characters is "
            f"{settings.limits.text_characters:,}.",
        )
    text = clean(raw.text)
    if not text.strip():
        return Failure(path, record, "ingest", "empty", "There is no text in it.")
    own = {name: _plain(raw.fields.get(name)) for name in _OWN_FIELDS}
    day, day_from = _dated(raw, text, inside, settings)
    rest = {
        clean_field(str(name)): _plain(value)
        for name, value in raw.fields.items()
        if name not in (*_OWN_FIELDS, "date")
    }
    if raw.record is None:
        name = identifiers.file_name(inside)
    else:
        name = identifiers.record_name(raw.source_id or raw.record, str(inside))
    return Document(
        doc_id=name,
        text=text,
        path=path,
        sha256=identifiers.digest(raw.data),
        source_id=raw.source_id,
        title=own["title"],
        date=day,
        date_from=day_from,
        speaker=own["speaker"],
        source=own["source"],
        language=own["language"] or "fr",
        country=(own["country"].upper() if len(own["country"]) == 2 else "") or settings.country,
        metadata=rest,
        words=len(text.split()),
    )


def _dated(
    raw: Raw, text: str, inside: PurePosixPath, settings: Settings
) -> tuple[date | None, str]:
    if settings.date:
        return settings.date, "option"
    found = dating.from_metadata(raw.fields.get("date"))
    if found:
        return found, "metadata"
    # The name of a file of many records dates the file, not the records.
    found = dating.from_file_name(inside.stem) if raw.record is None else None
    if found:
        return found, "file name"
    found = dating.from_text(text)
    return (found, "text") if found else (None, "")


def _plain(value: Any) -> str:
    """A field as one line of text; lists and objects as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean_field(value)
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    return clean_field(json.dumps(value, ensure_ascii=False, default=str))
