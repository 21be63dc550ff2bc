"""JSON (``.json``): an array of records, or one record."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.ingestion.formats.json_values import chunks_of, has_more_values
from hemicycle.ingestion.formats.records import raw_of
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.settings import Settings


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file.

    Raises:
        NotTextError: the bytes are no text.
        UnreadableError: they are no JSON, or hold more values than the limit.
    """
    most = settings.limits.record_values
    if has_more_values(chunks_of(content.rewound()), most):
        raise UnreadableError(
            "too large",
            f"The file holds more than {most:,} values (limits.record_values); write it as JSON "
            "Lines, which are read one by one.",
        )
    try:
        found = json.loads(decode(content.whole()), parse_int=_integer)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise UnreadableError("invalid JSON", f"The file is not JSON ({reason}).") from error
    names = RecordNames(settings.fields, content.path)
    for number, record in enumerate(found if isinstance(found, list) else [found], start=1):
        yield raw_of(record, f"record {number}", names, settings.limits)


def _integer(digits: str) -> int | ValueError:
    """A whole number, or why it is none: that is told where its record is read, not of the file."""
    try:
        return int(digits)
    except ValueError as error:
        return error
