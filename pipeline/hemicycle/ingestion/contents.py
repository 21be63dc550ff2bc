"""The bytes of one file, wherever they lie: the one place where ingestion opens anything.

A reader takes them whole, up to a limit, or as a stream. What cannot be wound back (standard
input, a remote file, a file inside an archive) is first copied to a temporary file.
"""

from __future__ import annotations

import hashlib
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hemicycle.addresses import AnyPath, reaching
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.messages import tell
from hemicycle.regular_files import NotRegularError, open_regular
from hemicycle.settings import Limits

if TYPE_CHECKING:
    from upath import UPath

_CHUNK = 1_000_000
_IN_MEMORY = 10_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """One open file.

    Attributes:
        path: where it was read, as the user would name it.
        stream: its bytes; it can be wound back.
        limits: how much of it is accepted.
        folders: the folder it lies in and those above, up to the one that the user named; none for
            what lies in no folder.
    """

    path: str
    stream: IO[bytes]
    limits: Limits
    folders: tuple[AnyPath, ...] = ()

    def rewound(self) -> IO[bytes]:
        """Its bytes as a stream, from the beginning."""
        self.stream.seek(0)
        return self.stream

    def head(self, size: int) -> bytes:
        """Its first bytes."""
        return self.rewound().read(size)

    def size(self) -> int:
        """How many bytes it has."""
        return self.stream.seek(0, io.SEEK_END)

    def sha256(self) -> str:
        """SHA-256 of its bytes, in hexadecimal; whoever is reading them goes on undisturbed."""
        place = self.stream.tell()
        self.stream.seek(0)
        mark = hashlib.file_digest(self.stream, "sha256").hexdigest()  # type: ignore[arg-type]
        self.stream.seek(place)
        return mark

    def whole(self) -> bytes:
        """All its bytes.

        Raises:
            UnreadableError: they are more than ``limits.file_megabytes``.
        """
        limit = self.limits.file_megabytes
        if (size := self.size()) > limit * 1_000_000:
            raise UnreadableError(
                "too large",
                tell(
                    "The file has {size:.0f} MB; the limit limits.file_megabytes is {limit:g}.",
                    size=size / 1000000.0,
                    limit=limit,
                ),
            )
        return self.rewound().read()


@contextmanager
def opened(
    path: AnyPath, shown: str, limits: Limits, folders: tuple[AnyPath, ...] = ()
) -> Iterator[Content]:
    """A file of a file system, of this machine or another.

    Args:
        path: where it is.
        shown: its path as it can be shown.
        limits: how much of it is accepted.
        folders: as in :class:`Content`.

    Raises:
        OSError: it cannot be opened or read.
        RemoteError: it is remote and cannot be reached.
        UnreadableError: it is a pipe or a device, or is remote and holds more than is accepted.
    """
    if not isinstance(path, Path):
        with _fetched(path, limits) as copy:
            yield Content(shown, copy, limits, folders)
        return
    try:
        stream = open_regular(path)
    except NotRegularError as error:
        raise UnreadableError(
            "no file",
            tell(
                "It is {error}, which is never opened; give what comes from it on "
                "standard input (-).",
                error=error,
            ),
        ) from error
    with stream:
        yield Content(shown, stream, limits, folders)


@contextmanager
def standard_input(shown: str, limits: Limits) -> Iterator[Content]:
    """What comes on standard input.

    Raises:
        UnreadableError: it is more than ``limits.stdin_megabytes``.
    """
    with copied(sys.stdin.buffer.read, _piped(limits)) as copy:
        yield Content(shown, copy, limits)


@contextmanager
def copied(read: Callable[[int], bytes], count: Callable[[int], None]) -> Iterator[IO[bytes]]:
    """A copy of a stream that can be wound back, on disk unless it is small.

    Args:
        read: gives the next bytes of the stream, at most as many as asked for.
        count: told the size in bytes of each piece before it is kept; it raises to stop.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while piece := read(_CHUNK):
            count(len(piece))
            copy.write(piece)
        yield copy


@contextmanager
def _fetched(path: UPath, limits: Limits) -> Iterator[IO[bytes]]:
    """A remote file, fetched once however often it is wound back."""
    address = str(path)
    with reaching(address):
        stream = path.open("rb")

    def read(size: int) -> bytes:
        with reaching(address):
            return bytes(stream.read(size))

    with stream, copied(read, _piped(limits)) as copy:
        yield copy


def _piped(limits: Limits) -> Callable[[int], None]:
    total = 0

    def count(size: int) -> None:
        nonlocal total
        total += size
        if total > limits.stdin_megabytes * 1_000_000:
            raise UnreadableError(
                "too large",
                tell(
                    "More came in than limits.stdin_megabytes allows ({stdin_megabytes:g}); "
                    "name a file of this machine instead.",
                    stdin_megabytes=limits.stdin_megabytes,
                ),
            )

    return count
