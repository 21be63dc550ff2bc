"""Who reads the documents: this process, several of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain

from hemicycle.document import Document
from hemicycle.running.batching import batches_of
from hemicycle.running.garbage import kept_meanwhile
from hemicycle.running.own_names import read_own_names
from hemicycle.running.reader import Reader, Result
from hemicycle.settings import Settings
from hemicycle.tables.registry import Table


def read_all(
    documents: Iterable[Document], tables: Sequence[Table], settings: Settings
) -> Generator[Result, None, None]:
    """The rows of a stream of documents, in its order, however many processes read it.

    Closing it, or an exception in it, ends these processes.

    Args:
        documents: the documents; they are taken as they are needed.
        tables: the tables to make.
        settings: the number of workers or the cluster, and the time limit.

    Raises:
        ResourceError: ``models/`` or the model is absent.
        ClusterError: there is no such cluster.
        WorkersError: the processes cannot be started.
    """
    names = [table.name for table in tables]
    seconds = settings.limits.document_seconds
    batches, own = batches_of(documents), read_own_names(settings.names)
    if settings.cluster:
        from hemicycle.running.executors.cluster import read_on_cluster

        yield from read_on_cluster(batches, names, settings.cluster, settings.workers, seconds, own)
    elif settings.workers > 1:
        from hemicycle.running.executors.workers import Pool

        yield from Pool(names, settings.workers, seconds, own).read(batches)
    else:
        yield from _here(batches, tables, seconds)


def _here(
    batches: Iterator[list[Document]], tables: Sequence[Table], seconds: float
) -> Iterator[Result]:
    """The results of all batches, read by this process; nothing is loaded if there is none."""
    first = next(batches, None)
    if first is None:
        return
    reader = Reader.load(tables, seconds)
    with kept_meanwhile():
        for batch in chain([first], batches):
            yield from reader.read(batch)
