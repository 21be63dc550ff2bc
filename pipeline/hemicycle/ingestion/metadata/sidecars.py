"""Metadata that stand beside the texts and overrule what these say of themselves.

In a folder, `corpus.toml` or `metadata.csv` describes the files of that folder and below; a file
named by ``settings.metadata`` describes all inputs. A TOML file has a table `[defaults]` for all
documents and a table for each path, pattern or `doc_id`:

    [defaults]
    source = "Mairie de Morlieu"

    ["2025/voeux.txt"]
    date = 2025-12-31
    speaker = "Aude Marchal"

A CSV has a column `path` or `doc_id`; its other columns are metadata, and an empty cell says
nothing. Names are known in French and English (`titre`, `title`), as listed in
``models/lexicons/field_names.toml``.
"""

from __future__ import annotations

import csv
import logging
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from hemicycle.addresses import AnyPath, is_file
from hemicycle.document import Failure
from hemicycle.ingestion.contents import Content, opened
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.ingestion.metadata import naming
from hemicycle.ingestion.paths import display, leads_out
from hemicycle.messages import tell
from hemicycle.settings import Limits

NAMES = ("corpus.toml", "metadata.csv")

_LOG = logging.getLogger(__name__)
_DEFAULTS = "defaults"
# Enough for a line on each of a hundred thousand texts; TOML is read by some MB a second.
_LARGEST = 20_000_000
_KEYS = ("path", "file", "fichier", "chemin", "doc_id", "id")


@dataclass(slots=True)
class Sidecar:
    """One file of metadata.

    Attributes:
        path: where it is.
        defaults: metadata of all documents.
        entries: metadata by path, pattern or `doc_id`.
        used: the entries that a document was found for.
    """

    path: str
    defaults: Mapping[str, Any]
    entries: Mapping[str, Mapping[str, Any]]
    patterns: tuple[str, ...] = ()
    used: set[str] = field(default_factory=set)

    def of(self, inside: PurePosixPath, doc_id: str) -> dict[str, Any]:
        """The metadata of a document: the defaults, then patterns, then its own entry."""
        found = dict(self.defaults)
        place = str(inside)
        matching = [key for key in self.patterns if fnmatchcase(place, key)]
        for key in (*matching, doc_id, place):
            if key in self.entries:
                self.used.add(key)
                found.update(self.entries[key])
        return found


class Sidecars:
    """The sidecars of a run, each read once, when the first file that it may describe is read."""

    def __init__(self, overall: Path | None, limits: Limits) -> None:
        """Name the sidecar of all inputs, None if there is none."""
        self._overall = overall
        self._limits = limits
        self._read: dict[AnyPath, Sidecar | None] = {}

    def look(self, folders: tuple[AnyPath, ...]) -> Iterator[Failure]:
        """Read the sidecars of some folders; those that cannot be read are failures."""
        for path in self._paths(folders):
            if path in self._read:
                continue
            self._read[path] = None
            try:
                if path != self._overall and not is_file(path):
                    continue
                if path != self._overall and leads_out(path, folders[-1]):
                    raise UnreadableError(
                        "unsafe", tell("it is a link that leads out of the folder")
                    )
                with opened(path, display(path), self._limits) as content:
                    self._read[path] = _sidecar(content, path.suffix.lower())
            except OSError as error:
                reason = error.strerror or tell("it cannot be opened")
            except RecursionError:
                reason = tell("it is nested too deeply")
            except Exception as error:  # whatever stands in it, the texts are read
                reason = str(error)
            else:
                continue
            yield Failure(
                display(path),
                "",
                "ingest",
                "invalid metadata",
                tell(
                    "The metadata cannot be read ({reason}); the texts are read without them.",
                    reason=reason,
                ),
            )

    def of(
        self, folders: tuple[AnyPath, ...], inside: PurePosixPath, doc_id: str
    ) -> dict[str, Any]:
        """What the sidecars say of a document; the nearer one wins, the named one over all.

        Args:
            folders: of its file, the nearest first, up to the input's root.
            inside: its path below the last of them.
            doc_id: its name.
        """
        found: dict[str, Any] = {}
        for depth, folder in reversed(list(enumerate(folders))):
            below = PurePosixPath(*inside.parts[len(folders) - 1 - depth :])
            for name in NAMES:
                if (sidecar := self._read.get(folder / name)) is not None:
                    found.update(sidecar.of(below, doc_id))
        if self._overall is not None and (sidecar := self._read.get(self._overall)) is not None:
            found.update(sidecar.of(inside, doc_id))
        return found

    def say_unused(self) -> None:
        """Log the entries that no document was found for."""
        for sidecar in self._read.values():
            if sidecar is None:
                continue
            for key in sidecar.entries.keys() - sidecar.used:
                _LOG.warning(
                    tell("{path}: there is no document {key!r}.", path=sidecar.path, key=key)
                )

    def _paths(self, folders: tuple[AnyPath, ...]) -> Iterator[AnyPath]:
        if self._overall is not None:
            yield self._overall
        for folder in folders:
            for name in NAMES:
                yield folder / name


def _sidecar(content: Content, suffix: str) -> Sidecar:
    if content.size() > _LARGEST:
        raise UnreadableError(
            "too large", tell("it has more than {largest:g} MB", largest=_LARGEST / 1000000.0)
        )
    text = decode(content.whole())
    entries = _from_csv(text) if suffix == ".csv" else _from_toml(text)
    entries = {unicodedata.normalize("NFC", key): fields for key, fields in entries.items()}
    defaults = entries.pop(_DEFAULTS, {})
    patterns = tuple(key for key in entries if set(key) & set("*?["))
    return Sidecar(content.path, defaults, entries, patterns)


def _from_toml(text: str) -> dict[str, Mapping[str, Any]]:
    entries: dict[str, Mapping[str, Any]] = {}
    for key, fields in tomllib.loads(text).items():
        if not isinstance(fields, dict):
            raise ValueError(
                tell("{key!r} stands outside of a table; put it under [defaults]", key=key)
            )
        entries[key] = naming.ours(fields)
    return entries


def _from_csv(text: str) -> dict[str, Mapping[str, Any]]:
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    names = {naming.fold(name): name for name in reader.fieldnames or ()}
    key = next((names[k] for k in _KEYS if k in names), None)
    if key is None:
        raise ValueError(tell("it has no column `path` or `doc_id`"))
    entries: dict[str, Mapping[str, Any]] = {}
    for row in reader:
        fields = {n: v for n, v in row.items() if n and n != key and isinstance(v, str) and v}
        if row[key]:
            entries[PurePosixPath(row[key].strip()).as_posix()] = naming.ours(fields)
    return entries
