"""The file ``corrections.csv``, read, checked and written; see :mod:`.corrections`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import write_bytes
from hemicycle.outputs.corrections import ACTIONS, COLUMNS, FILE, PLACE, Correction, Corrections
from hemicycle.outputs.remembered import excel_of
from hemicycle.outputs.store import OutputError
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import ColumnType, Table

_LOCK = ".corrections.lock"
_PATIENCE = 10.0  # seconds, for somebody else who writes a line
_TYPES: tuple[ColumnType, ...] = tuple(
    "integer" if name.endswith("_char") else "string" for name in COLUMNS
)
# As the tables write them; what Python reads besides (`1_000`, `nan`, `2026-W10`) is none.
_WRITTEN = {
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(?:\.[0-9]+)?"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_KNOWN = ", ".join(name for name, table in DOCUMENT_TABLE.items() if "start_char" in table.header)
_ACTIONS = ", ".join(ACTIONS)


def read_corrections(root: Path) -> Corrections:
    """The corrections in an output folder, none if it has no such file.

    Raises:
        OutputError: a line cannot be used; the message says which and what to do.
        OSError: the file cannot be read.
    """
    path = root / FILE
    if not path.is_file():
        return Corrections()
    try:
        missing = [name for name in COLUMNS if name not in csvfiles.read_header(path)]
        if missing:
            raise OutputError(
                tell(
                    "{path} lacks the column {missing!r}; it has {columns}.",
                    path=path,
                    missing=missing[0],
                    columns=", ".join(COLUMNS),
                )
            )
        lines = [
            _checked(row, f"{path}, line {number}")
            for number, row in enumerate(csvfiles.read_rows(path), start=2)
            if any(row.values())  # spreadsheets leave empty lines
        ]
    except UnicodeDecodeError as error:
        raise OutputError(tell("{path} is no UTF-8; save it as CSV UTF-8.", path=path)) from error
    return Corrections(lines)


def add_correction(root: Path, correction: Correction) -> Path:
    """Write one more line into the file of an output folder, which is made if there is none.

    Raises:
        OutputError: the line, or one that is there already, cannot be used.
        OSError: the file cannot be written.
    """
    path = root / FILE
    cells = dict(zip(COLUMNS, map(str, astuple(correction)), strict=True))
    _checked(cells, tell("The correction"))
    try:
        with FileLock(root / _LOCK, timeout=_PATIENCE):
            read_corrections(root)
            there = path.is_file()
            excel = csvfiles.is_excel(path.read_bytes()) if there else excel_of(root)
            before = list(csvfiles.read_rows(path)) if there else []
            rows = [[row.get(name, "") for name in COLUMNS] for row in (*before, cells)]
            written = csvfiles.to_csv(list(COLUMNS), list(_TYPES), rows, excel=excel)
            write_bytes(path, csvfiles.encode(written, excel=excel))
    except Timeout as error:
        raise OutputError(tell("Somebody else is writing {path}; try again.", path=path)) from error
    return path


def correction_of(
    document: Document,
    table: str,
    rows: Sequence[Mapping[str, str]],
    place: tuple[int, int | None],
    column: str,
    wanted: str,
) -> Correction:
    """The correction of a row by its place: a change if there is such a row, else one more row.

    Args:
        document: the document.
        table: the table.
        rows: its rows in this document.
        place: first character and one past the last, from 0; None where the row there says it.
        column: the column to put right, empty to delete the row.
        wanted: what it should hold.

    Raises:
        OutputError: there is no such row, and the end of a new one is not known.
    """
    start, end = place
    ends = [int(row["end_char"]) for row in rows if row.get("start_char") == str(start)]
    if end is None and ends:
        end = max(ends)
    if end is None:
        raise OutputError(
            tell(
                "There is no row of {table} at {start_char} in {doc_id}; "
                "name its end (--end) to add one.",
                table=table,
                start_char=start,
                doc_id=document.doc_id,
            )
        )
    if not column and end not in ends:
        raise OutputError(
            tell(
                "There is no row of {table} from {start_char} to {end} in {doc_id}.",
                table=table,
                start_char=start,
                end=end,
                doc_id=document.doc_id,
            )
        )
    action = "delete" if not column else "change" if end in ends else "add"
    text = document.text[start:end]
    return Correction(document.doc_id, table, start, end, text, action, column, wanted)


def _checked(cells: Mapping[str, str], where: str) -> Correction:
    """The correction that a line holds; raises OutputError if it cannot be used."""
    if missing := [name for name in COLUMNS if name not in cells]:
        raise OutputError(
            tell("{where}: it ends before the column {missing!r}.", where=where, missing=missing[0])
        )
    table = DOCUMENT_TABLE.get(cells["table"])
    if table is None or "start_char" not in table.header:
        raise OutputError(
            tell(
                "{where}: {table!r} is no table of mentions; name {known}.",
                where=where,
                table=cells["table"],
                known=_KNOWN,
            )
        )
    if cells["action"] not in ACTIONS:
        raise OutputError(
            tell(
                "{where}: the action is {action!r}; write {actions}.",
                where=where,
                action=cells["action"],
                actions=_ACTIONS,
            )
        )
    try:
        start, end = int(cells["start_char"]), int(cells["end_char"])
    except ValueError as error:
        raise OutputError(
            tell("{where}: start_char and end_char are whole numbers.", where=where)
        ) from error
    if not 0 <= start < end or not cells["doc_id"] or not cells["text"]:
        raise OutputError(
            tell("{where}: it does not say of which words of which document it is.", where=where)
        )
    if cells["action"] != "delete":
        _refuse_value(table, cells["column"], cells["wanted"], where)
    return Correction(
        cells["doc_id"],
        table.name,
        start,
        end,
        *(cells[name] for name in ("text", "action", "column", "wanted")),
    )


def _refuse_value(table: Table, column: str, wanted: str, where: str) -> None:
    known = {one.name: one for one in table.columns if one.name not in PLACE}
    if column not in known:
        names = ", ".join(known)
        raise OutputError(
            tell(
                "{where}: {name} has no column {column!r} to fill; it has {names}.",
                where=where,
                name=table.name,
                column=column,
                names=names,
            )
        )
    kind, choices = known[column].type, known[column].choices
    if wanted and choices and wanted not in choices:
        raise OutputError(
            tell(
                "{where}: {column} is one of {choices}, not {wanted!r}.",
                where=where,
                column=column,
                choices=", ".join(choices),
                wanted=wanted,
            )
        )
    if wanted and not _is_a(kind, wanted):
        raise OutputError(
            tell(
                "{where}: {column} holds a {kind}, not {wanted!r}.",
                where=where,
                column=column,
                kind=kind,
                wanted=wanted,
            )
        )
    least, most = known[column].minimum, known[column].maximum
    if wanted and least is not None and float(wanted) < least:
        raise OutputError(
            tell(
                "{where}: {column} is {least:g} at least, not {wanted!r}.",
                where=where,
                column=column,
                least=least,
                wanted=wanted,
            )
        )
    if wanted and most is not None and float(wanted) > most:
        raise OutputError(
            tell(
                "{where}: {column} is {most:g} at most, not {wanted!r}.",
                where=where,
                column=column,
                most=most,
                wanted=wanted,
            )
        )


def _is_a(kind: ColumnType, wanted: str) -> bool:
    if kind not in _WRITTEN:
        return True
    if not _WRITTEN[kind].fullmatch(wanted):
        return False
    try:
        return kind != "date" or bool(date.fromisoformat(wanted))
    except ValueError:
        return False
