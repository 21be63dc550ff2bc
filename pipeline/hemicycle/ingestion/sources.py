"""What the user names (files, folders, patterns, standard input) to the files to read."""

from __future__ import annotations

import glob
import logging
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hemicycle.addresses import is_remote, site_of
from hemicycle.document import Failure
from hemicycle.ingestion.metadata.sidecars import NAMES as SIDECARS
from hemicycle.ingestion.paths import display, leads_out
from hemicycle.ingestion.remote_sources import find_remote
from hemicycle.ingestion.source import Source
from hemicycle.messages import tell
from hemicycle.output_marks import WRITTEN, is_written
from hemicycle.settings import Settings

STDIN = "-"

_LOG = logging.getLogger(__name__)


def find(inputs: list[str], settings: Settings | None = None) -> Iterator[Source | Failure]:
    """The files that the inputs stand for, each once, in an order that does not change.

    With ``settings.follow``, a page or a feed of the web stands for those that it links to.

    Hidden files and folders are passed over, and so are files of metadata and, with a warning, the
    outputs of a run. A folder that cannot be opened, an input that stands for nothing, and a link
    that leads out of the folder of an input are failures.
    """
    seen: set[str] = set()
    for given in inputs:
        try:
            for source in _one(given, settings):
                key = _key(source)
                if key not in seen:
                    seen.add(key)
                    yield source
        except Exception as error:  # a name of whatever kind must not end the run
            yield _failure(
                given, "unreadable", tell("The input cannot be looked at: {error}.", error=error)
            )


def stands_for(given: str) -> list[Path]:
    """The paths of this machine that an input stands for, sorted.

    A name that exists is a name, whatever signs of a pattern it holds.
    """
    if os.path.lexists(given) or not glob.has_magic(given):
        return [Path(given)]
    return sorted(Path(match) for match in glob.glob(given, recursive=True))


def _failure(path: str | Path, error: str, message: str) -> Failure:
    return Failure(display(Path(path)), "", "ingest", error, message)


def _key(found: Source | Failure) -> str:
    """What is the same for one file that was named in two ways."""
    if isinstance(found, Source) and found.address:
        return found.address
    if isinstance(found, Source) and isinstance(found.path, Path):
        return os.path.realpath(found.path)
    return str(found.path)


def _one(given: str, settings: Settings | None) -> Iterator[Source | Failure]:
    if settings is not None and settings.follow and site_of(given):
        # What asks a site is loaded by whom wants it.
        from hemicycle.ingestion.linked_pages import find_linked

        yield from find_linked(given, settings)
        return
    if is_remote(given):
        yield from find_remote(given)
        return
    matches = stands_for(given)
    if os.path.lexists(given):
        path = matches[0]
        if os.path.isdir(path):
            yield from _Folder(path).below(path)
        else:
            yield Source(path, PurePosixPath(path.name), named=True)
    elif not matches:
        yield _failure(given, "not found", tell("No file matches this pattern."))
    elif glob.has_magic(given):
        yield from _matching(matches, _Folder(_fixed_part(given)), deep="**" in given)
    else:
        yield _failure(given, "not found", tell("There is no such file or folder."))


def _matching(matches: list[Path], root: _Folder, *, deep: bool) -> Iterator[Source | Failure]:
    """The files that match a pattern, and those below the folders that do.

    Args:
        matches: what matches.
        root: the folder that the pattern begins with.
        deep: whether the pattern itself reaches below folders.
    """
    for match in matches:
        if root.in_outputs(match):
            continue
        if not os.path.isdir(match):
            if match.name not in SIDECARS:
                yield root.source(match)
        elif not deep:
            yield from root.below(match)


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = []
    for part in parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


class _Folder:
    """The folder of an input, which nothing that is read lies outside of."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._written: dict[Path, bool] = {}

    def source(self, path: Path) -> Source | Failure:
        """A file of the folder, a failure where a link leads out."""
        if leads_out(path, self._root):
            return _failure(
                path,
                "unsafe",
                tell(
                    "It is a link that leads out of the folder that was given, so it is not "
                    "read; name it, or what it leads to."
                ),
            )
        return Source(path, PurePosixPath(path.relative_to(self._root).as_posix()))

    def below(self, folder: Path) -> Iterator[Source | Failure]:
        """The files below a folder, in the order of their names."""
        # Not by recursion: folders may lie deeper than Python calls.
        waiting = [iter(self._entries(folder))]
        while waiting:
            entry = next(waiting[-1], None)
            if entry is None:
                waiting.pop()
            elif isinstance(entry, Failure):
                yield entry
            elif not os.path.isdir(entry):
                if entry.name not in WRITTEN or not self._is_written(entry):
                    yield self.source(entry)
            elif self._is_written(entry):
                continue
            elif not entry.is_symlink():
                waiting.append(iter(self._entries(entry)))
            elif leads_out(entry, self._root):
                yield self.source(entry)

    def _entries(self, folder: Path) -> list[Path | Failure]:
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            message = tell("The folder cannot be opened: {strerror}.", strerror=error.strerror)
            return [_failure(folder, "unreadable", message)]
        return [folder / n for n in names if not n.startswith(".") and n not in SIDECARS]

    def in_outputs(self, path: Path) -> bool:
        """Whether a run wrote what lies at a path below the root, or above it up to there."""
        below = [one for one in (path, *path.parents) if self._root in one.parents]
        return any(self._is_written(one) for one in below)

    def _is_written(self, path: Path) -> bool:
        if path not in self._written:
            self._written[path] = is_written(path, self._root)
            if self._written[path]:
                _LOG.warning(tell("{path}: passed over, a run has written it.", path=display(path)))
        return self._written[path]
