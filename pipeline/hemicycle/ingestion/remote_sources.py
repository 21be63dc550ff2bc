"""Addresses that the user names (`s3://bucket/speeches`) to the files to read."""

from __future__ import annotations

import glob
import logging
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hemicycle.addresses import RemoteError, reaching, remote_path, stamps
from hemicycle.document import Failure
from hemicycle.ingestion.metadata.sidecars import NAMES as SIDECARS
from hemicycle.ingestion.source import Source
from hemicycle.messages import tell
from hemicycle.output_marks import DATAPACKAGE, WRITTEN

if TYPE_CHECKING:
    from upath import UPath

_LOG = logging.getLogger(__name__)

_ALWAYS_WRITTEN = (DATAPACKAGE, "failures.csv", "corpus/documents.csv")
# What these hold cannot be listed: an address is one file.
_SINGLE = ("http://", "https://")


def find_remote(given: str) -> Iterator[Source | Failure]:
    """The files that an address stands for, in an order that does not change.

    As on this machine, hidden files and files of metadata are passed over.
    """
    try:
        with reaching(given):
            found = list(_files(given))
    except RemoteError as error:
        yield Failure(given, "", "ingest", "unreadable", f"{error}")
        return
    if not found:
        yield Failure(given, "", "ingest", "not found", tell("There is no such file or folder."))
    yield from found


def _files(given: str) -> Iterator[Source]:
    path = remote_path(given)
    kind = _kind(path)
    if kind == "file":
        yield Source(path, PurePosixPath(path.name), named=True)
    elif kind == "directory":
        yield from _inside(path, "**/*")
    elif glob.has_magic(given):
        fixed, pattern = _split(given)
        yield from _inside(remote_path(fixed), pattern)


def _kind(path: UPath) -> str:
    """`file` or `directory`, empty if there is nothing.

    What is out of reach raises: asked whether it is a file, fsspec would say that it is none.
    """
    if str(path).casefold().startswith(_SINGLE):
        return "file"
    try:
        return str(path.fs.info(path.path)["type"])
    except FileNotFoundError:
        return ""


def _inside(root: UPath, pattern: str) -> Iterator[Source]:
    place = root.path.rstrip("/")
    found = sorted(root.fs.glob(f"{place}/{pattern}", detail=True).items())
    outputs = _outputs(root, [name for name, _ in found])
    for name, fields in found:
        inside = PurePosixPath(name[len(place) + 1 :])
        hidden = any(part.startswith(".") for part in inside.parts)
        written = any(str(above) in outputs for above in PurePosixPath(name).parents)
        if fields["type"] == "file" and not (hidden or written) and inside.name not in SIDECARS:
            yield Source(root / str(inside), inside)


def _outputs(root: UPath, names: list[str]) -> set[str]:
    """The folders above some files to which a run wrote, by what it always leaves there."""
    place = PurePosixPath(root.path)
    suspects = {
        str(path.parent)
        for name in names
        for path in (PurePosixPath(name), *PurePosixPath(name).parents)
        if path.name in WRITTEN and path.is_relative_to(place)
    }
    found = {
        folder
        for folder in suspects
        if all(root.fs.isfile(f"{folder}/{mark}") for mark in _ALWAYS_WRITTEN)
    }
    for folder in sorted(found):
        _LOG.warning(tell("{path}: passed over, a run has written it.", path=folder))
    return found


def _split(pattern: str) -> tuple[str, str]:
    """The folder that a pattern begins with, and the rest."""
    parts = pattern.split("/")
    fixed = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    return "/".join(parts[:fixed]), "/".join(parts[fixed:])


def remote_stamps(inputs: list[str]) -> dict[str, str]:
    """What tells one version of the files at some addresses from another.

    Returns:
        By path a stamp, empty where the file system tells no versions apart or cannot be reached.
        The files beside one that was named, which may describe it, are among them.
    """
    found: dict[str, str] = {}
    for given in inputs:
        try:
            with reaching(given):
                path = remote_path(_split(given)[0] if glob.has_magic(given) else given)
                if given.casefold().startswith(_SINGLE):
                    return {given: ""}
                folder, depth = (path.parent, 1) if _kind(path) == "file" else (path, None)
                listed = folder.fs.find(folder.path, maxdepth=depth, detail=True)
        except RemoteError:
            return {given: ""}
        found.update({f"{given} {name}": stamp for name, stamp in stamps(listed).items()})
    return found
