"""A CSV file that grows while documents stream by, and appears only when it is complete."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO

from hemicycle.outputs import PARTIAL, csvfiles
from hemicycle.tables.registry import Row, Table


class TableFile:
    """Writes one table under a hidden name; leaving the block without an error names it."""

    def __init__(self, folder: Path, table: Table, *, excel: bool) -> None:
        """Name the file; ``folder`` is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        self._target = folder / f"{table.name}.csv"
        self._partial = folder / f"{PARTIAL}{uuid.uuid4().hex}"
        self._types = [column.type for column in table.columns]
        self._header = table.header
        self._excel = excel
        self._handle: IO[bytes] | None = None
        self._last: IO[bytes] | None = None

    def __enter__(self) -> TableFile:
        self._handle = self._partial.open("wb")
        header = csvfiles.to_csv(self._header, self._types, (), excel=self._excel)
        self._handle.write(csvfiles.encode(header, excel=self._excel))
        return self

    def write(self, rows: Iterable[Row]) -> None:
        """Add rows, their cells in the order of the header."""
        assert self._handle is not None
        text = csvfiles.rows_to_csv(self._types, rows, excel=self._excel)
        self._handle.write(text.encode("utf-8"))

    def write_last(self, rows: Iterable[Row]) -> None:
        """Add rows behind all others, whenever those come."""
        if self._last is None:
            self._last = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the file)
        text = csvfiles.rows_to_csv(self._types, rows, excel=self._excel)
        self._last.write(text.encode("utf-8"))

    def write_lines(self, lines: bytes) -> None:
        """Add rows that stand in a CSV file of the same columns and dialect."""
        assert self._handle is not None
        self._handle.write(lines)

    def write_cells(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Add rows, their cells by name of the column."""
        self.write([row[name] for name in self._header] for row in rows)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._handle is not None
        if self._last is not None:
            with self._last as last:
                last.seek(0)
                shutil.copyfileobj(last, self._handle)
        self._handle.close()
        if kind is None:
            self._partial.replace(self._target)
        else:
            self._partial.unlink(missing_ok=True)
