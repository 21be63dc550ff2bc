"""The stages of the pipeline over files: what each command of the program does.

``run`` is all of them in one pass over the text, and leaves the same files as one after another.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline import csvfiles
from pipeline.document import Document, Failure
from pipeline.ingestion.reading import read_documents
from pipeline.outputs import OutputError, OutputFolder
from pipeline.settings import Settings
from pipeline.tables import FAILURES, Row, Stage, tables_of

Watcher = Callable[["Report"], None]


def _nobody(report: Report) -> None:
    """Watches nothing."""


@dataclass(slots=True)
class Report:
    """How a stage went; it grows while the stage runs.

    Attributes:
        output: the output folder.
        documents: documents done.
        words: words in them.
        rows: rows by table.
        failures: what failed.
        seconds: time since the start.
    """

    output: str
    documents: int = 0
    words: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    _started: float = field(default_factory=time.monotonic, repr=False)

    def done(self, document: Document, rows: dict[str, list[Row]]) -> None:
        """Count a document that was written."""
        self.documents += 1
        self.words += document.words
        self.rows.update({name: len(found) for name, found in rows.items()})
        self.seconds = time.monotonic() - self._started

    def to_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "output": self.output,
            "documents": self.documents,
            "words": self.words,
            "rows": dict(self.rows),
            "failed": len(self.failures),
            "seconds": round(self.seconds, 2),
        }


def run(inputs: list[str], settings: Settings, watch: Watcher = _nobody) -> Report:
    """Read the inputs, take every table from them in one pass, and aggregate.

    Args:
        inputs: files, folders, glob patterns, or ``-``.
        settings: where to write, and how to read.
        watch: called after each document and each failure.

    Raises:
        OutputError: the output folder cannot be written.
        ResourceError: ``models/`` or the model is absent.
    """
    folder, report = _begin(settings)
    documents = _good(read_documents(inputs, settings), report, watch)
    _annotate(documents, None, settings, folder, report, watch)
    return _end(folder, report, settings)


def ingest(inputs: list[str], settings: Settings, watch: Watcher = _nobody) -> Report:
    """Read the inputs and write their cleaned text and metadata; arguments as for :func:`run`."""
    folder, report = _begin(settings)
    for document in _good(read_documents(inputs, settings), report, watch):
        _write(folder, document, {}, report, whole=True)
        watch(report)
    return _end(folder, report)


def annotate(stage: Stage, settings: Settings, watch: Watcher = _nobody) -> Report:
    """Make the tables of one stage for the documents that ingestion left in the output folder.

    Raises:
        OutputError: the output folder cannot be written.
        ResourceError: ``models/`` or the model is absent.
    """
    folder, report = _begin(settings)
    _keep_failures(folder, report)
    documents = _good(_ingested(folder), report, watch)
    _annotate(documents, stage, settings, folder, report, watch)
    return _end(folder, report)


def aggregate(settings: Settings) -> Report:
    """Write the tables of the corpus and the summaries from the documents' tables.

    Raises:
        OutputError: the output folder cannot be written, or a document in it is damaged.
    """
    folder, report = _begin(settings)
    _keep_failures(folder, report)
    return _end(folder, report, settings)


def _begin(settings: Settings) -> tuple[OutputFolder, Report]:
    folder = OutputFolder(settings.output, excel=settings.excel)
    folder.prepare()
    return folder, Report(str(settings.output))


def _end(folder: OutputFolder, report: Report, aggregation: Settings | None = None) -> Report:
    """Write what failed and, if wanted, everything that is made of all documents together."""
    from pipeline.aggregation import aggregate as aggregate_folder
    from pipeline.schema import write_datapackage

    try:
        folder.write_failures(report.failures)
        if aggregation:
            number = aggregate_folder(folder, aggregation)
            report.documents = report.documents or number
            write_datapackage(folder, aggregation.by)
    except OSError as error:
        raise OutputError(f"{folder.root} cannot be written: {error}.") from error
    return report


def _annotate(
    documents: Iterable[Document],
    stage: Stage | None,
    settings: Settings,
    folder: OutputFolder,
    report: Report,
    watch: Watcher,
) -> None:
    from pipeline.engine import read_all

    for document, found in read_all(documents, tables_of(stage), settings.workers):
        if isinstance(found, Failure):
            report.failures.append(found)
        else:
            _write(folder, document, found, report, whole=stage is None)
        watch(report)


def _write(
    folder: OutputFolder,
    document: Document,
    rows: dict[str, list[Row]],
    report: Report,
    *,
    whole: bool,
) -> None:
    try:
        if whole:
            folder.write_document(document, rows)
        else:
            folder.write_rows(document.doc_id, rows)
    except OSError as error:
        report.failures.append(
            Failure(
                document.path,
                document.source_id,
                "write",
                "not written",
                f"documents/{document.doc_id} could not be written: {error.strerror}.",
            )
        )
    else:
        report.done(document, rows)


def _good(
    found: Iterable[Document | Failure], report: Report, watch: Watcher
) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Failure):
            report.failures.append(item)
            watch(report)
        else:
            yield item


def _ingested(folder: OutputFolder) -> Iterator[Document | Failure]:
    for name in folder.ids():
        try:
            yield folder.read_document(name)
        except OutputError as error:
            yield Failure(str(folder.documents / name), "", "ingest", "damaged", str(error))


def _keep_failures(folder: OutputFolder, report: Report) -> None:
    """A later stage adds to the failures of the earlier ones."""
    path = folder.root / "failures.csv"
    if path.is_file():
        for row in csvfiles.read_rows(path):
            report.failures.append(Failure(*(row.get(name, "") for name in FAILURES.header)))
