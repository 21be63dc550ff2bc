"""A CSV file that grows while documents stream by, and appears only when it is complete."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO

from hemicycle.aggregation.base import Base
from hemicycle.batches import batched
from hemicycle.outputs import PARTIAL, csvfiles
from hemicycle.tables.registry import Row, Table

_LINES = 20_000


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

    def write_query(self, base: Base, query: str) -> None:
        """Add the lines that a query gives."""
        assert self._handle is not None
        for lines in batched((line for (line,) in base.rows(query)), _LINES):
            self._handle.write(("\n".join(lines) + "\n").encode("utf-8"))

    def take(self, whole: Path) -> None:
        """Let a whole file, header and all, stand in the place of this one."""
        whole.replace(self._partial)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._handle is not None
        self._handle.close()
        if kind is None:
            self._partial.replace(self._target)
        else:
            self._partial.unlink(missing_ok=True)
