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
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from pipeline.document import Document
from pipeline.engine import Reader, Result, failure_of
from pipeline.tables import DOCUMENT_TABLES

_QUEUE_PER_WORKER = 3
_PRELOAD = "pipeline.preload"

_reader: Reader | None = None


def _start(table_names: tuple[str, ...]) -> None:
    """Make the reader of a worker process; the parent alone answers Ctrl-C."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    tables = [table for table in DOCUMENT_TABLES if table.name in table_names]
    preloaded = sys.modules.get(_PRELOAD)
    _reader = Reader.of(preloaded.NLP, tables) if preloaded else Reader.load(tables)


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

    def __init__(self, tables: Sequence[str], workers: int) -> None:
        """Name the tables to make and the number of processes; none is started yet."""
        self._tables = tuple(tables)
        self._workers = workers
        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload([_PRELOAD])

    def read(self, batches: Iterator[list[Document]]) -> Iterator[Result]:
        """The results of all batches, in the order of completion."""
        suspects: list[Document] = []
        while lost := (yield from self._until_broken(batches)):
            suspects.extend(lost)
        remaining = iter(suspects)
        while killers := (yield from self._until_broken(([d] for d in remaining), workers=1)):
            for document in killers:
                error = RuntimeError("it stopped the process that read it, twice")
                yield document, failure_of(document, error)

    def _until_broken(
        self, batches: Iterator[list[Document]], workers: int | None = None
    ) -> Generator[Result, None, list[Document]]:
        """Results until the batches end or a worker dies; returns the documents lost with it."""
        alone = workers == 1
        limit = 1 if alone else self._workers * _QUEUE_PER_WORKER
        pool = ProcessPoolExecutor(
            workers or self._workers, self._context, initializer=_start, initargs=(self._tables,)
        )
        pending: dict[Future[list[Result]], list[Document]] = {}
        in_hand: list[Document] = []
        try:
            while True:
                while len(pending) < limit and (batch := next(batches, None)) is not None:
                    in_hand = batch
                    pending[pool.submit(_work, batch)] = batch
                    in_hand = []
                if not pending:
                    return []
                done, _ = wait(pending, return_when=FIRST_COMPLETED)
                for future in done:
                    results = future.result()
                    del pending[future]
                    yield from results
        except BrokenProcessPool:
            return [document for batch in pending.values() for document in batch] + in_hand
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
