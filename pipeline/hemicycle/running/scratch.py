"""A temporary folder of this process for what libraries leave behind, such as sockets.

It is removed when the process ends. A process that was killed could not do so: the next one that
needs such a folder removes those whose owner is gone, which their lock tells.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.util import Finalize
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "hemicycle-"
_LOCK = ".lock"
# Whoever has no lock by then will never have one.
_SECONDS_TO_LOCK = 60
# It removes its own temporary folder, which lies in this one, at -100 and complains of its absence.
_AFTER_MULTIPROCESSING = -200

_own: dict[int, tuple[Path, FileLock]] = {}


def scratch_folder() -> Path:
    """The folder, made when it is first asked for.

    Raises:
        OSError: no folder for temporary files can be written.
    """
    # A forked process has a memory of the folder, but the folder is not its own.
    if os.getpid() not in _own:
        _own.clear()
        clear_abandoned()
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = FileLock(folder / _LOCK)
        lock.acquire(blocking=False)
        _own[os.getpid()] = (folder, lock)
        Finalize(None, remove_scratch, exitpriority=_AFTER_MULTIPROCESSING)
    return _own[os.getpid()][0]


@contextmanager
def temporary_files_in_scratch() -> Iterator[None]:
    """Within it, libraries that ask for a temporary file or folder get it in the scratch folder."""
    before, tempfile.tempdir = tempfile.tempdir, str(scratch_folder())
    try:
        yield
    finally:
        tempfile.tempdir = before


def remove_scratch() -> None:
    """Remove the folder of this process, if there is one."""
    folder, lock = _own.pop(os.getpid(), (None, None))
    if folder and lock:
        lock.release(force=True)
        shutil.rmtree(folder, ignore_errors=True)


def clear_abandoned() -> None:
    """Remove the folders whose process is gone; those of other users are left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if not folder.is_symlink() and folder.is_dir() and _abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    lock = folder / _LOCK
    if not lock.exists():
        return time.time() - folder.stat().st_mtime > _SECONDS_TO_LOCK
    try:
        with FileLock(lock, blocking=False):
            return True
    except Timeout:
        return False
