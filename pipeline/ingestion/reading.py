"""Inputs to a stream of documents and failures: the door of the ingestion stage."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from pipeline.document import Document, Failure
from pipeline.ingestion import identifiers, jsonl, text
from pipeline.ingestion.building import build
from pipeline.ingestion.encoding import NotTextError
from pipeline.ingestion.sources import EXTRAS, READERS, STDIN, Reader, Source, find
from pipeline.settings import Settings


def read_documents(inputs: list[str], settings: Settings) -> Iterator[Document | Failure]:
    """The documents that the inputs hold, one at a time, and a failure for each that is not read.

    Args:
        inputs: files, folders, glob patterns, or ``-`` for standard input.
        settings: field names, limits, date and country for all.

    Never raises for what a file holds. Two documents that claim one ``doc_id`` both live: the later
    one gets a hash of its place added.
    """
    taken: set[str] = set()
    for found in _all(inputs, settings):
        if isinstance(found, Failure):
            yield found
            continue
        if found.doc_id in taken:
            place = f"{found.path}\0{found.source_id}\0{found.sha256}".encode("utf-8", "replace")
            found = replace(found, doc_id=f"{found.doc_id}-{identifiers.digest(place)[:8]}")
            if found.doc_id in taken:
                yield Failure(
                    found.path,
                    found.source_id,
                    "ingest",
                    "duplicate",
                    "The same record was read before from the same file; remove one of them.",
                )
                continue
        taken.add(found.doc_id)
        yield found


def _all(inputs: list[str], settings: Settings) -> Iterator[Document | Failure]:
    for given in inputs:
        if given == STDIN:
            yield from _stdin(settings)
    for source in find([given for given in inputs if given != STDIN]):
        if isinstance(source, Failure):
            yield source
        else:
            yield from _file(source, settings)


def _file(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    path = display(source.path)
    reader = READERS.get(source.path.suffix.lower())
    if reader is None:
        known = " ".join(sorted(READERS))
        yield Failure(
            path,
            "",
            "ingest",
            "unknown format",
            f"Files of the kind {source.path.suffix or 'without a suffix'!r} are not read; "
            f"known: {known}.",
        )
        return
    try:
        size = source.path.stat().st_size
        if size > settings.limits.file_megabytes * 1_000_000:
            yield Failure(
                path,
                "",
                "ingest",
                "too large",
                f"The file has {size / 1e6:.0f} MB; the limit limits.file_megabytes is "
                f"{settings.limits.file_megabytes:g}.",
            )
            return
        data = source.path.read_bytes()
    except OSError as error:
        yield Failure(
            path, "", "ingest", "unreadable", f"The file cannot be read: {error.strerror}."
        )
        return
    yield from _documents(reader, data, path, source.inside, settings)


def _stdin(settings: Settings) -> Iterator[Document | Failure]:
    data = sys.stdin.buffer.read()
    reader = jsonl.read if _is_record(data) else text.read
    yield from _documents(reader, data, STDIN, PurePosixPath("stdin.txt"), settings)


def _is_record(data: bytes) -> bool:
    """Whether the first line is a JSON object: standard input has no suffix to go by."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _documents(
    reader: Reader, data: bytes, path: str, inside: PurePosixPath, settings: Settings
) -> Iterator[Document | Failure]:
    try:
        for raw in reader(data, settings):
            if isinstance(raw, Failure):
                yield replace(raw, path=path)
            else:
                yield build(raw, path, inside, settings)
    except NotTextError as error:
        yield Failure(
            path, "", "ingest", "not text", f"The file is no text ({error}); is its suffix right?"
        )
    except ImportError:
        extra = EXTRAS.get(inside.suffix.lower(), "")
        yield Failure(
            path,
            "",
            "ingest",
            "extra needed",
            f"This format needs an extra: pip install 'hemicycle[{extra}]'.",
        )
    except Exception as error:  # a reader that breaks on a file must not end the run
        yield Failure(
            path,
            "",
            "ingest",
            "broken",
            f"The file cannot be read ({type(error).__name__}: {error}).",
        )


def display(path: Path) -> str:
    """A path as it can be written to any file: undecodable bytes are shown as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
