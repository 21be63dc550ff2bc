"""CSV files of a user's own: read whole, with sentences that name the line which is wrong."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from hemicycle.messages import tell
from hemicycle.settings import SettingsError


def rows_of(path: Path | None, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a user's file with the words that say where they stand.

    Args:
        path: a CSV file (comma or semicolon, UTF-8); None gives no row.
        needed: columns that must be there and filled in each row.

    Raises:
        SettingsError: the file cannot be read, lacks a column, or a needed cell is empty.
    """
    if path is None:
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            tell("{path} cannot be read: {error}.", path=path, error=error)
        ) from error
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter, restval="")
    absent = [name for name in needed if name not in (reader.fieldnames or ())]
    if absent:
        raise SettingsError(
            tell(
                "{path} has no column {absent!r}; it needs {needed}.",
                path=path,
                absent=absent[0],
                needed=", ".join(needed),
            )
        )
    for row in reader:
        cells = {name: cell.strip() for name, cell in row.items() if name and cell is not None}
        place = f"{path}, line {reader.line_num}"
        if not all(cells[name] for name in needed):
            raise SettingsError(
                tell(
                    "{place}: {needed} must not be empty.", place=place, needed=" and ".join(needed)
                )
            )
        yield place, cells
