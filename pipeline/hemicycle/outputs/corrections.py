"""``corrections.csv``: what people put right in the rows of a run, applied each time it is made.

It lies in the output folder and is never overwritten by a run. Each line is one correction:

| column | means |
| --- | --- |
| `doc_id` | the document |
| `table` | a table of mentions (`people`, `amounts`…) |
| `start_char`, `end_char` | where the row stands in the text, as the table gives it |
| `text` | its words, by which it is found again where the text has changed |
| `action` | `change`, `delete` or `add` |
| `column` | the column that is changed, or filled in a row that is added; empty to delete |
| `wanted` | what it should hold |
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from hemicycle.document import Document
from hemicycle.kinds.column import CONFIDENCE
from hemicycle.messages import tell
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import write_bytes
from hemicycle.outputs.store import OutputError
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import ColumnType, Row, Table

FILE = "corrections.csv"
ACTIONS = ("change", "delete", "add")
# What tells where a row stands is found again, not changed by hand.
_PLACE = frozenset({"doc_id", "start_char", "end_char", "text", "sentence"})
_SENTENCE = 600  # characters, as the tables have it


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; see the module."""

    doc_id: str
    table: str
    start_char: int
    end_char: int
    text: str
    action: str
    column: str = ""
    wanted: str = ""


COLUMNS = tuple(field.name for field in fields(Correction))
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
_SPEECHES = DOCUMENT_TABLE["speeches"]
_ACTIONS = ", ".join(ACTIONS)


class Corrections:
    """The corrections of a run.

    Attributes:
        mark: hash of all of them, empty if there are none.
    """

    def __init__(self, lines: Iterable[Correction] = ()) -> None:
        """Hold corrections, which are applied in their order."""
        self._of: dict[str, list[Correction]] = {}
        for line in lines:
            self._of.setdefault(line.doc_id, []).append(line)
        self.mark = _hash(self._of[name] for name in sorted(self._of))

    def of(self, doc_id: str) -> str:
        """Hash of those of a document, empty if it has none."""
        return _hash([self._of[doc_id]]) if doc_id in self._of else ""

    def recipes(self, doc_id: str, recipes: Mapping[str, str]) -> dict[str, str]:
        """The recipes of stages, with the corrections of a document as part of them."""
        own = self.of(doc_id)
        return {stage: f"{made}+{own}" if own else made for stage, made in recipes.items()}

    def documents(self) -> list[str]:
        """The documents that have corrections, sorted."""
        return sorted(self._of)

    def applied(self, document: Document, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
        """The rows of a document as they should be.

        Args:
            document: the document.
            rows: its rows by table, cells in the order of the table; they are left as they are.
        """
        lines = self._of.get(document.doc_id, ())
        if not lines:
            return rows
        made = {name: [list(row) for row in of_table] for name, of_table in rows.items()}
        turns = [dict(zip(_SPEECHES.header, row, strict=True)) for row in rows.get("speeches", ())]
        for line in lines:
            if line.table in made:
                _apply(line, DOCUMENT_TABLE[line.table], document, turns, made[line.table])
        for name in {line.table for line in lines} & made.keys():
            made[name].sort(key=_at(DOCUMENT_TABLE[name]))
        return made

    def unfit(
        self, document: Document, rows: Mapping[str, Iterable[Mapping[str, str]]]
    ) -> Iterator[tuple[Correction, str]]:
        """The corrections of a document that its rows do not show, each with why.

        Args:
            document: the document.
            rows: its rows by table, as they were written.
        """
        lines = self._of.get(document.doc_id, ())
        # Only the tables that are corrected are read.
        places = {
            name: [(int(row["start_char"]), int(row["end_char"])) for row in rows.get(name, ())]
            for name in {line.table for line in lines}
        }
        for line in lines:
            place = _place(line, document.text, places[line.table])
            if place is None:
                yield (
                    line,
                    tell(
                        "its words {text!r} do not stand in the text any more", text=line.text[:60]
                    ),
                )
            elif line.action != "delete" and place not in places[line.table]:
                yield (
                    line,
                    tell(
                        "there is no row of {table} at {text!r} any more",
                        table=line.table,
                        text=line.text[:60],
                    ),
                )


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
    read_corrections(root)
    before = list(csvfiles.read_rows(path)) if path.is_file() else []
    cells = dict(zip(COLUMNS, map(str, astuple(correction)), strict=True))
    _checked(cells, "The correction")
    rows = [[row.get(name, "") for name in COLUMNS] for row in (*before, cells)]
    write_bytes(path, csvfiles.to_csv(list(COLUMNS), list(_TYPES), rows).encode("utf-8"))
    return path


def _hash(lines: Iterable[Iterable[Correction]]) -> str:
    cells = [[astuple(line) for line in of_one] for of_one in lines]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16] if cells else ""


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
    known = {one.name: one for one in table.columns if one.name not in _PLACE}
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


def _apply(
    line: Correction,
    table: Table,
    document: Document,
    turns: Sequence[Mapping[str, str]],
    rows: list[Row],
) -> None:
    at = _at(table)
    place = _place(line, document.text, list(map(at, rows)))
    if place is None:
        return
    if line.action == "delete":
        rows[:] = [row for row in rows if at(row) != place]
        return
    there = [row for row in rows if at(row) == place]
    if line.action == "add" and not there:
        there = [_new(table, document, turns, place)]
        rows += there
    for row in there:
        _fill(row, table, line.column, line.wanted)


def _fill(row: Row, table: Table, column: str, wanted: str) -> None:
    at = table.header.index(column)
    # A number that is exact has its bounds with it.
    if column == "value" and {"low", "high"} <= set(table.header):
        for bound in (table.header.index("low"), table.header.index("high")):
            if row[bound] == row[at]:
                row[bound] = wanted
    row[at] = wanted
    if CONFIDENCE in table.header and column != CONFIDENCE:
        row[table.header.index(CONFIDENCE)] = "1"


def _at(table: Table) -> Callable[[Row], tuple[int, int]]:
    """Where a row of a table stands."""
    start, end = table.header.index("start_char"), table.header.index("end_char")
    return lambda row: (int(row[start]), int(row[end]))


def _new(
    table: Table,
    document: Document,
    turns: Sequence[Mapping[str, str]],
    place: tuple[int, int],
) -> Row:
    text, (start, end) = document.text, place
    turn = next((t for t in turns if int(t["start_char"]) <= start < int(t["end_char"])), {})
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    around = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(around) > _SENTENCE:
        around = text[max(line_start, start - _SENTENCE // 2) : start + _SENTENCE // 2]
    known = {
        "doc_id": document.doc_id,
        "start_char": str(start),
        "end_char": str(end),
        "text": text[start:end],
        "sentence": around.split("\n")[0].strip(),
        "speech": turn.get("speech", ""),
        "speaker": turn.get("speaker", document.speaker),
    }
    return [known.get(name, "") for name in table.header]


def _place(line: Correction, text: str, rows: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the words of a correction stand now: where they did, else as near as they come.

    Places of rows come first, unless a row is to be added.
    """
    if text[line.start_char : line.end_char] == line.text:
        return line.start_char, line.end_char
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(line.text), text)]
    if line.action != "add" and (of_rows := set(found) & set(rows)):
        found = list(of_rows)
    return min(found, key=lambda place: (abs(place[0] - line.start_char), place), default=None)
