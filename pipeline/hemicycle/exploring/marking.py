"""A text of a run with its mentions, as stretches of words of one kind or none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from hemicycle.document import Document
from hemicycle.kinds.registry import MENTIONS
from hemicycle.messages import tell
from hemicycle.outputs import OutputError
from hemicycle.outputs.finished import finished_run
from hemicycle.tables.documents import DOCUMENT_TABLE

Span: TypeAlias = tuple[int, int, str]
#: The kinds that are marked if none is named, those that the page fills with colour.
USUAL = tuple(kind.name for kind in MENTIONS if kind.marks == "filled")
KNOWN = tuple(kind.name for kind in MENTIONS)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a text.

    Attributes:
        text: the words.
        table: the table of the mention that they are, empty for none.
    """

    text: str
    table: str = ""


def marked(
    outputs: str | Path, doc_id: str, tables: Sequence[str] = ()
) -> tuple[Document, list[Stretch]]:
    """A document of a finished run, and its text in stretches.

    Args:
        outputs: the output folder, or its address.
        doc_id: the document.
        tables: names of tables of mentions, :data:`USUAL` if none; where two mentions overlap, that
            of the earlier table counts.

    Raises:
        OutputError: there is no finished run, no such document or no such table.
        RemoteError: the folder is remote and cannot be reached.
    """
    if unknown := [name for name in tables if name not in KNOWN]:
        raise OutputError(
            tell(
                "{unknown} is no table of mentions; name {known}.",
                unknown=unknown[0],
                known=", ".join(KNOWN),
            )
        )
    folder = finished_run(outputs)
    document = folder.read_document(doc_id)
    spans = [
        (int(row["start_char"]), int(row["end_char"]), name)
        for name in tables or USUAL
        for row in folder.read_table(doc_id, DOCUMENT_TABLE[name])
    ]
    return document, list(_stretches(document.text, apart(spans)))


def apart(spans: Iterable[Span]) -> list[Span]:
    """Spans of which no two overlap, in the order of the text.

    Args:
        spans: first character, one past the last, and a name; where two overlap, the earlier one
            of the list stays.
    """
    kept: list[Span] = []
    for span in spans:
        place = bisect_left(kept, span)
        before = kept[place - 1][1] if place else 0
        after = kept[place][0] if place < len(kept) else span[1]
        if before <= span[0] and span[1] <= after:
            kept.insert(place, span)
    return kept


def _stretches(text: str, spans: Iterable[Span]) -> Iterator[Stretch]:
    place = 0
    for start, end, name in spans:
        if start > place:
            yield Stretch(text[place:start])
        yield Stretch(text[start:end], name)
        place = end
    if place < len(text):
        yield Stretch(text[place:])
