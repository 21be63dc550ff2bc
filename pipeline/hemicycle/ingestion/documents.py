"""Inputs to a stream of documents and failures: the door of the ingestion stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from hemicycle.addresses import RemoteError
from hemicycle.document import Document, Failure
from hemicycle.ingestion import contents
from hemicycle.ingestion.building import Place, Raw, build
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.archives import Budget
from hemicycle.ingestion.formats.encoding import NotTextError
from hemicycle.ingestion.formats.recognition import recognise
from hemicycle.ingestion.formats.registry import Format
from hemicycle.ingestion.metadata import identifiers
from hemicycle.ingestion.metadata.sidecars import Sidecars
from hemicycle.ingestion.paths import display, portable
from hemicycle.ingestion.source import Source
from hemicycle.ingestion.sources import STDIN, find
from hemicycle.messages import tell
from hemicycle.settings import Settings

_STDIN = PurePosixPath("stdin")
_LONGEST_REASON = 300


def read_documents(inputs: list[str], settings: Settings) -> Iterator[Document | Failure]:
    """The documents that the inputs hold, one at a time, and a failure for each that is not read.

    Args:
        inputs: files, folders, glob patterns, or ``-`` for standard input.
        settings: field names, limits, date and country for all.

    What was guessed (a format by the content, a field by its name) is logged as a warning.
    Never raises for what a file holds. Two documents that claim one ``doc_id``, or two that some
    file system takes for one, both live: the later one gets a hash of its place added.
    """
    taken: set[str] = set()
    for found in _Run(settings).documents(inputs):
        if isinstance(found, Failure):
            yield found
            continue
        if identifiers.sameness(found.doc_id) in taken:
            place = f"{found.path}\0{found.source_id}\0{found.sha256}".encode("utf-8", "replace")
            found = replace(found, doc_id=f"{found.doc_id}-{identifiers.digest(place)[:8]}")
            if identifiers.sameness(found.doc_id) in taken:
                yield Failure(
                    found.path,
                    found.source_id,
                    "ingest",
                    "duplicate",
                    tell("The same record was read before from the same file; remove one of them."),
                )
                continue
        taken.add(identifiers.sameness(found.doc_id))
        yield found


class _Run:
    """What the reading of all inputs shares."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sidecars = Sidecars(settings.metadata, settings.limits)

    def documents(self, inputs: list[str]) -> Iterator[Document | Failure]:
        """The documents of all inputs, standard input first."""
        yield from self._sidecars.look(())
        if STDIN in inputs:
            yield from self._stdin()
        for source in find([given for given in inputs if given != STDIN], self._settings):
            if isinstance(source, Failure):
                yield source
            else:
                yield from self._file(source)
        self._sidecars.say_unused()

    def _file(self, source: Source) -> Iterator[Document | Failure]:
        yield from self._sidecars.look(source.folders)
        shown = source.address or display(source.path)
        limits = self._settings.limits
        inside = portable(source.inside)
        try:
            with contents.opened(source.path, shown, limits, source.folders) as content:
                # An archive that was named is like a folder: its files are named by paths in it.
                root = PurePosixPath() if source.named else inside
                yield from self._content(content, inside, root, Budget(limits))
        except OSError as error:
            message = tell("The file cannot be read: {strerror}.", strerror=error.strerror or error)
            yield Failure(shown, "", "ingest", "unreadable", message)
        except RemoteError as error:
            yield Failure(shown, "", "ingest", "unreadable", str(error))
        except UnreadableError as error:
            yield Failure(shown, "", "ingest", error.error, str(error))
        except Exception as error:  # nothing that a file is may end the run
            yield Failure(shown, "", "ingest", "unreadable", _broken("file", error))

    def _stdin(self) -> Iterator[Document | Failure]:
        limits = self._settings.limits
        try:
            with contents.standard_input(STDIN, limits) as content:
                yield from self._content(content, _STDIN, PurePosixPath(), Budget(limits))
        except UnreadableError as error:
            yield Failure(STDIN, "", "ingest", error.error, str(error))
        except OSError as error:
            message = tell(
                "Standard input cannot be read: {strerror}.", strerror=error.strerror or error
            )
            yield Failure(STDIN, "", "ingest", "unreadable", message)
        except Exception as error:  # such as a standard input that is closed
            yield Failure(STDIN, "", "ingest", "unreadable", _broken("standard input", error))

    def _content(
        self,
        content: Content,
        inside: PurePosixPath,
        root: PurePosixPath,
        budget: Budget,
        depth: int = 0,
    ) -> Iterator[Document | Failure]:
        """The documents of one file, or of the files in an archive.

        Args:
            content: the file.
            inside: its path inside the corpus.
            root: what the names of its files begin with if it is an archive.
            budget: what archives may still be unpacked to.
            depth: how many archives it lies in.
        """
        try:
            known, origin = recognise(content, inside)
            if known.unpack is not None:
                if depth == self._settings.limits.archive_depth:
                    raise UnreadableError(
                        "too large",
                        tell(
                            "It lies in more than {depth} archives (limits.archive_depth).",
                            depth=depth,
                        ),
                    )
                for member in known.unpack(content, budget):
                    if isinstance(member, Failure):
                        yield replace(member, path=content.path)
                    else:
                        path = root / portable(member.inside)
                        yield from self._content(member.content, path, path, budget, depth + 1)
                return
            named = inside.with_suffix(".txt") if inside == _STDIN else inside
            place = Place(content.path, named, content.folders, known.name, origin)
            failed = texts = 0
            for found in _guarded(known, content, self._settings):
                if isinstance(found, Failure):
                    result: Document | Failure = replace(found, path=content.path)
                else:
                    result = self._built(found, place)
                yield result
                failed += isinstance(result, Failure)
                texts += isinstance(result, Document)
                if failed > max(texts, self._settings.limits.record_failures):
                    raise UnreadableError(
                        "too many failures",
                        tell(
                            "{failed:,} records failed and {texts:,} were read "
                            "(limits.record_failures); the rest of the file is not read.",
                            failed=failed,
                            texts=texts,
                        ),
                    )
        except UnreadableError as error:
            yield Failure(content.path, "", "ingest", error.error, str(error))
        except OSError:  # the file itself, not what it holds: whoever opened it says so
            raise
        except Exception as error:  # nothing that a file holds may end the run
            yield Failure(content.path, "", "ingest", "broken", _broken("file", error))

    def _built(self, raw: Raw, place: Place) -> Document | Failure:
        """The document of a source; whatever that raises is its failure, and the rest is read."""
        try:
            return build(raw, place, self._sidecars, self._settings)
        except Exception as error:
            message = _broken("text", error)
            return Failure(place.path, raw.record or "", "ingest", "broken", message)


def _guarded(known: Format, content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """What a reader finds; whatever it raises is made an UnreadableError."""
    assert known.read is not None
    try:
        yield from known.read(content, settings)
    except UnreadableError:
        raise
    except NotTextError as error:
        raise UnreadableError(
            "not text", tell("The file is no text ({error}); is its suffix right?", error=error)
        ) from error
    except ImportError as error:
        raise UnreadableError(
            "extra needed",
            tell(
                "This format needs an extra: pip install 'hemicycle[{extra}]'.", extra=known.extra
            ),
        ) from error
    except Exception as error:  # a reader that breaks on a file must not end the run
        raise UnreadableError("broken", _broken("file", error)) from error


def _broken(what: str, error: Exception) -> str:
    reason = str(error)[:_LONGEST_REASON]
    return tell(
        "The {what} cannot be read ({name}: {reason}); mend or remove it.",
        what=what,
        name=type(error).__name__,
        reason=reason,
    )
