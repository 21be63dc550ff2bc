"""Reading on a dask cluster: batches out, rows back, in the order of the batches.

The scheduler gives the batches of a worker that was lost to another one. A lost worker casts
suspicion on all that it had in hand, so a batch that goes on losing its workers is read document by
document with nothing else under way: the one that does it then is a failure row.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from hemicycle.document import Document
from hemicycle.messages import tell
from hemicycle.outputs import OutputError
from hemicycle.running.executors.workers import QUEUE_PER_WORKER
from hemicycle.running.reader import Result, failure_of_killer
from hemicycle.running.rows import read_batch

_LOCAL = "local"
_EXTRA = tell("A cluster needs an extra: pip install 'hemicycle[cluster]'.")
_LOCAL_SETTINGS = {
    # As often as the workers of one machine try again; other schedulers have their own setting.
    "distributed.scheduler.allowed-failures": 1,
    # A worker that was lost starts again by itself. On a busy machine it takes longer than the 15 s
    # after which dask would give it up for good and leave the rest to nobody.
    "distributed.deploy.lost-worker-timeout": "1 day",
}
_SECONDS_TO_CONNECT = 5


class ClusterError(OutputError):
    """There is no cluster to read on."""


def read_on_cluster(
    batches: Iterator[list[Document]],
    tables: Sequence[str],
    address: str,
    workers: int,
    seconds: float = 0,
    own: Mapping[str, str] | None = None,
) -> Iterator[Result]:
    """The results of all batches, in their order.

    Args:
        batches: the documents.
        tables: names of the tables to make.
        address: of the scheduler (``tcp://host:8786``), or ``local`` for one on this machine.
        workers: the processes of a local cluster.
        seconds: the longest that one document may take, 0 for ever.
        own: names of the user's (:mod:`hemicycle.running.own_names`), None for none.

    Raises:
        ClusterError: dask is not installed, or there is no scheduler at the address.
    """
    with _client(address, workers) as client:
        import distributed
        from distributed import KilledWorker

        finished: Any = distributed.wait

        pending: deque[tuple[Any, list[Document]]] = deque()
        limit = QUEUE_PER_WORKER * max(1, len(client.scheduler_info()["workers"]))
        while True:
            while len(pending) < limit and (batch := next(batches, None)) is not None:
                pending.append((_submitted(client, batch, tables, seconds, own), batch))
            if not pending:
                return
            future, batch = pending.popleft()
            try:
                yield from future.result()
            except KilledWorker:
                # Whatever else kills its worker has been found out by then, and runs no more.
                finished([other for other, _ in pending])
                for document in batch:
                    try:
                        yield from _submitted(client, [document], tables, seconds, own).result()
                    except KilledWorker:
                        yield document, failure_of_killer(document, seconds)


def _submitted(
    client: Any,
    batch: list[Document],
    tables: Sequence[str],
    seconds: float,
    own: Mapping[str, str] | None,
) -> Any:
    return client.submit(read_batch, batch, tuple(tables), seconds, dict(own or {}), pure=False)


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    try:
        import dask
        import distributed
    except ImportError as error:
        raise ClusterError(_EXTRA) from error
    connect: Any = distributed.Client
    if address == _LOCAL:
        with dask.config.set(_LOCAL_SETTINGS):
            try:
                from hemicycle.running.executors.local_cluster import local_cluster

                started = local_cluster(workers)
            except ImportError as error:
                raise ClusterError(_EXTRA) from error
            with started as cluster, connect(cluster) as client:
                yield client
        return
    try:
        client = connect(address, timeout=_SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise ClusterError(
            tell("There is no dask scheduler at {address} ({error}).", address=address, error=error)
        ) from error
    with client:
        yield client
