"""What the page shows: the tables of a run and the texts, as compact plain data.

Tables are taken as ``datapackage.json`` describes them, so that a new one appears by itself. The
words and the sentence of a mention are not repeated: the page takes them from the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate
from math import nan
from pathlib import Path
from typing import Any

from hemicycle.kinds.registry import MENTIONS
from hemicycle.messages import in_each_language
from hemicycle.outputs import OutputFolder, csvfiles
from hemicycle.outputs.corrections import COLUMNS as CORRECTION_COLUMNS
from hemicycle.outputs.corrections import FILE as CORRECTIONS_FILE
from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.report.heading import title_of
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import DOCUMENTS, Column, Table
from hemicycle.version import __version__

MOST_CHARACTERS = 8_000_000
_DERIVED = frozenset({"doc_id", "text", "sentence"})
_PLACES = ("start_char", "end_char")
_TERMS = ("evidence", "keyword")
_WHOLE = "i"
_MOST_FAILURES = 200
_MARKS = {kind.name: kind.marks for kind in MENTIONS}


def gather(folder: OutputFolder, most_characters: int = MOST_CHARACTERS) -> dict[str, Any]:
    """Everything that the page shows.

    Args:
        folder: a finished run.
        most_characters: how much text a browser is asked to hold; further documents are left out,
            and the page says so.

    Raises:
        OutputError: the folder holds no finished run, or a document is damaged.
        OSError: a table cannot be read.
    """
    described = {
        path: table
        for path, table in read_datapackage(folder.root).items()
        if path.startswith("corpus/") and "doc_id" in table.header
    }
    index_path = f"corpus/{DOCUMENTS.name}.csv"
    index = described.pop(index_path)
    rows = list(_read(folder.root, index_path, index))
    texts: list[str] = []
    size = 0
    for row in rows:
        text = folder.read_document(row["doc_id"]).text
        size += len(text)
        if texts and size > most_characters:
            break
        texts.append(text)
    shown = rows[: len(texts)]
    positions = {row["doc_id"]: number for number, row in enumerate(shown)}
    offsets = [_utf16_offsets(text) for text in texts]
    return {
        "version": __version__,
        "title": title_of(rows),
        "of": len(rows),
        "failures": _failures(folder),
        "corrections": _corrections(folder),
        "texts": texts,
        "documents": {
            "columns": [_described(column) for column in index.columns],
            "data": [_packed(column, shown) for column in index.columns],
        },
        "tables": [
            _table(folder.root, path, table, positions, offsets)
            for path, table in described.items()
        ],
    }


def _failures(folder: OutputFolder) -> dict[str, Any]:
    """How many things failed, and the first of them."""
    failures = folder.read_failures()
    shown = [[one.path, one.record, one.message] for one in failures[:_MOST_FAILURES]]
    return {"count": len(failures), "rows": shown}


def _corrections(folder: OutputFolder) -> dict[str, Any]:
    """What was put right before, so that a new file holds it too."""
    path = folder.root / CORRECTIONS_FILE
    rows = csvfiles.read_rows(path) if folder.corrections.mark else ()
    lines = [[row[name] for name in CORRECTION_COLUMNS] for row in rows if any(row.values())]
    return {"columns": CORRECTION_COLUMNS, "rows": lines}


def _table(
    root: Path,
    path: str,
    table: Table,
    positions: dict[str, int],
    offsets: list[list[int] | None],
) -> dict[str, Any]:
    """A table as columns; its rows are read one by one and none is kept."""
    documents = array(_WHOLE)
    places = {name: array(_WHOLE) for name in _PLACES if name in table.header}
    numbered = array(_WHOLE)
    sentence, number = ("", ""), -1
    columns = [c for c in table.columns if c.name not in _DERIVED and c.name not in _PLACES]
    packers = [_Packer(column) for column in columns]
    for row in _read(root, path, table):
        document = positions.get(row["doc_id"])
        if document is None:
            continue
        documents.append(document)
        units = offsets[document]
        for name, found in places.items():
            place = int(row[name])
            found.append(units[place] if units else place)
        if (here := (row["doc_id"], row.get("sentence", ""))) != sentence:
            sentence, number = here, number + 1
        numbered.append(number)
        for packer in packers:
            packer.add(row)
    return {
        "name": table.name,
        "description": table.description,
        "marks": _MARKS.get(table.name),
        "document": documents,
        "start": places.get("start_char"),
        "end": places.get("end_char"),
        "sentence": numbered if "sentence" in table.header else None,
        "terms": next((name for name in _TERMS if name in table.header), None),
        "columns": [_described(column, DOCUMENT_TABLE.get(table.name)) for column in columns],
        "data": [packer.packed() for packer in packers],
    }


class _Packer:
    """A column as numbers, NaN for none, or as its different strings and which each cell is."""

    def __init__(self, column: Column) -> None:
        self._name = column.name
        self._numeric = column.type in ("integer", "number")
        self._numbers = array("d")
        self._codes = array(_WHOLE)
        self._values: dict[str, int] = {}

    def add(self, row: dict[str, str]) -> None:
        cell = row[self._name]
        if self._numeric:
            self._numbers.append(float(cell) if cell else nan)
        else:
            self._codes.append(self._values.setdefault(cell, len(self._values)))

    def packed(self) -> Any:
        if self._numeric:
            return self._numbers
        return {"values": list(self._values), "codes": self._codes}


def _read(root: Path, path: str, table: Table) -> Iterator[dict[str, str]]:
    return csvfiles.read_rows(root / path, table.number_columns)


def _described(column: Column, of: Table | None = None) -> dict[str, Any]:
    """A column for the page, with what it may hold where its table is one of documents."""
    meaning = in_each_language(column.description)
    told = {"name": column.name, "type": column.type, "description": meaning}
    known = next((one for one in of.columns if one.name == column.name), None) if of else None
    if known is None:
        return told
    bounds = {"minimum": known.minimum, "maximum": known.maximum}
    return {**told, "correctable": True, "choices": known.choices, **bounds}


def _packed(column: Column, rows: list[dict[str, str]]) -> Any:
    packer = _Packer(column)
    for row in rows:
        packer.add(row)
    return packer.packed()


def _utf16_offsets(text: str) -> list[int] | None:
    """Offsets in UTF-16 units, which browsers count in, by code point; None where they agree."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return None
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
