"""What a run would do, told without doing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hemicycle.addresses import is_remote
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.remembered import with_remembered
from hemicycle.running.own_names import knowing, read_own_names
from hemicycle.running.plan import NEW, Resumption
from hemicycle.running.progress import Report
from hemicycle.settings import Settings


def foresee(
    inputs: list[str], settings: Settings, report: Report
) -> Iterator[tuple[Document, str] | Failure]:
    """Each document of the inputs with why it would be read, empty if it would be skipped.

    Args:
        inputs: files, folders, glob patterns, or ``-``.
        settings: as for a run; the folder of the results need not exist.
        report: counts as that of a run does.

    Yields:
        A document with one of :data:`hemicycle.running.plan.REASONS`, or a failure. In a folder on
        another machine everything counts as new.
    """
    root = None if is_remote(settings.output) else Path(settings.output)
    if root is None or not root.is_dir():
        for found in read_documents(inputs, settings):
            yield found if isinstance(found, Failure) else _counted(found, NEW, report)
        return
    settings = with_remembered(settings, root)
    with knowing(read_own_names(settings.names)):
        folder = OutputFolder(root, excel=settings.excel, layout=settings.layout)
        resumption = Resumption(folder, folder.recipes(), settings.force, report)
        for found in read_documents(inputs, settings):
            if isinstance(found, Failure):
                yield found
            else:
                resumption.seen.add(found.doc_id)
                yield _counted(found, resumption.reason(found), report)
        report.gone = len(resumption.gone())


def _counted(document: Document, reason: str, report: Report) -> tuple[Document, str]:
    if reason:
        report.reasons[reason] += 1
        report.documents += 1
        report.words += document.words
    else:
        report.skipped += 1
    report.tick()
    return document, reason
