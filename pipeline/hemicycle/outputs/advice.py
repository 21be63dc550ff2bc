"""What an error of the operating system means to a run, and what to do about it."""

from __future__ import annotations

import errno
from pathlib import Path

from hemicycle.messages import tell

_ROOM = {errno.ENOSPC, errno.EDQUOT}
_FILES = {errno.EMFILE, errno.ENFILE}
_RIGHTS = {errno.EACCES, errno.EPERM, errno.EROFS}
_MEMORY = {errno.ENOMEM, errno.EAGAIN}
# What Python says, with no file named, of the folder itself and of a socket in it.
_OF_TEMPORARY_FILES = ("temporary directory", "AF_UNIX path")
_WHOLE = tell("What was written is whole")


def advice(error: OSError, root: Path) -> str:
    """One sentence or two: what went wrong, where, and what to do.

    Args:
        error: what a run met while it wrote to its output folder.
        root: the output folder.
    """
    reason = error.strerror or str(error)
    place = error.filename or root
    if error.errno in _ROOM:
        return tell(
            "{place} cannot be written: {reason}. {whole}; make room and run again to go on.",
            place=place,
            reason=reason,
            whole=_WHOLE,
        )
    if error.errno in _FILES:
        return tell(
            "The system lets this program open no more files: {reason}. {whole}; "
            "allow more (ulimit -n 1024), or use fewer --workers, and run again to "
            "go on.",
            reason=reason,
            whole=_WHOLE,
        )
    if error.errno in _RIGHTS:
        return tell(
            "{place} cannot be written: {reason}. {whole}; name another folder with -o.",
            place=place,
            reason=reason,
            whole=_WHOLE,
        )
    if error.errno in _MEMORY:
        return tell(
            "The system gives this program no more memory or processes: {reason}. "
            "{whole}; use fewer --workers and run again to go on.",
            reason=reason,
            whole=_WHOLE,
        )
    if error.filename is None and any(words in reason for words in _OF_TEMPORARY_FILES):
        return tell(
            "The folder for temporary files cannot be used: {reason}. {whole}; let "
            "the variable TMPDIR name one that can be written, by a short name, and "
            "run again to go on.",
            reason=reason,
            whole=_WHOLE,
        )
    return tell(
        "{place} cannot be read or written: {reason}. {whole}; run again to go on.",
        place=place,
        reason=reason,
        whole=_WHOLE,
    )
