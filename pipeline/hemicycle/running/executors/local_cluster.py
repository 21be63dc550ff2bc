"""A dask cluster of processes on this machine that nobody else on it can talk to.

Scheduler and workers take code from whoever reaches their ports, and every user of a machine
reaches those. So they speak only by certificates that are made for this run and kept in memory,
and have no web server.
"""

from __future__ import annotations

import logging
import signal
from typing import Any

import dask
from distributed import Nanny, Scheduler, SpecCluster, Worker
from distributed.security import Security

from hemicycle.running.interruption import held_back
from hemicycle.running.scratch import scratch_folder

_HOST = "127.0.0.1"
_security: Any = Security
_cluster: Any = SpecCluster


class _SilentScheduler(Scheduler):
    """A scheduler without web server."""

    def start_http_server(self, *_: Any, **__: Any) -> None:
        """Open no port."""


class _SilentWorker(Worker):
    """A worker without web server."""

    def start_http_server(self, *_: Any, **__: Any) -> None:
        """Open no port."""


def local_cluster(workers: int) -> Any:
    """A cluster with some worker processes of one thread each, to be used as a context.

    Args:
        workers: how many.

    Raises:
        ImportError: ``cryptography`` is not installed.
        OSError: there is no folder for temporary files.
    """
    security = _security.temporary()
    shared = {"host": _HOST, "protocol": "tls://", "security": security}
    worker = {
        "cls": Nanny,
        "options": {
            **shared,
            "local_directory": str(scratch_folder()),
            "nthreads": 1,
            "silence_logs": logging.ERROR,
            "worker_class": _SilentWorker,
        },
    }
    # The scheduler takes the place of its own files from the settings alone; and the threads that
    # start workers, now and later, never get Ctrl-C if they are made here.
    with (
        dask.config.set({"temporary-directory": str(scratch_folder())}),
        held_back([signal.SIGINT]),
    ):
        return _cluster(
            workers=dict.fromkeys(range(workers), worker),
            scheduler={"cls": _SilentScheduler, "options": {**shared, "port": 0}},
            security=security,
            silence_logs=logging.ERROR,
        )
