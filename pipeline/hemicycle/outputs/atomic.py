"""Files that are either the old one or the new one, never half of it."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PARTIAL = ".partial-"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def partial_beside(path: Path) -> Path:
    """A hidden name in the folder of a path, for what is not complete yet."""
    return path.with_name(f"{PARTIAL}{uuid.uuid4().hex}")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    with replacing(path) as partial, partial.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def write_new(path: str, data: bytes) -> None:
    """Write a file that is not there yet.

    A document has fifteen files, and Python's own ask the system twice as often for each.

    Raises:
        OSError: it is there, or cannot be written; half of it may be left.
    """
    handle = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A place to write a file to, which takes that of another once it is whole.

    Raises:
        OSError: it cannot be moved; nothing is left behind then, nor if the writing fails.
    """
    partial = partial_beside(path)
    try:
        yield partial
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def clear_partial(folders: Iterable[Path]) -> None:
    """Remove what a stopped run left half-written in some folders.

    Raises:
        OSError: it cannot be removed.
    """
    for folder in folders:
        for left in folder.glob(f"{PARTIAL}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def json_bytes(data: Any) -> bytes:
    """Plain data as a JSON file, a line a value.

    The same as ``json.dumps(data, indent=2)``, which the standard library writes in pure Python.
    """
    return (_indented(data, "\n") + "\n").encode("utf-8")


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _indented(data: Any, line: str) -> str:
    """Plain data, each new line of which begins as ``line`` does."""
    if not data or not isinstance(data, dict | list):
        return _encode(data)
    inner = f"{line}  "
    if isinstance(data, dict):
        parts = [f"{_encode(key)}: {_indented(value, inner)}" for key, value in data.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"
    return f"[{inner}{f',{inner}'.join([_indented(value, inner) for value in data])}{line}]"
