"""JSON (``.json``): an array of records, wherever in the file it stands, or one record."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import json_paths, json_xml
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.ingestion.formats.json_values import chunks_of, has_more_values
from hemicycle.ingestion.formats.records import raw_of
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Settings

_LOG = logging.getLogger(__name__)
_SHOWN = 200


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The records of a file.

    Raises:
        NotTextError: the bytes are no text.
        UnreadableError: they are no JSON, hold more values than the limit, or nothing stands where
            the records are set to stand.
    """
    most = settings.limits.record_values
    if has_more_values(chunks_of(content.rewound()), most):
        raise UnreadableError(
            "too large",
            tell(
                "The file holds more than {most:,} values (limits.record_values); write "
                "it as JSON Lines, which are read one by one.",
                most=most,
            ),
        )
    try:
        found = json.loads(decode(content.whole()), parse_int=_integer)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise UnreadableError(
            "invalid JSON", tell("The file is not JSON ({reason}).", reason=reason)
        ) from error
    names = RecordNames(settings.fields, content.path)
    for number, record in enumerate(_records(found, names, settings.records), start=1):
        place = f"record {number}"
        made = None if names.text_of(record) else json_xml.text_of(record, place, content, settings)
        yield made or raw_of(record, place, names, settings.limits)


def _records(found: Any, names: RecordNames, path: str) -> list[Any]:
    """The records of what a file holds.

    Args:
        found: what it holds.
        names: names of the fields.
        path: where the records are set to stand; empty to look for the one list with texts.

    Raises:
        UnreadableError: nothing stands at the path.
    """
    if path:
        records = json_paths.at(found, path)
        if not isinstance(records, list | dict):
            lists = json_paths.wrapped(found, bool) if isinstance(found, dict) else []
            raise UnreadableError(
                "no records",
                tell(
                    "There is no list of records at {path!r} (--records); there are lists "
                    "at: {lists}.",
                    path=path,
                    lists=", ".join(lists)[:_SHOWN] or "no path",
                ),
            )
        found = records
    elif isinstance(found, dict) and not json_xml.is_xml(found):
        lists = json_paths.wrapped(found, names.text_of)
        inner = json_paths.at(found, lists[0]) if len(lists) == 1 else []
        # A list may come with a description, and a text with comments.
        if inner and len(names.text_of(inner[0])) > len(names.text_of(found)):
            _LOG.warning(
                tell("{path}: the records are taken from {list!r}.", path=names.path, list=lists[0])
            )
            found = inner
    return found if isinstance(found, list) else [found]


def _integer(digits: str) -> int | ValueError:
    """A whole number, or why it is none: that is told where its record is read, not of the file."""
    try:
        return int(digits)
    except ValueError as error:
        return error
