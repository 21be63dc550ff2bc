"""How far a run has come in its inputs: the bytes of the files that it has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hemicycle.addresses import is_remote
from hemicycle.document import Document, Failure
from hemicycle.ingestion.paths import display
from hemicycle.ingestion.source import Source
from hemicycle.ingestion.sources import STDIN, find
from hemicycle.running.progress import Report


def passing(
    inputs: list[str], found: Iterable[Document | Failure], report: Report
) -> Iterator[Document | Failure]:
    """Hand on what is read of the inputs, and note in the report how far it has come.

    Inputs whose size is not known beforehand (standard input, addresses) are not measured.
    """
    if STDIN in inputs or any(map(is_remote, inputs)):
        yield from found
        return
    sizes = list(_sizes(inputs))
    report.bytes = sum(size for _, size in sizes)
    places = {path: place for place, (path, _) in enumerate(sizes)}
    before = [0]
    for _, size in sizes:
        before.append(before[-1] + size)
    for item in found:
        place = next((places[path] for path in _above(item.path) if path in places), None)
        if place is not None:
            report.bytes_passed = max(report.bytes_passed, before[place])
        yield item
    report.bytes_passed = report.bytes


def _above(path: str) -> Iterator[str]:
    """A path, and the archives that it may lie in."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _sizes(inputs: list[str]) -> Iterator[tuple[str, int]]:
    for source in find(inputs):
        if isinstance(source, Source):
            try:
                yield display(source.path), source.path.stat().st_size
            except OSError:  # it is told when it is read
                continue
