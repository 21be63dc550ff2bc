"""The stages of the pipeline over files: what each command of the program does.

``run`` is all of them in one pass over the text, and leaves the same files as one after another.
Each does only what is new or has changed since it was last done.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path

from hemicycle.addresses import is_remote
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.messages import tell
from hemicycle.outputs import Marks, OutputError, OutputFolder
from hemicycle.outputs.advice import advice
from hemicycle.outputs.corrections import FILE
from hemicycle.outputs.remembered import excel_of, remember, with_remembered
from hemicycle.outputs.remote.opening import writing
from hemicycle.outputs.state import LastRun
from hemicycle.running.grouping import refuse_unknown
from hemicycle.running.own_names import knowing, read_own_names
from hemicycle.running.passing import passing
from hemicycle.running.plan import Resumption, plan
from hemicycle.running.progress import Report, Watcher, unwatched
from hemicycle.settings import Settings
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import Row, Stage, tables_of

_CORRECTING = "correct"
# After these no document can be written any more.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


class _FirstFailureError(Exception):
    """Something failed and the run is to stop at the first failure."""


def run(inputs: list[str], settings: Settings, watch: Watcher = unwatched) -> Report:
    """Read the inputs, take every table from them in one pass, and aggregate.

    Args:
        inputs: files, folders, glob patterns, or ``-``.
        settings: where to write, how to read, and what to do again.
        watch: called after each document and each failure.

    Raises:
        OutputError: the output folder cannot be written, or another run writes to it.
        ResourceError: ``models/`` or the model is absent.
        SettingsError: no document has a column to group by.
    """
    refuse_unknown(inputs, settings)
    with _opened(settings) as (folder, report, settings):
        recipes = {**folder.recipes(), FILE: folder.corrections.mark}
        now, before = plan(inputs, settings, recipes), folder.state.read()
        if before and now.same_reading(before) and _complete(folder, before, settings):
            report.skipped, report.gone = before.documents, before.gone
            report.failures = folder.read_failures()
            now = replace(now, documents=before.documents, gone=before.gone)
        else:
            try:
                now = _read(inputs, settings, folder, report, watch, now)
            except _FirstFailureError:
                return _failed(folder, report)
            now = replace(now, documents=report.documents + report.skipped, gone=report.gone)
            before = folder.state.read()
        aggregated = before is not None and before.corpus == now.corpus and not settings.force
        _finish(folder, report, None if aggregated else settings)
        folder.state.write(now)
        return report


def _complete(folder: OutputFolder, before: LastRun, settings: Settings) -> bool:
    """Whether nothing is to be read again and nothing was taken from the folder."""
    return (
        not (settings.force or (settings.prune and before.gone))
        and (folder.root / "corpus" / "documents.csv").is_file()
        and len(folder.ids()) == before.documents + before.gone
    )


def _read(
    inputs: list[str],
    settings: Settings,
    folder: OutputFolder,
    report: Report,
    watch: Watcher,
    now: LastRun,
) -> LastRun:
    """Read what is new or changed; gives the state of the folder after it."""
    recipes = folder.recipes()
    resumption = Resumption(folder, recipes, settings.force, report)
    everything = passing(inputs, read_documents(inputs, settings), report)
    found = _good(everything, report, settings, watch)
    _Work(folder, report, settings, watch, recipes).annotate(resumption.wanted(found))
    folder.flush()
    gone = resumption.gone()
    report.gone = len(gone)
    if gone and settings.prune:
        removed = resumption.confirmed_gone(gone)
        folder.remove(removed)
        report.gone, report.removed = len(gone) - len(removed), len(removed)
    again = any(failure.stage not in ("ingest", _CORRECTING) for failure in report.failures)
    return replace(now, sources="" if again else now.sources)


def ingest(inputs: list[str], settings: Settings, watch: Watcher = unwatched) -> Report:
    """Read the inputs and write their cleaned text and metadata; arguments as for :func:`run`."""
    with _opened(settings) as (folder, report, settings):
        everything = passing(inputs, read_documents(inputs, settings), report)
        found = _good(everything, report, settings, watch)
        resumption = Resumption(folder, {}, settings.force, report)
        work = _Work(folder, report, settings, watch, {})
        try:
            for document in resumption.wanted(found):
                work.write(document, {}, Marks.of(document, {}))
        except _FirstFailureError:
            return _failed(folder, report)
        report.gone = len(resumption.gone())
        return _finish(folder, report)


def annotate(stage: Stage, settings: Settings, watch: Watcher = unwatched) -> Report:
    """Make the tables of one stage for the documents that ingestion left in the output folder.

    Raises:
        OutputError: the output folder cannot be written, or another run writes to it.
        ResourceError: ``models/`` or the model is absent.
    """
    with _opened(settings) as (folder, report, settings):
        report.failures = [f for f in folder.read_failures() if f.stage == "ingest"]
        recipes: dict[str, str] = {stage: folder.recipes()[stage]}
        found = _good(_ingested(folder, recipes, settings, report), report, settings, watch)
        try:
            _Work(folder, report, settings, watch, recipes, stage).annotate(found)
        except _FirstFailureError:
            return _failed(folder, report)
        return _finish(folder, report)


def aggregate(settings: Settings) -> Report:
    """Write the tables of the corpus and the summaries from the documents' tables.

    Raises:
        OutputError: the output folder cannot be written, or a document in it is damaged.
    """
    with _opened(settings) as (folder, report, settings):
        report.failures = folder.read_failures()
        _finish(folder, report, settings)
        # Nothing is known of the sources, so the next run looks at each of them.
        now = plan([], settings, folder.recipes())
        folder.state.write(replace(now, sources="", documents=report.documents))
        return report


def show(output: str | Path) -> str:
    """Write the page that shows an output folder; gives its path or address.

    Raises:
        OutputError: the folder holds no finished run, or cannot be written.
        RemoteError: the folder is remote and cannot be reached.
        ResourceError: ``models/`` is absent.
    """
    from hemicycle.report.writing import write_report

    with writing(output) as (root, _):
        try:
            page = write_report(OutputFolder(root))
        except OSError as error:
            raise OutputError(
                tell("{output} cannot be read or written: {error}.", output=output, error=error)
            ) from error
    return f"{output}/{page.name}" if is_remote(output) else str(page)


class _Work:
    """Annotates documents and writes them."""

    def __init__(
        self,
        folder: OutputFolder,
        report: Report,
        settings: Settings,
        watch: Watcher,
        recipes: dict[str, str],
        stage: Stage | None = None,
    ) -> None:
        self._folder, self._report, self._settings = folder, report, settings
        self._watch, self._recipes, self._stage = watch, recipes, stage

    def annotate(self, documents: Iterable[Document]) -> None:
        """Make the tables of the stage, of all stages if there is none."""
        from hemicycle.running.executors.choice import read_all

        # Whatever ends the loop ends the processes that read, before it goes on.
        with closing(read_all(documents, tables_of(self._stage), self._settings)) as results:
            for document, found in results:
                if isinstance(found, Failure):
                    _note(found, self._report, self._settings, self._watch)
                else:
                    corrected = self._folder.corrections.applied(document, found)
                    self.write(document, corrected, self._marks(document))

    def _marks(self, document: Document) -> Marks:
        recipes = self._folder.corrections.recipes(document.doc_id, self._recipes)
        before = self._folder.marks(document.doc_id) if self._stage else None
        if before is None:
            return Marks.of(document, recipes)
        return Marks(before.content, dict(sorted({**before.recipes, **recipes}.items())))

    def write(self, document: Document, rows: dict[str, list[Row]], marks: Marks) -> None:
        """Write one document; it counts as a failure if it cannot be written."""
        write = self._folder.write_rows if self._stage else self._folder.write_document
        try:
            write(document, rows, marks)
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                raise
            reason = error.strerror if isinstance(error, OSError) else error
            failure = Failure(
                document.path,
                document.source_id,
                "write",
                "not written",
                tell(
                    "documents/{doc_id} could not be written: {reason}.",
                    doc_id=document.doc_id,
                    reason=reason,
                ),
            )
            _note(failure, self._report, self._settings, self._watch)
        else:
            self._report.done(document, rows)
            self._watch(self._report)


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[OutputFolder, Report, Settings]]:
    """The output folder, locked, with a fresh report and the settings that it remembers."""
    with ExitStack() as open_things:
        root, send = open_things.enter_context(writing(settings.output))
        settings = with_remembered(settings, root)
        open_things.enter_context(knowing(read_own_names(settings.names)))
        folder = OutputFolder(root, excel=settings.excel, layout=settings.layout, written=send)
        folder.prepare()
        try:
            folder.convert(excel_of(root))
            report = Report(settings.output)
            yield folder, report, settings
            remember(settings, root)
            report.tick()
        except OSError as error:
            raise OutputError(advice(error, folder.root)) from error
        finally:
            folder.release()


def _finish(folder: OutputFolder, report: Report, aggregation: Settings | None = None) -> Report:
    """Write what failed and, if wanted, everything that is made of all documents together."""
    folder.flush()
    report.failures = [f for f in report.failures if f.stage != _CORRECTING]
    report.failures += _unfit(folder)
    folder.write_failures(report.failures)
    if aggregation:
        folder.state.forget()
        from hemicycle.aggregation.corpus import aggregate as aggregate_folder
        from hemicycle.export.conversion import convert
        from hemicycle.outputs.datapackage import write_datapackage
        from hemicycle.report.writing import write_report

        number = aggregate_folder(folder, aggregation)
        report.documents = report.documents or number - report.skipped
        write_datapackage(folder)
        convert(folder.root, aggregation)
        if number:
            write_report(folder)
    return report


def _unfit(folder: OutputFolder) -> Iterator[Failure]:
    """A failure for each correction that the rows do not show."""
    known = set(folder.ids())
    for doc_id in folder.corrections.documents():
        if doc_id not in known:
            message = tell(
                "{file} names the document {doc_id!r}, which is not in the folder.",
                file=FILE,
                doc_id=doc_id,
            )
            yield Failure(str(folder.root / FILE), doc_id, _CORRECTING, "not found", message)
            continue
        document = folder.read_document(doc_id)
        rows = {name: folder.read_table(doc_id, table) for name, table in DOCUMENT_TABLE.items()}
        for line, reason in folder.corrections.unfit(document, rows):
            message = tell(
                "A correction of {table} does not fit: {reason}; mend or remove it.",
                table=line.table,
                reason=reason,
            )
            yield Failure(str(folder.root / FILE), doc_id, _CORRECTING, "does not fit", message)


def _failed(folder: OutputFolder, report: Report) -> Report:
    """End at the first failure: it is written, and nothing is made of all documents."""
    folder.flush()
    folder.write_failures(report.failures)
    return report


def _note(failure: Failure, report: Report, settings: Settings, watch: Watcher) -> None:
    report.failures.append(failure)
    watch(report)
    if settings.fail_fast:
        raise _FirstFailureError


def _good(
    found: Iterable[Document | Failure], report: Report, settings: Settings, watch: Watcher
) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Failure):
            _note(item, report, settings, watch)
        else:
            yield item


def _ingested(
    folder: OutputFolder, recipes: dict[str, str], settings: Settings, report: Report
) -> Iterator[Document | Failure]:
    for name in folder.ids():
        before = folder.marks(name)
        own = folder.corrections.recipes(name, recipes)
        done = before and own.items() <= before.recipes.items()
        if done and not settings.force:
            report.skipped += 1
            continue
        try:
            yield folder.read_document(name)
        except OutputError as error:
            yield Failure(str(folder.documents / name), "", "annotate", "damaged", str(error))
