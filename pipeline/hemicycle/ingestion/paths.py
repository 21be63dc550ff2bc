"""Names of files as texts that are the same on every machine, whatever its locale."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath

from hemicycle.addresses import AnyPath
from hemicycle.document import writable


def display(path: AnyPath) -> str:
    """A path as it can be shown and written: undecodable bytes are shown as escapes."""
    return writable(_as_utf8(str(path)) if isinstance(path, Path) else str(path))


def portable(inside: PurePosixPath) -> PurePosixPath:
    """A path inside the corpus as UTF-8 in normal form C, which file systems and locales change.

    Bytes that are no UTF-8 stay surrogates.
    """
    return PurePosixPath(unicodedata.normalize("NFC", _as_utf8(str(inside))))


def leads_out(path: AnyPath, root: AnyPath) -> bool:
    """Whether a path of this machine leads, by whatever links, out of a folder."""
    if not isinstance(path, Path):
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(str(root)))


def _as_utf8(path: str) -> str:
    try:
        return os.fsencode(path).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no name that this system's encoding gave, so nothing to undo
        return path
