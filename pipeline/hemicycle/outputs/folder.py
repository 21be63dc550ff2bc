"""The output folder as a whole: its documents, its lock, what failed, and what the last run left.

Whatever is found under a hidden partial name when a run begins was left by a run that was stopped,
and is removed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from hemicycle.document import Document, Failure
from hemicycle.messages import tell
from hemicycle.output_marks import DOCUMENTS, LOCK, PARTS
from hemicycle.outputs import csvfiles
from hemicycle.outputs.atomic import clear_partial, write_bytes
from hemicycle.outputs.corrections import Corrections
from hemicycle.outputs.corrections_file import read_corrections
from hemicycle.outputs.folders import DocumentFolders, csv_bytes
from hemicycle.outputs.marks import Marks, recipes
from hemicycle.outputs.state import RunState
from hemicycle.outputs.store import OutputError, Store
from hemicycle.tables.registry import FAILURES, Row, Table

Layout = Literal["folders", "parquet"]

# Stands in a folder while its files are put into another dialect.
_CONVERTING = ".converting"


class OutputFolder:
    """The files of one run under ``outputs/``."""

    def __init__(
        self,
        root: Path,
        *,
        excel: bool = False,
        layout: Layout | None = None,
        written: Callable[[], None] = lambda: None,
    ) -> None:
        """Name the folder; nothing is touched yet.

        Args:
            root: the folder, which need not exist.
            excel: whether CSVs are written in the dialect of French Excel.
            layout: how documents are kept; by default as they already are, else in folders.
            written: called whenever a document was written.

        Raises:
            OutputError: they are already kept otherwise, the layout needs an extra, or no folder
                can have that name.
        """
        self.root = root
        self.documents = root / DOCUMENTS
        self.excel = excel
        self.state = RunState(root)
        self._written = written
        self._lock = FileLock(root / LOCK)
        try:
            self._store = self._open(layout)
        except (OSError, ValueError) as error:  # such as a name that is too long
            raise OutputError(
                tell(
                    "The output folder {root} cannot be used ({error}); name another with -o.",
                    root=root,
                    error=getattr(error, "strerror", None) or error,
                )
            ) from error

    def _open(self, layout: Layout | None) -> Store:
        parts = self.root / PARTS
        found: Layout | None = (
            "parquet" if parts.is_dir() else "folders" if self.documents.is_dir() else None
        )
        if found and layout and found != layout:
            raise OutputError(
                tell(
                    "{root} keeps its documents in the layout {found}, not {layout}; name "
                    "another folder with -o.",
                    root=self.root,
                    found=found,
                    layout=layout,
                )
            )
        if (found or layout) != "parquet":
            return DocumentFolders(self.documents, excel=self.excel)
        try:
            from hemicycle.outputs.parts import ParquetParts
        except ImportError as error:
            raise OutputError(
                tell("The layout parquet needs an extra: pip install 'hemicycle[parquet]'.")
            ) from error
        return ParquetParts(parts)

    def prepare(self) -> None:
        """Make the folder, lock it, and clear what a stopped run left half-written.

        Raises:
            OutputError: it cannot be made or written, or another run writes to it.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(blocking=False)
            self._store.prepare()
            clear_partial([self.root, self.root / "corpus", self.root / "summary"])
        except Timeout as error:
            raise OutputError(
                tell(
                    "Another run is writing to {root}; wait for it or name another with -o.",
                    root=self.root,
                )
            ) from error
        except OSError as error:
            raise OutputError(
                tell(
                    "The output folder {root} cannot be written ({strerror}); name another "
                    "with -o.",
                    root=self.root,
                    strerror=error.strerror,
                )
            ) from error

    def convert(self, before: bool) -> None:
        """Put what earlier runs wrote into the dialect that is written now; no text is read again.

        Args:
            before: whether they wrote the dialect of French Excel.

        Raises:
            OSError: it cannot be written; the next run goes on with it.
        """
        unfinished = self.root / _CONVERTING
        if before == self.excel and not unfinished.exists():
            return
        unfinished.touch()
        self.state.forget()
        self._store.convert()
        unfinished.unlink()

    def release(self) -> None:
        """Let other runs write to the folder."""
        self._lock.release()

    def recipes(self) -> dict[str, str]:
        """The recipe of each stage as it would be run now."""
        return recipes()

    @cached_property
    def corrections(self) -> Corrections:
        """What people put right in it, read once.

        Raises:
            OutputError: a line of the file cannot be used.
            OSError: it cannot be read.
        """
        return read_corrections(self.root)

    def ids(self) -> list[str]:
        """The documents that have been written, sorted."""
        return self._store.ids()

    def marks(self, doc_id: str) -> Marks | None:
        """What a document was made from; None if it is not there, is damaged or lacks a table."""
        return self._store.marks(doc_id)

    def write_document(
        self, document: Document, rows: Mapping[str, list[Row]], marks: Marks | None = None
    ) -> None:
        """Write a whole document, replacing an earlier one.

        Args:
            document: the document.
            rows: its rows by table; tables that are not named get no file.
            marks: what they were made from; by default what would be said of them now.

        Raises:
            OSError: it cannot be written; an earlier one is then still there.
        """
        self.state.forget()
        self._store.write(document, rows, marks or Marks.of(document, {}))
        self._written()

    def write_rows(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write tables of a document that is already there.

        Raises:
            OSError: it cannot be written.
        """
        self.state.forget()
        self._store.add(document, rows, marks)
        self._written()

    def remove(self, doc_ids: Collection[str]) -> None:
        """Remove documents.

        Raises:
            OSError: one cannot be removed.
        """
        self.state.forget()
        self._store.remove(doc_ids)

    def flush(self) -> None:
        """Write what waits to be written.

        Raises:
            OSError: it cannot be written.
        """
        self._store.flush()

    def read_document(self, doc_id: str, *, with_text: bool = True) -> Document:
        """A document as ingestion left it.

        Args:
            doc_id: its name.
            with_text: whether its text is read too, which counting does without.

        Raises:
            OutputError: its files are absent or damaged.
        """
        return self._store.read_document(doc_id, with_text=with_text)

    def read_table(self, doc_id: str, table: Table) -> Iterator[dict[str, str]]:
        """The rows of one table of one document, none if the table was not made.

        Raises:
            OSError: the file cannot be read.
        """
        return self._store.read_table(doc_id, table)

    def csv_of(self, doc_id: str, table: Table) -> bytes | None:
        """The CSV file of one table of one document, header and all; None where the layout keeps
        no such file, or the table was not made.

        Raises:
            OSError: the file cannot be read.
        """
        return self._store.csv_of(doc_id, table)

    def read_failures(self) -> list[Failure]:
        """What ``failures.csv`` tells, empty if there is none."""
        path = self.root / "failures.csv"
        if not path.is_file():
            return []
        names = FAILURES.header
        return [Failure(*(row.get(name, "") for name in names)) for row in csvfiles.read_rows(path)]

    def write_failures(self, failures: Iterable[Failure]) -> None:
        """Write ``failures.csv``: what failed in this run, empty but for its header if nothing.

        Raises:
            OSError: it cannot be written.
        """
        rows = [failure.cells() for failure in failures]
        write_bytes(self.root / "failures.csv", csv_bytes(FAILURES, rows, excel=self.excel))
