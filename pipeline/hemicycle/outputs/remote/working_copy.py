"""A remote output folder, worked on in a copy on this machine.

A store of objects knows neither renaming nor appending, so a run writes to its copy as to any
folder and sends what is new from time to time: what says that a document is whole after its rows,
and what says that all is complete after everything else. The copy is kept for the next run, which
fetches only what has changed there since; what a killed run had not sent yet is sent then.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hemicycle.addresses.places import RemoteError, reaching, stamps
from hemicycle.messages import tell
from hemicycle.output_marks import LAST_RUN
from hemicycle.outputs import PARTIAL, OutputError, write_bytes
from hemicycle.outputs.atomic import json_bytes
from hemicycle.outputs.remote.lock import RemoteLock

_LOG = logging.getLogger(__name__)
_LOCK = ".running.json"
_FOLDERS = ("documents/", "parquet/", "corpus/", "summary/")
_TOP = ""
_SECONDS_BETWEEN = 60
# Sending may take one part in so many of the time.
_SHARE = 10


class WorkingCopy:
    """A remote folder and its copy.

    Attributes:
        root: the copy, a folder of this machine.
    """

    def __init__(self, address: str, purpose: str) -> None:
        """Name the remote folder; nothing is fetched yet.

        Args:
            address: of the folder, as fsspec takes it.
            purpose: copies for different purposes are kept apart.

        Raises:
            RemoteError: it cannot be reached.
        """
        self._address = address
        with reaching(address):
            from fsspec.core import url_to_fs
            from platformdirs import user_cache_path

            self._files, remote = url_to_fs(address)
        self._remote = str(remote).rstrip("/")
        name = hashlib.sha256(f"{purpose} {address}".encode()).hexdigest()[:16]
        place = user_cache_path("hemicycle") / name
        self.root = place / "outputs"
        self.root.mkdir(parents=True, exist_ok=True)
        self._manifest = place / "same.json"
        # What was the same here and there when it was last fetched or sent: both stamps by path.
        self._same = self._read_manifest()
        self._due = time.monotonic() + _SECONDS_BETWEEN

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from writing there.

        Raises:
            OutputError: another run does.
            RemoteError: the folder cannot be reached.
        """
        lock = RemoteLock(self._files, self._at(_LOCK))
        with reaching(self._address):
            self._files.makedirs(self._remote, exist_ok=True)
            holder = lock.acquire()
        if holder:
            raise OutputError(
                tell(
                    "Another run is writing to {address} ({holder}); wait for it or name "
                    "another place with -o.",
                    address=self._address,
                    holder=holder,
                )
            )
        try:
            yield
        finally:
            with reaching(self._address):
                lock.release()

    def fetch(self, *wanted: str) -> None:
        """Fetch what has changed there, or is no longer here.

        Args:
            wanted: the folders, with a slash at their end, and files to look at; all that a run
                makes if none.

        Raises:
            RemoteError: the folder cannot be reached.
        """
        looked = wanted or (*_FOLDERS, _TOP)
        with reaching(self._address):
            there = self._there(looked)
            changed = [path for path, stamp in there.items() if not self._is_here(path, stamp)]
            for path in changed:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            self._get(changed)
        for path in [p for p in self._same if p not in there and _is_of(p, looked)]:
            (self.root / path).unlink(missing_ok=True)
            del self._same[path]
        for path in changed:
            self._same[path] = (there[path], _local_stamp(self.root / path))
        self._write_manifest()

    def send(self) -> None:
        """Send what has changed here, and remove there what was removed here.

        Raises:
            RemoteError: the folder cannot be reached.
        """
        began = time.monotonic()
        here = {path: _local_stamp(self.root / path) for path in self._here()}
        changed = [path for path, stamp in here.items() if self._same.get(path, _NO)[1] != stamp]
        gone = [path for path in self._same if path not in here]
        if changed or gone:
            with reaching(self._address):
                # While rows change, nothing may say that their document is whole.
                self._remove(p for p in (*gone, *changed) if _rank(p) and p in self._same)
                self._remove(path for path in gone if not _rank(path))
                for rank in (0, 1, 2):
                    self._put([path for path in changed if _rank(path) == rank])
                there = self._there((*_FOLDERS, _TOP))
            self._same = {path: (there.get(path, ""), stamp) for path, stamp in here.items()}
            self._write_manifest()
        self._due = began + max(_SECONDS_BETWEEN, _SHARE * (time.monotonic() - began))

    def send_if_due(self) -> None:
        """Send what has changed if nothing was sent for long; what fails is sent the next time."""
        if time.monotonic() < self._due:
            return
        try:
            self.send()
        except RemoteError as error:
            self._due = time.monotonic() + _SECONDS_BETWEEN
            _LOG.warning(tell("{error} What was read is kept here and sent later.", error=error))

    def _is_here(self, path: str, stamp: str) -> bool:
        return bool(stamp) and self._same.get(path, _NO)[0] == stamp and (self.root / path).exists()

    def _there(self, looked: Iterable[str]) -> dict[str, str]:
        """The stamps of the remote files, by path inside the folder."""
        self._files.invalidate_cache()
        found: dict[str, Any] = {}
        for part in looked:
            depth = 1 if part == _TOP else None
            place = self._at(part).rstrip("/")
            found.update(self._files.find(place, maxdepth=depth, detail=True))
        inside = {str(p)[len(self._remote) + 1 :]: stamp for p, stamp in stamps(found).items()}
        return {path: stamp for path, stamp in inside.items() if _is_made_by_runs(path)}

    def _here(self) -> Iterator[str]:
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and _is_made_by_runs(name):
                yield name

    def _at(self, path: str) -> str:
        return f"{self._remote}/{path}"

    def _get(self, paths: list[str]) -> None:
        if paths:
            self._files.get([self._at(p) for p in paths], [str(self.root / p) for p in paths])

    def _put(self, paths: list[str]) -> None:
        if not paths:
            return
        here, there = [str(self.root / p) for p in paths], [self._at(p) for p in paths]
        try:
            self._files.put(here, there)
        except FileNotFoundError:  # unlike stores of objects, this one has folders
            for folder in sorted({path.rpartition("/")[0] for path in there}):
                self._files.makedirs(folder, exist_ok=True)
            self._files.put(here, there)

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            try:
                self._files.rm_file(self._at(path))
            except FileNotFoundError:
                continue

    def _read_manifest(self) -> dict[str, tuple[str, str]]:
        try:
            found = json.loads(self._manifest.read_text(encoding="utf-8"))
            return {str(path): (str(there), str(here)) for path, (there, here) in found.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def _write_manifest(self) -> None:
        write_bytes(self._manifest, json_bytes(self._same))


_NO = ("", "")


def _is_made_by_runs(path: str) -> bool:
    parts = path.split("/")
    # The name of an object may hold `..`, which would lead out of the copy.
    if any(part in ("", ".", "..") or part.startswith(PARTIAL) for part in parts):
        return False
    return path not in (".lock", _LOCK) and (len(parts) == 1 or _is_of(path, _FOLDERS))


def _is_of(path: str, looked: Iterable[str]) -> bool:
    """Whether a path lies in one of some folders, or is one of some files."""
    return any(
        path.startswith(part)
        if part.endswith("/")
        else path == part or (not part and "/" not in path)
        for part in looked
    )


def _rank(path: str) -> int:
    """When a file is sent: 2 after all others, 1 after the rows that it vouches for."""
    if path == LAST_RUN:
        return 2
    return int(path.endswith("/document.json") or path.startswith("parquet/documents/"))


def _local_stamp(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns}"
