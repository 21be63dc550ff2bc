"""The bytes of one file, wherever they lie: the one place where ingestion opens anything.

A reader takes them whole, up to a limit, or as a stream. What cannot be wound back (standard
input, a pipe, a file inside an archive) is first copied to a temporary file.
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
from typing import IO

from pipeline.ingestion.failing import UnreadableError
from pipeline.settings import Limits

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
    folders: tuple[Path, ...] = ()

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
                f"The file has {size / 1e6:.0f} MB; the limit limits.file_megabytes is {limit:g}.",
            )
        return self.rewound().read()


@contextmanager
def opened(
    path: Path, shown: str, limits: Limits, folders: tuple[Path, ...] = ()
) -> Iterator[Content]:
    """A file of the file system.

    Args:
        path: where it is.
        shown: its path as it can be shown.
        limits: how much of it is accepted.
        folders: as in :class:`Content`.

    Raises:
        OSError: it cannot be opened or read.
        UnreadableError: it is a pipe that holds more than ``limits.stdin_megabytes``.
    """
    with path.open("rb") as stream:
        if stream.seekable():
            yield Content(shown, stream, limits, folders)
        else:
            with copied(stream, _piped(limits)) as copy:
                yield Content(shown, copy, limits)


@contextmanager
def standard_input(shown: str, limits: Limits) -> Iterator[Content]:
    """What comes on standard input.

    Raises:
        UnreadableError: it is more than ``limits.stdin_megabytes``.
    """
    with copied(sys.stdin.buffer, _piped(limits)) as copy:
        yield Content(shown, copy, limits)


@contextmanager
def copied(stream: IO[bytes], count: Callable[[int], None]) -> Iterator[IO[bytes]]:
    """A copy of a stream that can be wound back, on disk unless it is small.

    Args:
        stream: what to copy.
        count: told the size in bytes of each piece before it is kept; it raises to stop.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while piece := stream.read(_CHUNK):
            count(len(piece))
            copy.write(piece)
        yield copy


def _piped(limits: Limits) -> Callable[[int], None]:
    total = 0

    def count(size: int) -> None:
        nonlocal total
        total += size
        if total > limits.stdin_megabytes * 1_000_000:
            raise UnreadableError(
                "too large",
                "More came in than limits.stdin_megabytes allows "
                f"({limits.stdin_megabytes:g}); name a file instead.",
            )

    return count
