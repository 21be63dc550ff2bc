"""JSON Lines (``.jsonl``, ``.ndjson``): each line is a record, each record a document.

The file is read line by line, so its size does not matter; the size of a line does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import failure
from hemicycle.ingestion.formats.encoding import open_text
from hemicycle.ingestion.formats.json_values import has_more_values
from hemicycle.ingestion.formats.records import raw_of, unreadable
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Limits, Settings


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file, and a failure for each line that is none.

    Raises:
        NotTextError: the bytes are no text.
    """
    limit = int(settings.limits.record_megabytes * 1_000_000)
    names = RecordNames(settings.fields, content.path)
    # Only \\n separates records: JSON strings may hold any other line separator.
    with open_text(content, newline="\n") as text:
        number = 0
        while line := text.readline(limit + 1):
            number += 1
            length = len(line)
            if length > limit and not line.endswith("\n"):
                while (rest := text.readline(limit)) and not rest.endswith("\n"):
                    length += len(rest)
                yield failure(
                    "too large",
                    tell(
                        "The line has {length:.0f} million characters; the limit "
                        "limits.record_megabytes is {record_megabytes:g}.",
                        length=length / 1000000.0,
                        record_megabytes=settings.limits.record_megabytes,
                    ),
                    f"line {number}",
                )
            elif line.strip():
                yield _record(line.removesuffix("\n"), f"line {number}", names, settings.limits)


def _record(line: str, place: str, names: RecordNames, limits: Limits) -> Raw | Failure:
    data = line.encode("utf-8", "surrogatepass")
    most = limits.record_values
    if len(data) > most and has_more_values([data], most):
        return failure(
            "too large",
            tell("The line holds more than {most:,} values (limits.record_values).", most=most),
            place,
        )
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return failure(
            "invalid JSON",
            tell("The line is not JSON ({reason}); mend or remove it.", reason=reason),
            place,
        )
    except (ValueError, MemoryError) as error:  # such as a number of 5,000 digits
        return unreadable(error, place)
    return raw_of(record, place, names, limits, data)
