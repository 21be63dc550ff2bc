"""Worker processes that are replaced when they die, and end when nobody takes their results.

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
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection
from typing import TypeVar

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs import OutputError
from hemicycle.running.interruption import held_back
from hemicycle.running.own_names import knowing
from hemicycle.running.reader import Reader, Result, failure_of_killer
from hemicycle.running.scratch import temporary_files_in_scratch
from hemicycle.tables.registry import DOCUMENT_TABLES

# Enough for the others to go on while one reads a long document.
QUEUE_PER_WORKER = 6
_PRELOAD = "hemicycle.running.executors.preload"
_NOT_STARTED = tell(
    "The processes that read (--workers) were ended while they started. Is "
    "there enough memory, and are enough open files allowed (ulimit -n)? Run "
    "again, or without --workers."
)
_Result = TypeVar("_Result")

_reader: Reader | None = None


class WorkersError(OutputError):
    """The worker processes cannot be started."""


def _start(table_names: tuple[str, ...], seconds: float, own: dict[str, str]) -> None:
    """Make the reader of a worker process; the parent alone answers Ctrl-C."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    tables = [table for table in DOCUMENT_TABLES if table.name in table_names]
    preloaded = sys.modules.get(_PRELOAD)
    # The pipeline that is loaded beforehand does not know the user's names.
    nlp = preloaded.NLP if preloaded and not own else None
    with knowing(own):
        _reader = Reader.in_worker(nlp, tables, seconds)


def _nothing() -> None:
    """Who has done it has been started."""


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

    def __init__(
        self,
        tables: Sequence[str],
        workers: int,
        seconds: float = 0,
        own: Mapping[str, str] | None = None,
    ) -> None:
        """Set up; no process is started yet.

        Args:
            tables: names of the tables to make.
            workers: how many processes.
            seconds: the longest that one document may take, 0 for ever.
            own: names of the user's (:mod:`hemicycle.running.own_names`), None for none.
        """
        self._own = dict(own or {})
        self._tables = tuple(tables)
        self._workers = workers
        self._seconds = seconds
        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        self._context = multiprocessing.get_context(method)

    def read(self, batches: Iterator[list[Document]]) -> Iterator[Result]:
        """The results of all batches, in their order.

        Raises:
            WorkersError: no process can be started.
        """
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
        pending: deque[tuple[Future[list[Result]], list[Document]]] = deque()
        with self._opened(1 if alone else self._workers) as pool:
            started = _submitted(pool, _nothing)
            try:
                while True:
                    while len(pending) < limit and (batch := next(batches, None)) is not None:
                        pending.append((_submitted(pool, _work, batch), batch))
                    if not pending:
                        return []
                    yield from pending[0][0].result()
                    pending.popleft()
            except BrokenProcessPool as error:
                if started.exception():
                    raise WorkersError(_NOT_STARTED) from error
                # What was read before the worker died keeps its place: it is read again.
                return [document for _, batch in pending for document in batch]

    @contextmanager
    def _opened(self, workers: int) -> Iterator[ProcessPoolExecutor]:
        """A pool, whose processes are ended if it is left by an exception."""
        before = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(
            workers,
            self._context,
            initializer=_start,
            initargs=(self._tables, self._seconds, self._own),
        )
        try:
            if self._context.get_start_method() == "forkserver":
                _start_fork_server(self._context)
            yield pool
        except BaseException:
            # What they are still reading nobody waits for.
            for process in set(multiprocessing.active_children()) - before:
                process.kill()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _start_fork_server(context: multiprocessing.context.BaseContext) -> None:
    """Start the process from which the workers are forked, unless it runs.

    It and the workers never get Ctrl-C, which goes to all processes of a terminal, and what it
    leaves in the folder for temporary files is removed with the scratch folder.
    """
    from multiprocessing import forkserver

    context.set_forkserver_preload([_PRELOAD])
    with temporary_files_in_scratch(), held_back([signal.SIGINT]):
        forkserver.ensure_running()


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[..., _Result], *arguments: object
) -> Future[_Result]:
    """Work in the hands of a pool; a broken pool tells so by the future's result."""
    try:
        return pool.submit(work, *arguments)
    except (BrokenProcessPool, EOFError, ConnectionError) as error:
        future: Future[_Result] = Future()
        future.set_exception(BrokenProcessPool(str(error)))
        return future
