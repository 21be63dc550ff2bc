"""Worker processes that are replaced when they die.

Batches in the hands of a worker that died (killed, out of memory) are read again, one document at
a time; a document that kills a worker again is a failure, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from pipeline.document import Document
from pipeline.engine import Reader, Result, failure_of_killer
from pipeline.tables import DOCUMENT_TABLES

# Enough for the others to go on while one reads a long document.
QUEUE_PER_WORKER = 6
_PRELOAD = "pipeline.preload"

_reader: Reader | None = None


def _start(table_names: tuple[str, ...], seconds: float) -> None:
    """Make the reader of a worker process; the parent alone answers Ctrl-C."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    tables = [table for table in DOCUMENT_TABLES if table.name in table_names]
    preloaded = sys.modules.get(_PRELOAD)
    _reader = Reader.in_worker(preloaded.NLP if preloaded else None, tables, seconds)


def _leave_with_parent() -> None:
    """End this process when the parent is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(documents: list[Document]) -> list[Result]:
    assert _reader is not None
    return _reader.read(documents)


class Pool:
    """A number of workers that read batches of documents."""

    def __init__(self, tables: Sequence[str], workers: int, seconds: float = 0) -> None:
        """Set up; no process is started yet.

        Args:
            tables: names of the tables to make.
            workers: how many processes.
            seconds: the longest that one document may take, 0 for ever.
        """
        self._tables = tuple(tables)
        self._workers = workers
        self._seconds = seconds
        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload([_PRELOAD])

    def read(self, batches: Iterator[list[Document]]) -> Iterator[Result]:
        """The results of all batches, in their order."""
        while lost := (yield from self._until_broken(batches)):
            remaining = iter(lost)
            while killers := (yield from self._until_broken(([d] for d in remaining), alone=True)):
                for document in killers:
                    yield document, failure_of_killer(document, self._seconds)

    def _until_broken(
        self, batches: Iterator[list[Document]], *, alone: bool = False
    ) -> Generator[Result, None, list[Document]]:
        """Results until the batches end or a worker dies; returns the documents lost with it."""
        limit = 1 if alone else self._workers * QUEUE_PER_WORKER
        pool = ProcessPoolExecutor(
            1 if alone else self._workers,
            self._context,
            initializer=_start,
            initargs=(self._tables, self._seconds),
        )
        pending: deque[tuple[Future[list[Result]], list[Document]]] = deque()
        try:
            while True:
                while len(pending) < limit and (batch := next(batches, None)) is not None:
                    pending.append((_submitted(pool, batch), batch))
                if not pending:
                    return []
                yield from pending[0][0].result()
                pending.popleft()
        except BrokenProcessPool:
            lost = []
            for future, batch in pending:
                # What was read before the worker died keeps its place: it is read again.
                lost.extend(batch)
                future.cancel()
            return lost
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, batch: list[Document]) -> Future[list[Result]]:
    """The batch in the hands of a pool; a broken pool tells so by the future's result."""
    try:
        return pool.submit(_work, batch)
    except BrokenProcessPool as error:
        future: Future[list[Result]] = Future()
        future.set_exception(error)
        return future
