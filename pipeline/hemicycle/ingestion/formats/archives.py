"""Archives (``.zip``, ``.tar``, ``.tar.gz``, ``.tgz``): the files in them, one after another.

Nothing is unpacked to the path that an archive names: each file goes to a nameless temporary file,
counted while it grows. Links, devices and names that lead out of the archive are failures.
"""

from __future__ import annotations

import gzip
import io
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from hemicycle.document import Failure
from hemicycle.ingestion.contents import Content, copied
from hemicycle.ingestion.errors import UnreadableError, failure
from hemicycle.messages import tell
from hemicycle.settings import Limits

_DRIVE = re.compile(r"[A-Za-z]:")
# An archive that is small when unpacked harms nobody, however well it was packed.
_HARMLESS = 10_000_000
# What may stand between two files of a tar: headers, long names, padding.
_TAR_HEADERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    Attributes:
        inside: its path in the archive, which stays below it.
        content: its bytes, to be read before the next member is asked for.
    """

    inside: PurePosixPath
    content: Content


class Budget:
    """How much an archive, with the archives in it, may still be unpacked to."""

    def __init__(self, limits: Limits) -> None:
        """Take the limits of one archive that is no member of another."""
        self._limits = limits
        self._bytes = 0
        self._files = 0

    def bytes(self, size: int, packed: int) -> None:
        """Count unpacked bytes.

        Args:
            size: how many come.
            packed: size of the outermost archive.

        Raises:
            UnreadableError: they are too many, by themselves or for what they were packed in.
        """
        self._bytes += size
        limits = self._limits
        if self._bytes > limits.archive_megabytes * 1_000_000:
            raise UnreadableError(
                "too large",
                tell(
                    "It unpacks to more than limits.archive_megabytes ({archive_megabytes:g}).",
                    archive_megabytes=limits.archive_megabytes,
                ),
            )
        if self._bytes > max(_HARMLESS, limits.archive_ratio * packed):
            raise UnreadableError(
                "too large",
                tell(
                    "It unpacks to more than {archive_ratio:g} times its size "
                    "(limits.archive_ratio), as files do that are made to harm.",
                    archive_ratio=limits.archive_ratio,
                ),
            )

    def file(self) -> None:
        """Count a file.

        Raises:
            UnreadableError: they are too many.
        """
        self._files += 1
        if self._files > self._limits.archive_files:
            raise UnreadableError(
                "too large",
                tell(
                    "The archive holds more files than limits.archive_files ({archive_files}).",
                    archive_files=self._limits.archive_files,
                ),
            )


def unzip(content: Content, budget: Budget) -> Iterator[Member | Failure]:
    """The files of a zip archive, in its order.

    Raises:
        UnreadableError: it is broken, or larger than the limits.
    """
    packed = content.size()
    try:
        with zipfile.ZipFile(content.rewound()) as archive:
            for info in archive.infolist():
                if info.is_dir() or _hidden(info.filename):
                    continue
                budget.file()
                if stat.S_ISLNK(info.external_attr >> 16):
                    yield _refused(info.filename, "is a link")
                elif reason := _leads_out(info.filename):
                    yield _refused(info.filename, reason)
                elif info.flag_bits & 0x1:
                    yield failure("locked", tell("It is locked by a password."), info.filename)
                else:
                    try:
                        with archive.open(info) as stream:
                            yield from _member(info.filename, stream, content, budget, packed)
                    except UnreadableError:
                        raise
                    except Exception as error:  # the others may be whole
                        yield failure(
                            "broken",
                            tell("It cannot be unpacked ({error}).", error=error),
                            info.filename,
                        )
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(
            "broken", tell("The archive is broken ({error}).", error=error)
        ) from error


def untar(content: Content, budget: Budget) -> Iterator[Member | Failure]:
    """The files of a tar archive, compressed by gzip or not, in its order.

    Raises:
        UnreadableError: it is broken, or larger than the limits.
    """
    packed = content.size()
    start = content.head(2)
    stream = content.rewound()
    plain = gzip.GzipFile(fileobj=stream) if start == b"\x1f\x8b" else stream
    counted = _Counted(plain, budget, packed)
    try:
        with tarfile.open(fileobj=counted, mode="r|", encoding="utf-8") as archive:
            counted.expect(_TAR_HEADERS)
            for info in archive:
                counted.expect(info.size + _TAR_HEADERS)
                if info.isdir() or _hidden(info.name):
                    continue
                budget.file()
                if reason := _no_file(info) or _leads_out(info.name):
                    yield _refused(info.name, reason)
                elif (part := archive.extractfile(info)) is not None:
                    yield from _member(info.name, part, content)
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        raise UnreadableError(
            "broken", tell("The archive is broken ({error}).", error=error)
        ) from error


def _member(
    name: str,
    stream: IO[bytes],
    content: Content,
    budget: Budget | None = None,
    packed: int = 0,
) -> Iterator[Member]:
    inside = PurePosixPath(name.replace("\\", "/"))

    def count(size: int) -> None:
        if budget is not None:
            budget.bytes(size, packed)

    with copied(stream.read, count) as copy:
        yield Member(inside, Content(f"{content.path}/{inside}", copy, content.limits))


class _Counted(io.RawIOBase):
    """A stream whose bytes are counted, whoever reads them."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, budget: Budget, packed: int) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self._expected = _TAR_HEADERS

    def expect(self, size: int) -> None:
        """Allow so many bytes before the next file begins."""
        self._expected = size

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._budget.bytes(len(data), self._packed)
        self._expected -= len(data)
        if self._expected < 0:
            raise UnreadableError("broken", tell("The archive has a header of many megabytes."))
        return data

    def readable(self) -> bool:
        return True


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(
        part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts
    )


def _no_file(info: tarfile.TarInfo) -> str:
    return "" if info.isfile() else tell("is a link or a device")


def _leads_out(name: str) -> str:
    """Why a name is none of a file below the archive; empty if it is one."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or _DRIVE.match(name):
        return tell("has an absolute name")
    return tell("has a name that leads out of the archive") if ".." in path.parts else ""


def _refused(name: str, reason: str) -> Failure:
    return failure("unsafe", tell("It {reason}, so it is not read.", reason=reason), name)
