"""Files that hold bytes, told from what only looks so: pipes never end, devices fill memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

# The opening of a pipe that nobody writes to would wait for ever. Windows has no such pipes.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


class NotRegularError(OSError):
    """The path leads to no regular file; its message says to what (`a pipe`)."""


def open_regular(path: str | Path) -> BinaryIO:
    """Open a regular file for reading, by whatever link; nothing else is read from.

    Raises:
        NotRegularError: it is something else.
        OSError: it cannot be opened.
    """
    # Opening alone makes some devices act, so it is looked at before, and after for certain.
    _check(os.stat(path).st_mode)
    stream = open(path, "rb", opener=_open_at_once)  # noqa: SIM115  (the caller closes it)
    try:
        _check(os.fstat(stream.fileno()).st_mode)
    except BaseException:
        stream.close()
        raise
    return stream


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _check(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotRegularError(next((name for is_a, name in _KINDS if is_a(mode)), "no file"))
