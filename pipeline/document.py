"""What ingestion makes and every later stage takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    Attributes:
        doc_id: name of its folder in the outputs, unique in a corpus.
        text: cleaned text; every offset of every table counts its code points.
        path: path of the file it came from, ``-`` for standard input.
        sha256: of the source as it was read (the file, or the record).
        source_id: the record's own id, empty if it has none.
        title: empty if unknown.
        date: the day it was written or spoken, None if unknown.
        date_from: where the date was found: ``option``, ``metadata``, ``file name``, ``text``, or
            empty.
        speaker: empty if unknown.
        source: publisher or address, empty if unknown.
        language: ISO 639-1 code.
        country: ISO 3166-1 alpha-2 code, empty if unknown.
        metadata: any other fields that came with it, as strings.
        words: how many words the text has, a word being what stands between white space.
    """

    doc_id: str
    text: str
    path: str
    sha256: str
    source_id: str = ""
    title: str = ""
    date: date | None = None
    date_from: str = ""
    speaker: str = ""
    source: str = ""
    language: str = "fr"
    country: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    words: int = 0

    def to_json(self) -> dict[str, Any]:
        """Everything but the text, as plain data."""
        return {
            "doc_id": self.doc_id,
            "source_id": self.source_id,
            "path": self.path,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "date_from": self.date_from,
            "speaker": self.speaker,
            "source": self.source,
            "language": self.language,
            "country": self.country,
            "words": self.words,
            "sha256": self.sha256,
            "metadata": dict(self.metadata),
        }

    @classmethod
    def from_json(cls, fields: dict[str, Any], text: str) -> Document:
        """The document that :meth:`to_json` was called on.

        Raises:
            KeyError: a field is absent.
            ValueError: the date is not an ISO date.
        """
        day = fields["date"]
        return cls(
            doc_id=fields["doc_id"],
            text=text,
            path=fields["path"],
            sha256=fields["sha256"],
            source_id=fields["source_id"],
            title=fields["title"],
            date=date.fromisoformat(day) if day else None,
            date_from=fields["date_from"],
            speaker=fields["speaker"],
            source=fields["source"],
            language=fields["language"],
            country=fields["country"],
            metadata=dict(fields["metadata"]),
            words=int(fields["words"]),
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that could not be done, as ``failures.csv`` shows it.

    Attributes:
        path: the file.
        record: line or id of the record inside the file, empty for a whole file.
        stage: ``ingest``, ``annotate`` or ``write``.
        error: short name of the kind of error.
        message: one sentence: what, where, what to do.
    """

    path: str
    record: str
    stage: str
    error: str
    message: str
