"""Addresses to paths, by fsspec: whatever it has a file system for can be read and written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from hemicycle.messages import tell

if TYPE_CHECKING:
    from upath import UPath

AnyPath: TypeAlias = "Path | UPath"

_WEB = ("http", "https")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
# What file systems call the mark that changes with a file, and when they do not, its time.
_MARKS = ("etag", "md5hash", "md5", "checksum", "content_md5", "ukey")
_TIMES = ("lastmodified", "last_modified", "updated", "mtime", "modified", "created")


class RemoteError(Exception):
    """A remote place cannot be reached, or lacks the library that reaches it."""


def is_remote(place: object) -> bool:
    """Whether a name is an address (`s3://...`), not a path of this machine."""
    return isinstance(place, str) and _ADDRESS.match(place) is not None


def site_of(address: str) -> str:
    """The scheme and host of an address of the web, empty if it is none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _WEB or not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.hostname}" + (f":{port}" if port else "")


def remote_path(address: str) -> UPath:
    """The path of an address; it is used like one of :mod:`pathlib`.

    Raises:
        RemoteError: what is needed to reach it is not installed.
    """
    with reaching(address):
        from upath import UPath

        return UPath(address)


def is_file(path: AnyPath) -> bool:
    """Whether there is a file.

    Raises:
        RemoteError: the place is remote and cannot be reached.
    """
    if isinstance(path, Path):
        return path.is_file()
    with reaching(str(path)):
        return path.is_file()


@contextmanager
def reaching(address: str) -> Iterator[None]:
    """Say in one sentence why a remote place cannot be reached.

    Raises:
        RemoteError: something was raised inside; libraries of file systems raise errors of their
            own, of no common kind.
    """
    try:
        yield
    except RemoteError:
        raise
    except ModuleNotFoundError as error:
        raise RemoteError(
            tell(
                "{address} needs {name}, which is not installed; run pip install "
                "'hemicycle[remote]'.",
                address=address,
                name=error.name,
            )
        ) from error
    except ImportError as error:
        raise RemoteError(
            tell("{address} needs a library of its own: {error}.", address=address, error=error)
        ) from error
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise RemoteError(
            tell("{address} cannot be reached ({reason}).", address=address, reason=reason)
        ) from error


def stamps(found: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """What tells one version of each remote file from another.

    Args:
        found: the files as fsspec's ``find(detail=True)`` describes them, by path.

    Returns:
        By path the size and a mark or time; empty for a file whose file system tells neither.
    """
    return {path: _stamp(fields) for path, fields in found.items()}


def _stamp(fields: Mapping[str, Any]) -> str:
    known = {str(name).casefold(): value for name, value in fields.items() if value}
    mark = next((known[name] for name in (*_MARKS, *_TIMES) if name in known), None)
    return f"{known.get('size', 0)} {mark}" if mark is not None else ""
