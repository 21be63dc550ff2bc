"""Where documents and their rows are kept: what every layout of the output folder can do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs.marks import Marks
from hemicycle.tables.registry import Row, Table


class OutputError(Exception):
    """The output folder cannot be written or is not one."""


def damaged(place: Path, error: object) -> OutputError:
    """That something of an output folder cannot be understood.

    Args:
        place: the file or folder.
        error: what is wrong with it.
    """
    return OutputError(
        tell(
            "{folder} is damaged or was made by another version ({error} is not as "
            "wanted); run again on its source.",
            folder=place,
            error=error,
        )
    )


class Store(Protocol):
    """Documents with their rows, by ``doc_id``."""

    def prepare(self) -> None:
        """Make the place and clear what a stopped run left half-written.

        Raises:
            OSError: it cannot be made or written.
        """
        ...

    def convert(self) -> None:
        """Put files of another dialect into the one that is written now.

        Raises:
            OSError: one cannot be written; each is then whole, in one dialect or the other.
        """
        ...

    def ids(self) -> list[str]:
        """The documents that are whole, sorted."""
        ...

    def marks(self, doc_id: str) -> Marks | None:
        """What a document was made from; None if it is not there, is damaged or lacks a table."""
        ...

    def read_document(self, doc_id: str, *, with_text: bool) -> Document:
        """A document as ingestion left it.

        Raises:
            OutputError: it is absent or damaged.
        """
        ...

    def read_table(self, doc_id: str, table: Table) -> Iterator[dict[str, str]]:
        """The rows of one table of one document, none if the table was not made.

        Raises:
            OSError: it cannot be read.
        """
        ...

    def csv_of(self, doc_id: str, table: Table) -> bytes | None:
        """The CSV file of one table of one document; None where no such file is kept.

        Raises:
            OSError: it cannot be read.
        """
        ...

    def write(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write a whole document, replacing an earlier one.

        Raises:
            OSError: it cannot be written; an earlier one is then still there.
        """
        ...

    def add(self, document: Document, rows: Mapping[str, list[Row]], marks: Marks) -> None:
        """Write tables of a document that is already there, beside its others.

        Raises:
            OSError: it cannot be written.
        """
        ...

    def remove(self, doc_ids: Collection[str]) -> None:
        """Remove documents.

        Raises:
            OSError: one cannot be removed.
        """
        ...

    def flush(self) -> None:
        """Write what waits to be written.

        Raises:
            OSError: it cannot be written.
        """
        ...
