"""What the user names (files, folders, patterns, standard input) to the files to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.document import Failure
from pipeline.ingestion.remote_sources import find_remote
from pipeline.ingestion.sidecars import NAMES as SIDECARS
from pipeline.ingestion.source import Source
from pipeline.remote import is_remote

STDIN = "-"


def find(inputs: list[str]) -> Iterator[Source | Failure]:
    """The files that the inputs stand for, each once, in an order that does not change.

    Hidden files and folders are passed over, and so are files of metadata. A folder that cannot be
    opened and an input that stands for nothing are failures.
    """
    seen: set[str] = set()
    for given in inputs:
        for source in _one(given):
            key = _key(source)
            if key not in seen:
                seen.add(key)
                yield source


def _key(found: Source | Failure) -> str:
    """What is the same for one file that was named in two ways."""
    if isinstance(found, Source) and isinstance(found.path, Path):
        return os.path.realpath(found.path)
    return str(found.path)


def _one(given: str) -> Iterator[Source | Failure]:
    path = Path(given)
    if is_remote(given):
        yield from find_remote(given)
    elif path.is_dir():
        yield from _folder(path, path)
    elif path.exists() or path.is_symlink():
        yield Source(path, PurePosixPath(path.name), named=True)
    elif glob.has_magic(given):
        root = _fixed_part(given)
        matches = sorted(Path(m) for m in glob.glob(given, recursive=True))
        if not matches:
            yield Failure(given, "", "ingest", "not found", "No file matches this pattern.")
        for match in matches:
            if match.is_file():
                yield Source(match, PurePosixPath(match.relative_to(root).as_posix()))
            elif "**" not in given:
                yield from _folder(match, root)
    else:
        yield Failure(given, "", "ingest", "not found", "There is no such file or folder.")


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = []
    for part in parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _folder(folder: Path, root: Path) -> Iterator[Source | Failure]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(
            str(folder),
            "",
            "ingest",
            "unreadable",
            f"The folder cannot be opened: {error.strerror}.",
        )
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in SIDECARS:
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _folder(entry, root)
        else:
            yield Source(entry, PurePosixPath(entry.relative_to(root).as_posix()))
