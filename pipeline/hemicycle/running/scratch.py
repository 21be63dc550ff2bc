"""A temporary folder of this process for what libraries leave behind, such as sockets.

It is removed when the process ends. A process that was killed could not do so: the next one that
needs such a folder removes those whose owner is gone, which the lock beside each tells. What has no
lock of ours beside it is nobody's leftover and is never touched, whatever its name.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.util import Finalize
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "hemicycle-scratch-"
_LOCK = ".lock"
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
        # The lock comes first: from then on nobody takes the folder for a leftover.
        folder = Path(tempfile.gettempdir(), f"{_PREFIX}{secrets.token_hex(8)}")
        lock = FileLock(f"{folder}{_LOCK}", mode=0o600)
        lock.acquire(blocking=False)
        folder.mkdir(mode=0o700)
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
        shutil.rmtree(folder, ignore_errors=True)
        _let_go(lock)


def clear_abandoned() -> None:
    """Remove the folders of this user whose process is gone."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_LOCK}"):
        if not _is_own(path):
            continue
        lock = FileLock(path)
        with suppress(OSError, Timeout):
            lock.acquire(blocking=False)
            folder = path.with_suffix("")
            if _is_own(folder):
                shutil.rmtree(folder, ignore_errors=True)
            _let_go(lock)


def _let_go(lock: FileLock) -> None:
    """Remove a lock that is held, then release it: nobody can take it in between."""
    with suppress(OSError):
        os.unlink(lock.lock_file)
    lock.release(force=True)


def _is_own(path: Path) -> bool:
    """Whether it is a file or folder of this user itself, and no link to one."""
    try:
        status = path.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return mine and not path.is_symlink()
