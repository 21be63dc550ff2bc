"""Spreadsheets (``.xlsx``, ``.xlsm``): each row of a sheet is a record, each record a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.archives import Budget
from hemicycle.ingestion.formats.records import columns_of, numbered_columns, raw_of, refuse_width
from hemicycle.ingestion.formats.zip_parts import parts_of
from hemicycle.ingestion.metadata.naming import RecordNames
from hemicycle.messages import tell
from hemicycle.settings import Settings

# Above the names of the columns a table may have a title and notes.
_LINES_ABOVE = 10
# Of the parts of a workbook (ECMA-376-1, 12.3): drawings, macros and the like hold no cells.
_CELLS = ("[Content_Types].xml", "_rels/", "xl/workbook.xml", "xl/_rels/", "xl/worksheets/")
_SHARED = ("xl/sharedStrings.xml", "xl/styles.xml")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The rows of all visible sheets that have a column of text.

    The names of the columns are the first row of a sheet; a title and notes above them are passed
    over. Of a formula the value is read that the program last saw.

    Raises:
        UnreadableError: it is broken, locked, unsafe or larger than the limits, or no sheet has a
            column of text.
    """
    from openpyxl import load_workbook

    names = RecordNames(settings.fields, content.path)
    with _Checked(content) as checked:
        workbook = load_workbook(checked, read_only=True, data_only=True, keep_links=False)
        refused: UnreadableError | None = None
        found = False
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue
            # What a sheet says of its own size may be false, and is not asked for.
            sheet.reset_dimensions()
            rows = _rows(sheet, settings)
            try:
                columns, above = _header(rows, names)
            except UnreadableError as error:
                refused = refused or error
                continue
            found = True
            kept = columns_of(columns, names)
            for number, row in [*above, *rows] if above else rows:
                cells = dict(zip(columns, row, strict=False))
                record = {name: cells.get(name) for name in kept}
                if any(value is not None for value in record.values()):
                    place = f"{sheet.title}, row {number}"
                    yield raw_of(record, place, names, settings.limits)
        if not found and refused is not None:
            raise refused


def _header(
    rows: Iterator[tuple[int, list[Any]]], names: RecordNames
) -> tuple[list[str], list[tuple[int, list[Any]]]]:
    """The names of the columns of a sheet, and its first row where columns go by their numbers.

    Raises:
        UnreadableError: no column holds the text.
    """
    first: UnreadableError | None = None
    for number, row in islice(rows, _LINES_ABOVE):
        header = ["" if cell is None else str(cell).strip() for cell in row]
        columns, numbered = numbered_columns(header, names.wanted("text"))
        try:
            columns_of(columns, names)
        except UnreadableError as error:
            first = first or error
        else:
            return columns, [(number, row)] if numbered else []
    raise first or UnreadableError("empty", tell("There is no text in it."))


def _rows(sheet: Any, settings: Settings) -> Iterator[tuple[int, list[Any]]]:
    """The rows that are not empty, each with its number, the first being 1."""
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            refuse_width(len(cells), settings.limits)
            yield number, cells


class _Checked:
    """A copy of a workbook with the parts that hold cells, each unpacked within the limits and
    known to declare no entities: its own word on their sizes is not believed.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._copy = io.BytesIO()

    def __enter__(self) -> io.BytesIO:
        budget, packed = Budget(self._content.limits), self._content.size()
        with parts_of(self._content) as parts, zipfile.ZipFile(self._copy, "w") as copy:
            for name in parts.names:
                if name.startswith(_CELLS) or name in _SHARED:
                    data = parts.checked(name)
                    budget.bytes(len(data), packed)
                    copy.writestr(name, data)
        self._copy.seek(0)
        return self._copy

    def __exit__(self, *_: object) -> None:
        self._copy.close()
