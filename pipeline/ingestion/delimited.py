"""CSV and TSV (``.csv``, ``.tsv``): each row is a record, each record a document."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.ingestion.records import raw_of
from pipeline.settings import Settings

_SAMPLE = 20_000
_DELIMITERS = ",;\t|"


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file with a header; comma, semicolon, tab or bar, as its first lines show.

    Raises:
        NotTextError: the bytes are no text.
    """
    text = decode(data)
    csv.field_size_limit(2**31 - 1)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    number = 1
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Failure(
                "", f"row {number}", "ingest", "invalid CSV", f"The row cannot be read ({error})."
            )
            return
        if row is None:
            return
        record = {name: value for name, value in row.items() if isinstance(name, str)}
        own = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield raw_of(record, f"row {number}", own, settings)


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the header."""
    header = text[:_SAMPLE].split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)
