"""What a run need not do again, and why it does the rest."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hemicycle.addresses import is_remote
from hemicycle.document import Document
from hemicycle.ingestion.metadata.sidecars import NAMES as SIDECARS
from hemicycle.ingestion.remote_sources import remote_stamps
from hemicycle.ingestion.sources import STDIN, stands_for
from hemicycle.output_marks import WRITTEN, is_written
from hemicycle.outputs import Marks, OutputFolder
from hemicycle.outputs.program import fingerprint
from hemicycle.outputs.state import LastRun
from hemicycle.running.progress import Report
from hemicycle.settings import Settings

# Settings that change what a run does, but not what it leaves behind.
_MEANS = {"output", "workers", "cluster", "force", "prune", "fail_fast"}
# What lists of persons and bodies beside a TEI file end in.
_COMPANION = ".xml"
_OF_CORPUS = {"by", "freq", "aliases", "gazetteer", "parquet", "xlsx", "duckdb"}


FORCED, NEW, CHANGED, CORRECTED = "forced", "new", "changed", "corrected"
MADE_OTHERWISE = "made by other code, models or settings"
REASONS = (FORCED, NEW, CHANGED, CORRECTED, MADE_OTHERWISE)


@dataclass(slots=True)
class Resumption:
    """Passes on the documents that are to be read, and counts the others.

    Attributes:
        folder: the output folder.
        recipes: the recipe of each stage that is run.
        force: pass on all of them.
        report: counts the skipped, and the others by reason.
        seen: the documents that came by.
    """

    folder: OutputFolder
    recipes: dict[str, str]
    force: bool
    report: Report
    seen: set[str] = field(default_factory=set)

    def wanted(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents that are new, changed, or were made by another recipe."""
        for document in documents:
            self.seen.add(document.doc_id)
            reason = self.reason(document)
            if reason:
                self.report.reasons[reason] += 1
                yield document
            else:
                self.report.skipped += 1

    def reason(self, document: Document) -> str:
        """Why a document is to be read, one of :data:`REASONS`; empty if it need not be."""
        if self.force:
            return FORCED
        before = self.folder.marks(document.doc_id)
        if before is None:
            return NEW
        if before.content != Marks.of(document, {}).content:
            return CHANGED
        recipes = self.folder.corrections.recipes(document.doc_id, self.recipes)
        if all(before.recipes.get(stage) == made for stage, made in recipes.items()):
            return ""
        uncorrected = {stage: made.partition("+")[0] for stage, made in before.recipes.items()}
        if self.recipes.items() <= uncorrected.items():
            return CORRECTED
        return MADE_OTHERWISE

    def gone(self) -> list[str]:
        """The documents of the folder that did not come by, sorted."""
        return [doc_id for doc_id in self.folder.ids() if doc_id not in self.seen]

    def confirmed_gone(self, gone: list[str]) -> list[str]:
        """Those of some documents whose source is gone, and not only out of reach this time."""
        failed = {failure.path: failure.error for failure in self.report.failures}
        return [doc_id for doc_id in gone if not failed or not self._unread(doc_id, failed)]

    def _unread(self, doc_id: str, failed: dict[str, str]) -> bool:
        """Whether its file could not be read, or what that lies in could not or was not there."""
        path = self.folder.read_document(doc_id, with_text=False).path
        return failed.get(path, "not found") != "not found" or any(
            place in failed for place in _above(path)
        )


def _above(path: str) -> Iterator[str]:
    """All that a path or address lies in."""
    while path := path.rpartition("/")[0]:
        yield path


def plan(inputs: list[str], settings: Settings, recipes: dict[str, str]) -> LastRun:
    """What the state of the folder would be after a run that found nothing to do.

    Files are told apart by name, size and time, which is a hundred times cheaper than reading them.
    """
    data = settings.model_dump(mode="json", exclude=_MEANS)
    corpus = [data.pop(name, None) for name in sorted(_OF_CORPUS)]
    corpus.extend(_content(path) for path in (settings.aliases, settings.gazetteer) if path)
    data.pop("names", None)  # their content is in the recipes
    if settings.metadata:
        data["metadata"] = _content(settings.metadata)
    return LastRun(
        recipe=_hash([data, recipes, fingerprint("documents")]),
        corpus=_hash([corpus, fingerprint("corpus")]),
        sources=_sources(inputs),
    )


def _sources(inputs: list[str]) -> str:
    """The hash of what tells one state of the sources from another, empty if nothing does."""
    local = [given for given in inputs if not is_remote(given)]
    remote = [given for given in inputs if is_remote(given)]
    stamps = remote_stamps(remote)
    if STDIN in inputs or (remote and not stamps) or not all(stamps.values()):
        return ""
    try:
        return _hash([*_local(local), *sorted(stamps.items())])
    except (OSError, ValueError, RecursionError):  # names that cannot be looked up: read and told
        return ""


def _local(inputs: list[str]) -> Iterator[list[object]]:
    """Every file that the inputs name, or that lies beside one of them and may describe it."""
    seen: set[Path] = set()
    for given in inputs:
        yield [given]
        for match in stands_for(given) or [Path(given)]:
            if match.is_dir():
                yield from _below(match, seen)
            else:
                yield _stamp(match)
                yield from _beside(match.parent, seen)


def _below(root: Path, seen: set[Path]) -> Iterator[list[object]]:
    """Every file in a folder and the folders in it, but for what runs wrote and what was seen."""
    for name, folders, files in os.walk(root):
        folder = Path(name)
        if folder in seen:
            folders.clear()
            continue
        seen.add(folder)
        folders[:] = sorted(f for f in folders if not is_written(folder / f, root))
        for file in sorted(files):
            if not (file in WRITTEN and is_written(folder / file, root)):
                yield _stamp(folder / file)


def _beside(folder: Path, seen: set[Path]) -> Iterator[list[object]]:
    """The files of a folder that may describe others, if it was not seen."""
    if folder in seen:
        return
    for name in sorted(os.listdir(folder) if folder.is_dir() else ()):
        if name in SIDECARS or name.endswith(_COMPANION):
            yield _stamp(folder / name)


def _stamp(path: Path) -> list[object]:
    try:
        stat = path.stat()
    except OSError as error:
        return [str(path), error.errno]
    return [str(path), stat.st_size, stat.st_mtime_ns]


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash(data: object) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
