"""All tables as one Excel workbook: a sheet for each, with its header frozen and filters on it.

Text is written as text, whatever it begins with, so that no cell is a formula. Numbers are numbers
and days are days, save for days before 1900, which Excel does not have.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import count, islice
from math import isfinite
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import replacing
from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.tables.registry import Column, Table

WORKBOOK = "tables.xlsx"
# Tables that are the same are a file that is the same, whenever it was made.
_MADE = datetime(2000, 1, 1)
_MOST_ROWS = 1_048_575
_MOST_CHARACTERS = 32_767
_LONGEST_NAME = 31
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that was none
_WIDTHS = {"string": 24, "integer": 11, "number": 16, "date": 12}


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
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, source: Path) -> None:
        rows = csvfiles.read_rows(source, self._table.number_columns)
        while True:
            sheet = self._add()
            last = 0
            for last, row in enumerate(islice(rows, _MOST_ROWS), 1):
                for place, column in enumerate(self._table.columns):
                    self._cell(sheet, last, place, row[column.name], column)
            sheet.autofilter(0, 0, max(last, 1), len(self._table.columns) - 1)
            if last < _MOST_ROWS:
                return

    def _add(self) -> Any:
        sheet = self._book.add_worksheet(self._free_name())
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._table.columns):
            sheet.set_column(place, place, _WIDTHS[column.type])
            sheet.write_string(0, place, column.name, self._bold)
        return sheet

    def _cell(self, sheet: Any, row: int, place: int, cell: str, column: Column) -> None:
        if not cell:
            return
        if column.type in ("integer", "number") and isfinite(float(cell)):
            sheet.write_number(row, place, float(cell))
        elif column.type == "date" and date.fromisoformat(cell) >= _FIRST_DAY:
            sheet.write_datetime(row, place, date.fromisoformat(cell), self._day)
        else:
            whole = len(cell) <= _MOST_CHARACTERS
            text = cell if whole else cell[: _MOST_CHARACTERS - 1] + "…"
            sheet.write_string(row, place, text)

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
