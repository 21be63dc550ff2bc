"""The tables of a corpus: its documents, and what failed."""

from __future__ import annotations

from pipeline.tables.columns import Column, Table
from pipeline.tables.documents import DOC_ID

_PLACES = ("sidecar", "metadata", "text")


def _found(name: str, places: tuple[str, ...] = _PLACES) -> Column:
    return Column(f"{name}_from", "string", f"where the {name} was found", choices=places)


DOCUMENTS = Table(
    "documents",
    "The documents of the corpus; further columns hold any metadata that came with them.",
    (
        DOC_ID,
        Column("source_id", "string", "the record's own id"),
        Column("path", "string", "where it was read"),
        Column("format", "string", "what it was read as"),
        Column("format_from", "string", "what told the format", choices=("suffix", "content")),
        Column("title", "string", "title"),
        _found("title"),
        Column("date", "date", "day it was written or spoken"),
        _found("date", ("option", *_PLACES[:2], "file name", "text", "file properties")),
        Column("speaker", "string", "speaker or author"),
        _found("speaker"),
        Column("source", "string", "publisher"),
        _found("source"),
        Column("url", "string", "address"),
        _found("url"),
        Column("language", "string", "ISO 639-1 code"),
        _found("language"),
        Column("country", "string", "ISO 3166-1 alpha-2 code"),
        Column("words", "integer", "number of words", required=True, minimum=0),
        Column("sha256", "string", "SHA-256 of the source", required=True),
        Column(
            "duplicate_of",
            "string",
            "`doc_id` of the first document that says the same or nearly, empty if none",
        ),
        Column(
            "similarity",
            "number",
            "share of runs of three words in common with it, estimated; 1 is the same words",
            minimum=0,
            maximum=1,
        ),
    ),
    scope="corpus",
)
FAILURES = Table(
    "failures",
    "What could not be read or written, and why.",
    (
        Column("path", "string", "the file", required=True),
        Column("record", "string", "line or id of the record in the file"),
        Column(
            "stage",
            "string",
            "the stage that failed",
            required=True,
            choices=("ingest", "annotate", "write"),
        ),
        Column("error", "string", "kind of error", required=True),
        Column("message", "string", "what happened, and what to do", required=True),
    ),
    scope="run",
)
