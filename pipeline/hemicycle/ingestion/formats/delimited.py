"""CSV and TSV (``.csv``, ``.tsv``): each row is a record, each record a document."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import TextIO

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError, failure
from hemicycle.ingestion.formats.encoding import open_text
from hemicycle.ingestion.formats.records import (
    columns_of,
    numbered_columns,
    raw_of,
    refuse_width,
)
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Settings

_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?\n?$', re.IGNORECASE)
_LONGEST_HEADER = 20_000


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of a file; comma, semicolon, tab or bar, as its first line shows.

    A first line `sep=;`, which Excel obeys, is obeyed too. The next line names the columns, unless
    the text is in a column that is set by a number: then they are numbered from 1 on.

    Raises:
        NotTextError: the bytes are no text.
        UnreadableError: the header cannot be read, names no column of text, or there are more
            columns than the limit.
    """
    names = RecordNames(settings.fields, content.path)
    with open_text(content, newline="") as text:
        first = text.readline(_LONGEST_HEADER)
    told = _SEPARATOR.match(first)
    delimiter = told[1] if told else _delimiter(first)
    limit = int(settings.limits.record_megabytes * 1_000_000)
    csv.field_size_limit(limit)
    with open_text(content, newline="") as text:
        if told:
            text.readline(_LONGEST_HEADER)
        reader = csv.reader(
            _Lines(text, limit, delimiter, settings.limits.record_values), delimiter=delimiter
        )
        try:
            header = next((row for row in reader if row), [])
        except csv.Error as error:
            raise UnreadableError(
                "invalid CSV", tell("The header cannot be read ({error}).", error=error)
            ) from error
        if not header:
            return
        refuse_width(len(header), settings.limits)
        columns, numbered = numbered_columns(header, names.wanted("text"))
        kept = columns_of(columns, names)
        for number, row in _numbered(reader, [header] if numbered else []):
            if isinstance(row, csv.Error):
                yield failure(
                    "invalid CSV", tell("The row cannot be read ({row}).", row=row), f"row {number}"
                )
                continue
            cells = dict(zip(columns, row, strict=False))
            record = {name: cells.get(name) for name in kept}
            own = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield raw_of(record, f"row {number}", names, settings.limits, own)


def _numbered(
    reader: Iterator[list[str]], above: list[list[str]]
) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows that are not empty, or why one cannot be read, each with its number, the header's
    being 1.
    """
    number = 1
    for row in above:
        yield number, row
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield number, error
        else:
            if row:
                number += 1
                yield number, row


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
            raise csv.Error(
                tell(
                    "a line is longer than limits.record_megabytes, {limit:g}",
                    limit=self._limit / 1000000.0,
                )
            )
        if len(line) > self._most and line.count(self._delimiter) > self._most:
            raise csv.Error(
                tell("a line has more cells than limits.record_values, {most:,}", most=self._most)
            )
        return line


def _delimiter(header: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(_DELIMITERS, key=header.count)
