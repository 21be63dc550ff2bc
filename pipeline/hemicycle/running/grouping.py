"""Whether documents have the columns that summaries are to be grouped by, before they are read."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from hemicycle.addresses import is_remote
from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.sources import STDIN
from hemicycle.messages import tell
from hemicycle.outputs import csvfiles
from hemicycle.settings import Settings, SettingsError
from hemicycle.tables.registry import DOCUMENTS

# So many documents are looked at: one of a lot that lacks a column is no rare thing.
_LOOKED_AT = 1000
_DECLARED = frozenset(DOCUMENTS.header)


def refuse_unknown(inputs: list[str], settings: Settings) -> None:
    """Raise if no document seems to have a column that is to be grouped by.

    The documents of the output folder are asked first, then the first thousand of the inputs; what
    comes on standard input or from elsewhere is not, as it would have to be fetched twice. Nothing
    is written.

    Raises:
        SettingsError: no document has the column; the message names the nearest.
    """
    wanted = set(settings.by) - _DECLARED
    if not wanted or is_remote(settings.output):
        return
    wanted -= _of_folder(Path(settings.output))
    if not wanted or STDIN in inputs or any(map(is_remote, inputs)):
        return
    known: set[str] = set()
    document = None
    with _silent():
        for document in islice(_documents(inputs, settings), _LOOKED_AT):
            wanted -= document.metadata.keys()
            known |= document.metadata.keys()
            if not wanted:
                return
    if document is None:
        return  # there is nothing to read, which is told as such
    name = min(wanted)
    columns = [*sorted(known), "speaker", "source", "language", "country", "format"]
    near = get_close_matches(name, columns, n=1)
    meant = tell(" Did you mean {near}?", near=near[0]) if near else ""
    raise SettingsError(
        tell(
            "The documents have no column {name!r} to group by (--by); there are {columns}.{meant}",
            name=name,
            columns=", ".join(columns),
            meant=meant,
        )
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Nothing is said within it: what is to be said of the inputs is said when they are read."""
    log = logging.getLogger(__name__.partition(".")[0])
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def _documents(inputs: list[str], settings: Settings) -> Iterator[Document]:
    found: Iterable[object] = read_documents(inputs, settings)
    return (item for item in found if isinstance(item, Document))


def _of_folder(root: Path) -> set[str]:
    path = root / "corpus" / "documents.csv"
    return set(csvfiles.read_header(path)) if path.is_file() else set()
