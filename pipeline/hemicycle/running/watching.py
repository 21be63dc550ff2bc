"""Folders that are looked after: the work is done again each time what lies in them has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# What our own reading of a file makes the system tell.
_READ = frozenset({EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE})
_TICK = 0.2
# A folder that never comes to rest is read all the same: what changes then is read again.
_LONGEST_UNREST = 600.0
# Shares of a network tell nothing of what other machines write.
_LOOK_AGAIN = 300.0


def watch(
    folders: Sequence[Path],
    passed_over: Path,
    work: Callable[[], None],
    settle: float,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Do the work now, and again whenever the folders have changed and come to rest; for ever.

    Whatever ends it is raised by ``work`` or ``wait``, such as a KeyboardInterrupt.

    Args:
        folders: what is looked after, with the folders below, or single files.
        passed_over: a folder whose changes do not count: that of the results.
        work: what is done, never twice at a time.
        settle: for how many seconds nothing may have changed before it is done.
        wait: waits for so many seconds.

    Raises:
        OSError: a folder cannot be looked after.
    """
    changes = _Changes(passed_over)
    with _observed(folders, changes):
        while True:
            _rest(folders, passed_over, changes, settle, wait)
            changes.seen = changes.count
            work()
            done = time.monotonic()
            while changes.seen == changes.count and time.monotonic() - done < _LOOK_AGAIN:
                wait(_TICK)


class _Changes(FileSystemEventHandler):
    """Counts what the system tells of changes.

    Attributes:
        count: how many came.
        seen: how many had come when the work was last begun.
        at: when the last one came, by the monotonic clock in seconds.
    """

    def __init__(self, passed_over: Path) -> None:
        self._passed_over = passed_over.resolve()
        self.count = self.seen = 0
        self.at = float("-inf")

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one note, from the thread that listens."""
        places = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type not in _READ and not all(map(self._is_passed_over, places)):
            self.at = time.monotonic()
            self.count += 1

    def _is_passed_over(self, place: str) -> bool:
        return Path(place).is_relative_to(self._passed_over)


@contextmanager
def _observed(folders: Sequence[Path], changes: _Changes) -> Iterator[None]:
    observer = Observer()
    for folder in {path.resolve() if path.is_dir() else path.resolve().parent for path in folders}:
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _rest(
    folders: Sequence[Path],
    passed_over: Path,
    changes: _Changes,
    settle: float,
    wait: Callable[[float], None],
) -> None:
    """Wait until nothing has changed for so many seconds, files that were there before included."""
    began = time.monotonic()
    while time.monotonic() - began < _LONGEST_UNREST:
        told = time.monotonic() - changes.at
        if told >= settle and (age := _youngest(folders, passed_over)) >= settle:
            return
        wait(_TICK if told < settle else min(max(settle - age, _TICK), 1.0))


def _youngest(folders: Sequence[Path], passed_over: Path) -> float:
    """Seconds since the last change of any file; files of the future do not count."""
    now = time.time()
    ages = [
        age for path in _files(folders, passed_over.resolve()) if (age := now - _changed(path)) >= 0
    ]
    return min(ages, default=float("inf"))


def _files(folders: Sequence[Path], passed_over: Path) -> Iterator[Path]:
    for folder in folders:
        if not folder.is_dir():
            yield folder
        for place, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if (Path(place) / name).resolve() != passed_over]
            yield from (Path(place) / name for name in names)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone since it was listed
        return float("-inf")
