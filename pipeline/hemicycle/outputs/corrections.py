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

from hemicycle.document import Document
from hemicycle.kinds.column import CONFIDENCE
from hemicycle.messages import tell
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import Row, Table

FILE = "corrections.csv"
ACTIONS = ("change", "delete", "add")
# What tells where a row stands is found again, not changed by hand.
PLACE = frozenset({"doc_id", "start_char", "end_char", "text", "sentence"})
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
_SPEECHES = DOCUMENT_TABLE["speeches"]


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

    def lines(self, doc_id: str) -> Sequence[Correction]:
        """Those of a document, in their order."""
        return self._of.get(doc_id, ())

    def documents(self) -> list[str]:
        """The documents that have corrections, sorted."""
        return sorted(self._of)

    def applied(self, document: Document, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
        """The rows of a document as they should be.

        Args:
            document: the document.
            rows: its rows by table, cells in the order of the table; they are left as they are.
        """
        lines = self.lines(document.doc_id)
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
        lines = self.lines(document.doc_id)
        # Only the tables that are corrected are read.
        places = {
            name: [(int(row["start_char"]), int(row["end_char"])) for row in rows.get(name, ())]
            for name in {line.table for line in lines}
        }
        for line in lines:
            place = place_of(line, document.text, places[line.table])
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


def _hash(lines: Iterable[Iterable[Correction]]) -> str:
    cells = [[astuple(line) for line in of_one] for of_one in lines]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16] if cells else ""


def _apply(
    line: Correction,
    table: Table,
    document: Document,
    turns: Sequence[Mapping[str, str]],
    rows: list[Row],
) -> None:
    at = _at(table)
    place = place_of(line, document.text, list(map(at, rows)))
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


def place_of(
    line: Correction, text: str, rows: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the words of a correction stand now: where they did, else as near as they come.

    Places of rows come first, unless a row is to be added.
    """
    if text[line.start_char : line.end_char] == line.text:
        return line.start_char, line.end_char
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(line.text), text)]
    if line.action != "add" and (of_rows := set(found) & set(rows)):
        found = list(of_rows)
    return min(found, key=lambda place: (abs(place[0] - line.start_char), place), default=None)
