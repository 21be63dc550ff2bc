"""The files of one ``models/`` folder, read whole, with what was made of them."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tomllib
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from hemicycle.knowledge.closed import with_forms
from hemicycle.messages import tell
from hemicycle.resources import ResourceError

_SUFFIXES = frozenset({".cfg", ".csv", ".toml"})
# Annotated texts and the words of the page: no component reads them.
_NO_KNOWLEDGE = frozenset({"gold", "report"})
_known: WeakValueDictionary[str, Knowledge] = WeakValueDictionary()


class Knowledge:
    """The lexicons, taxonomies and fitted values of one pipeline; it never changes.

    Two with the same files are one object, so that what was made of them is made once.

    Attributes:
        files: the text of each file by its path below ``models/``, with slashes.
        memo: what was made of the files, by whoever made it.
        fingerprint: a hash of all the files.
    """

    __slots__ = ("__weakref__", "_origin", "files", "fingerprint", "memo")

    files: Mapping[str, str]
    memo: dict[Any, Any]
    fingerprint: str
    _origin: str

    def __new__(cls, files: Mapping[str, str], origin: str = "the saved pipeline") -> Knowledge:
        """The knowledge of some files.

        Args:
            files: the text of each file by its path below ``models/``.
            origin: where they are from, for messages.
        """
        fingerprint = _hash(files)
        known = _known.get(fingerprint)
        if known is None:
            known = super().__new__(cls)
            known.files, known.memo, known.fingerprint = dict(files), {}, fingerprint
            known._origin = origin
            _known[fingerprint] = known
        return known

    @classmethod
    def of_folder(cls, folder: Path) -> Knowledge:
        """The knowledge in a copy of ``models/``, as it is now.

        Raises:
            ResourceError: the folder is absent, or a file in it is not UTF-8.
        """
        if not folder.is_dir():
            raise ResourceError(
                tell("{folder!r} is not a folder; name a copy of models/.", folder=str(folder))
            )
        files = {}
        for path in _files_below(folder):
            try:
                files[path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise ResourceError(
                    tell("{path} is not UTF-8: {error}", path=path, error=error)
                ) from error
        return cls(files, str(folder))

    def beside(self, files: Mapping[str, str]) -> Knowledge:
        """The same with further files, which are asked before its own.

        Args:
            files: the text of each file by its path below ``models/``.
        """
        return Knowledge({**files, **self.files, **files}, self._origin)

    def __reduce__(self) -> tuple[type[Knowledge], tuple[Mapping[str, str], str]]:
        """Pickle the files alone."""
        return type(self), (self.files, self._origin)

    def text(self, *parts: str) -> str:
        """One file.

        Args:
            parts: its path below ``models/``.

        Raises:
            ResourceError: it is absent.
        """
        name = "/".join(parts)
        if name not in self.files:
            raise ResourceError(
                tell("{name} is missing from {origin}.", name=name, origin=self._origin)
            )
        return self.files[name]

    def toml(self, *parts: str) -> dict[str, Any]:
        """One TOML file, parsed once; treat the result as read-only.

        Raises:
            ResourceError: it is absent or is not valid TOML.
        """
        key = ("toml", *parts)
        if key not in self.memo:
            name = "/".join((self._origin, *parts))
            try:
                data = tomllib.loads(text := self.text(*parts))
                if '"@' in text:
                    data = with_forms(data, self.csv("lexicons", "grammar.csv"))
                self.memo[key] = data
            except tomllib.TOMLDecodeError as error:
                raise ResourceError(
                    tell("{name} is not valid TOML: {error}", name=name, error=error)
                ) from error
            except ValueError as error:
                raise ResourceError(
                    tell("{name} asks for {query}, which no word is.", name=name, query=error)
                ) from error
        table: dict[str, Any] = self.memo[key]
        return table

    def csv(self, *parts: str) -> tuple[dict[str, str], ...]:
        """One CSV file as rows of strings, parsed once; lines that start with ``#`` are comments.

        Raises:
            ResourceError: it is absent.
        """
        key = ("csv", *parts)
        if key not in self.memo:
            lines = io.StringIO(self.text(*parts))
            self.memo[key] = _rows_of(csv.reader(one for one in lines if one[:1] != "#"))
        rows: tuple[dict[str, str], ...] = self.memo[key]
        return rows


def _rows_of(lines: Iterator[list[str]]) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file, as ``csv.DictReader`` gives them, which takes thrice as long."""
    header = next(lines, [])
    return tuple(
        dict((zip if len(cells) == len(header) else zip_longest)(header, cells))
        for cells in lines
        if cells
    )


def _files_below(folder: Path) -> Iterator[Path]:
    """The files of a folder that hold knowledge; links are followed, hidden ones passed over."""
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        if (real := os.path.realpath(place)) in seen:
            folders.clear()  # a link that leads back
            continue
        seen.add(real)
        top = Path(place) == folder
        folders[:] = sorted(
            name for name in folders if name[0] != "." and not (top and name in _NO_KNOWLEDGE)
        )
        for name in sorted(names):
            path = Path(place, name)
            if name[0] != "." and path.suffix in _SUFFIXES and path.is_file():
                yield path


def _hash(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        data = text.encode("utf-8", "surrogatepass")
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
