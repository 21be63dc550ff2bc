"""All tables as one Excel workbook: a sheet for each, with its header frozen and filters on it.

Text is written as text, whatever it begins with, so that no cell is a formula, and codes keep their
zeros. Numbers are numbers, their thousands set apart, and days are days, save for days before 1900,
which Excel does not have. What a row says comes first, where it stands in the text comes last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import count, islice
from math import isfinite
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from hemicycle.output_marks import WORKBOOK
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import replacing
from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.tables.registry import Column, Table

# Tables that are the same are a file that is the same, whenever it was made.
_MADE = datetime(2000, 1, 1)
_MOST_ROWS = 1_048_575
_MOST_CHARACTERS = 32_767
_LONGEST_NAME = 31
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that was none
_WIDTHS = {"string": 24, "integer": 11, "number": 16, "date": 12}
# What tells where a row stands, which its reader looks at last.
_PLACE = ("sentence", "doc_id", "start_char", "end_char", "speech")
_WRAPPED = {"sentence": 80, "evidence": 40}
# Numbers of things, not how many there are.
_NAMES = ("_char", "speech", "rank")


def write_workbook(root: Path) -> Path:
    """Write ``tables.xlsx`` in an output folder; gives its path.

    Rows stream by. A table with more rows than a sheet holds goes on in a further sheet, a text
    longer than a cell holds ends with `…`.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be read or written.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        with (
            replacing(root / WORKBOOK) as partial,
            xlsxwriter.Workbook(partial, options) as book,
        ):
            book.set_properties({"created": _MADE})
            names: set[str] = set()
            for path, table in read_datapackage(root).items():
                _Sheets(book, table, path, names).write(root / path)
    except XlsxFileError as error:
        # It wraps what the system said, which is what a full disk is known by.
        reason = error.args[0] if error.args else error
        raise reason if isinstance(reason, OSError) else OSError(str(error)) from error
    return root / WORKBOOK


class _Sheets:
    """The sheets of one table."""

    def __init__(self, book: Any, table: Table, path: str, names: set[str]) -> None:
        self._book = book
        self._table = table
        self._names = names
        self._wanted = ("n_" if path.startswith("summary/") else "") + table.name
        self._columns = _for_readers(table.columns)
        self._bold = book.add_format({"bold": True, "valign": "top"})
        top = {"valign": "top"}
        self._plain = book.add_format(top)
        self._wrapped = book.add_format({**top, "text_wrap": True})
        self._day = book.add_format({**top, "num_format": "yyyy-mm-dd"})
        self._whole = book.add_format({**top, "num_format": "#,##0"})
        self._decimal = book.add_format({**top, "num_format": "#,##0.0#########"})

    def write(self, source: Path) -> None:
        rows = csvfiles.read_rows(source, self._table.number_columns)
        while True:
            sheet = self._add()
            last = 0
            for last, row in enumerate(islice(rows, _MOST_ROWS), 1):
                for place, column in enumerate(self._columns):
                    self._cell(sheet, last, place, row[column.name], column)
            sheet.autofilter(0, 0, max(last, 1), len(self._columns) - 1)
            if last < _MOST_ROWS:
                return

    def _add(self) -> Any:
        sheet = self._book.add_worksheet(self._free_name())
        sheet.freeze_panes(1, 0)
        # Codes are texts of digits, and meant to be.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(self._columns):
            width = _WRAPPED.get(column.name, _WIDTHS[column.type])
            sheet.set_column(place, place, width, self._plain)
            sheet.write_string(0, place, column.name, self._bold)
        return sheet

    def _cell(self, sheet: Any, row: int, place: int, cell: str, column: Column) -> None:
        if not cell:
            return
        if column.type in ("integer", "number") and isfinite(float(cell)):
            sheet.write_number(row, place, float(cell), self._format(column, float(cell)))
        elif column.type == "date" and date.fromisoformat(cell) >= _FIRST_DAY:
            sheet.write_datetime(row, place, date.fromisoformat(cell), self._day)
        else:
            whole = len(cell) <= _MOST_CHARACTERS
            text = cell if whole else cell[: _MOST_CHARACTERS - 1] + "…"
            how = self._wrapped if column.name in _WRAPPED else self._plain
            sheet.write_string(row, place, text, how)

    def _format(self, column: Column, number: float) -> Any:
        if column.name.endswith(_NAMES):
            return self._plain
        return self._whole if number.is_integer() else self._decimal

    def _free_name(self) -> str:
        """A name that Excel takes: short, without its own signs, and no other sheet's."""
        plain = "".join("_" if c in "[]:*?/\\'" else c for c in self._wanted)
        for number in count(1):
            tail = "" if number == 1 else f" {number}"
            name = plain[: _LONGEST_NAME - len(tail)] + tail
            if name.lower() not in self._names:
                break
        self._names.add(name.lower())
        return name


def _for_readers(columns: Sequence[Column]) -> list[Column]:
    """The columns of a table in the order in which a reader wants them."""
    if not any(column.name == "start_char" for column in columns):
        return list(columns)
    placed = {column.name: column for column in columns if column.name in _PLACE}
    told = [column for column in columns if column.name not in placed]
    return [*told, *(placed[name] for name in _PLACE if name in placed)]
