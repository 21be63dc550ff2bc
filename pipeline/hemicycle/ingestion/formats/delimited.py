"""CSV and TSV (``.csv``, ``.tsv``): each row is a record, each record a document."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import TextIO

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError, failure
from hemicycle.ingestion.formats.encoding import open_text
from hemicycle.ingestion.formats.records import raw_of
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.settings import Limits, Settings

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 20_000


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file with a header; comma, semicolon, tab or bar, as its first line shows.

    Raises:
        NotTextError: the bytes are no text.
        UnreadableError: the header cannot be read, or there are more columns than the limit.
    """
    names = RecordNames(settings.fields, content.path)
    with open_text(content, newline="") as text:
        delimiter = _delimiter(text.readline(_LONGEST_HEADER))
    limit = int(settings.limits.record_megabytes * 1_000_000)
    csv.field_size_limit(limit)
    with open_text(content, newline="") as text:
        lines = _Lines(text, limit, delimiter, settings.limits.record_values)
        reader = csv.DictReader(lines, delimiter=delimiter)
        number = 1
        try:
            # Else the row after a header that is none would be taken for it.
            _ = reader.fieldnames
        except csv.Error as error:
            raise UnreadableError("invalid CSV", f"The header cannot be read ({error}).") from error
        while True:
            number += 1
            try:
                row = next(reader, None)
            except csv.Error as error:
                yield failure("invalid CSV", f"The row cannot be read ({error}).", f"row {number}")
                continue
            if row is None:
                return
            if number == 2:
                _refuse_width(len(reader.fieldnames or ()), settings.limits)
            record = {name: value for name, value in row.items() if isinstance(name, str)}
            own = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield raw_of(record, f"row {number}", names, settings.limits, own)


class _Lines:
    """The lines of a file; one that is too long is passed over and said, and the next ones come."""

    def __init__(self, text: TextIO, limit: int, delimiter: str, most: int) -> None:
        self._text = text
        self._limit = limit
        self._delimiter = delimiter
        self._most = most

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit)
        if not line:
            raise StopIteration
        if len(line) == self._limit and not line.endswith("\n"):
            while (rest := self._text.readline(self._limit)) and not rest.endswith("\n"):
                pass
            raise csv.Error(f"a line is longer than limits.record_megabytes, {self._limit / 1e6:g}")
        if len(line) > self._most and line.count(self._delimiter) > self._most:
            raise csv.Error(f"a line has more cells than limits.record_values, {self._most:,}")
        return line


def _refuse_width(columns: int, limits: Limits) -> None:
    if columns > limits.record_fields:
        raise UnreadableError(
            "too large",
            f"The table has {columns:,} columns; the limit limits.record_fields is "
            f"{limits.record_fields:,}.",
        )


def _delimiter(header: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(_DELIMITERS, key=header.count)
