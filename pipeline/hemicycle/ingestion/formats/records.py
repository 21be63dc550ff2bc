"""Records to raw documents: what JSON Lines, JSON, CSV, TSV and Parquet files have in common."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.errors import UnreadableError, failure
from hemicycle.ingestion.formats import json_paths
from hemicycle.ingestion.formats.xml_words import unmarked
from hemicycle.ingestion.metadata import identifiers
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Limits

_SHOWN = 200
# What pandas and R write above the numbers of rows; Parquet of pandas has a name for it.
_UNNAMED = re.compile(r"\s*(?:Unnamed: \d+\w*|__index_level_\d+__)?\s*")


def raw_of(
    record: Any, place: str, names: RecordNames, limits: Limits, data: bytes | None = None
) -> Raw | Failure:
    """One record as a raw document; never raises for what it holds.

    Args:
        record: the record, an object of named fields.
        place: where it stands in its file (`line 3`).
        names: names of the file's fields.
        limits: how many fields are accepted.
        data: its bytes, for the hash; by default the record as JSON.
    """
    try:
        own = _bytes(record) if data is None else data
        return _raw_of(record, place, names, limits, own)
    except Exception as error:  # one record must not take the others with it
        return unreadable(error, place)


def columns_of(header: Iterable[str], names: RecordNames) -> list[str]:
    """The columns of a table that are fields: unnamed ones, as of numbered rows, are none.

    Args:
        header: the names of all columns.
        names: names of the file's fields; who set one of them to an unnamed column gets it.

    Raises:
        UnreadableError: none of them holds the text, which is said once, not of each row.
    """
    columns = list(header)
    kept = [name for name in columns if not _UNNAMED.fullmatch(name) or names.is_wanted(name)]
    above, point, _ = names.wanted("text").partition(".")
    nested = point and above in kept
    if not nested and "text" not in names.of(dict.fromkeys(kept)):
        shown = ", ".join(map(repr, kept))[:_SHOWN] or "none"
        raise UnreadableError(
            "no text",
            tell(
                "No column is known to hold the text (columns: {shown}); name the right "
                "one with --text-field, or the rows of a CSV without a header by its "
                "number (--text-field 4).",
                shown=shown,
            ),
        )
    return kept


def numbered_columns(header: list[str], wanted: str) -> tuple[list[str], bool]:
    """The names of the columns, and whether they go by their numbers, from 1 on.

    Args:
        header: the first row of the table.
        wanted: the column of the text that was set; a number says that the first row names nothing.
    """
    if wanted in header or not wanted.isdecimal():
        return header, False
    return [str(number) for number in range(1, len(header) + 1)], True


def refuse_width(columns: int, limits: Limits) -> None:
    """Raise UnreadableError if a table has more columns than the limit."""
    if columns > limits.record_fields:
        raise UnreadableError(
            "too large",
            tell(
                "The table has {columns:,} columns; the limit limits.record_fields is "
                "{record_fields:,}.",
                columns=columns,
                record_fields=limits.record_fields,
            ),
        )


def unreadable(error: Exception, place: str) -> Failure:
    """The failure of a record that cannot be read, by what was raised."""
    reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)[:300]
    return failure(
        "invalid record",
        tell("The record cannot be read ({reason}); mend or remove it.", reason=reason),
        place,
    )


def _bytes(record: Any) -> bytes:
    own = json.dumps(record, ensure_ascii=False, sort_keys=True, default=_other)
    return own.encode("utf-8", "surrogatepass")


def _other(value: Any) -> str:
    if isinstance(value, Exception):  # why a reader could not make a value of what it read
        raise value
    return str(value)


def _raw_of(
    record: Any, place: str, names: RecordNames, limits: Limits, data: bytes
) -> Raw | Failure:
    if not isinstance(record, dict):
        return failure(
            "invalid record", tell("The record is no object with fields; write {…}."), place
        )
    if len(record) > limits.record_fields:
        return failure(
            "too large",
            tell(
                "The record has {number:,} fields; the limit limits.record_fields is "
                "{record_fields:,}.",
                number=len(record),
                record_fields=limits.record_fields,
            ),
            place,
        )
    record = json_paths.lifted(record, names.paths())
    found = names.of(record)
    text = record[found["text"]] if "text" in found else None
    if not isinstance(text, str):
        known = ", ".join(map(repr, json_paths.texts_of(record))) or "none"
        return failure(
            "no text",
            tell(
                "There is no text in a field {wanted!r} (fields of text: {known}); name "
                "the right one with --text-field (question.texte is one inside another), "
                "and the list of records of a JSON file with --records.",
                wanted=names.wanted("text"),
                known=known[:_SHOWN],
            ),
            place,
        )
    source_id = record[found["id"]] if "id" in found else None
    fields: dict[str, Any] = {}
    for ours in found.keys() - {"id", "text"}:
        if (value := record[found[ours]]) is not None:
            fields[ours] = value
    taken = set(found.values())
    rest = {name: value for name, value in record.items() if name not in taken}
    return Raw(
        text=unmarked(text),
        sha256=identifiers.digest(data),
        fields={**rest, **fields},
        record=place,
        source_id="" if source_id is None else str(source_id),
    )
