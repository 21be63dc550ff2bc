"""The tables of a corpus: its documents, and what failed."""

from __future__ import annotations

from pipeline.tables.columns import Column, Table
from pipeline.tables.documents import DOC_ID

DOCUMENTS = Table(
    "documents",
    "The documents of the corpus; further columns hold any metadata that came with them.",
    (
        DOC_ID,
        Column("source_id", "string", "the record's own id"),
        Column("path", "string", "where it was read"),
        Column("title", "string", "title"),
        Column("date", "date", "day it was written or spoken"),
        Column(
            "date_from",
            "string",
            "where the date was found",
            choices=("option", "metadata", "file name", "text"),
        ),
        Column("speaker", "string", "speaker or author"),
        Column("source", "string", "publisher or address"),
        Column("language", "string", "ISO 639-1 code"),
        Column("country", "string", "ISO 3166-1 alpha-2 code"),
        Column("words", "integer", "number of words", required=True, minimum=0),
        Column("sha256", "string", "SHA-256 of the source", required=True),
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
