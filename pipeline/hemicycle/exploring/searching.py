"""A query over the texts of a run: each place with its context, who speaks there and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from hemicycle.document import Document
from hemicycle.exploring.passages import How, finder
from hemicycle.messages import tell
from hemicycle.outputs import OutputError, OutputFolder, csvfiles
from hemicycle.outputs.datapackage import corpus_tables
from hemicycle.outputs.finished import finished_run
from hemicycle.outputs.remote.opening import reading
from hemicycle.tables.documents import DOCUMENT_TABLE

SPEECHES = DOCUMENT_TABLE["speeches"]
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a query finds.

    Attributes:
        doc_id: the document.
        start_char: its first character in the document's text, from 0.
        end_char: one past its last.
        date: the day of the document, in ISO 8601, empty if unknown.
        speech: the number of the turn it stands in, empty outside of turns.
        speaker: who has the word there, else the speaker of the document.
        group: the party or group of the turn.
        before: what stands before it on its line.
        text: its words.
        after: what stands behind it on its line.
        title: the title of the document.
    """

    doc_id: str
    start_char: int
    end_char: int
    date: str
    speech: str
    speaker: str
    group: str
    before: str
    text: str
    after: str
    title: str


COLUMNS = tuple(field.name for field in fields(Hit))


def search(
    outputs: str | Path,
    query: str,
    how: How = "phrase",
    near: int = 0,
    context: int = _CONTEXT,
) -> Iterator[Hit]:
    """The places of a query in all texts of a run, document by document.

    Args:
        outputs: the output folder, or its address.
        query, how, near: as for :func:`hemicycle.exploring.passages.finder`.
        context: how many characters of the line are shown on each side.

    Raises:
        QueryError: the query cannot be asked.
        OutputError: the folder holds no finished run, or a document is damaged.
        RemoteError: it is remote and cannot be reached.
    """
    find = finder(query, how, near)
    folder = finished_run(outputs)
    for doc_id in folder.ids():
        document = folder.read_document(doc_id)
        turns = _Turns(folder, document)
        for start, end in find(document.text):
            yield _hit(document, turns, start, end, context)


def search_table(
    outputs: str | Path, table: str, query: str, how: How = "phrase", near: int = 0
) -> tuple[list[str], Iterator[list[str]]]:
    """The columns of a table of the corpus, and the rows in one of whose cells a query is found.

    Raises:
        QueryError: the query cannot be asked.
        OutputError: the folder holds no finished run, or no such table.
        RemoteError: it is remote and cannot be reached.
    """
    find = finder(query, how, near)
    tables = corpus_tables(reading(outputs, "datapackage.json", "corpus/").root, str(outputs))
    if table not in tables:
        raise OutputError(
            tell(
                "There is no table {table!r}; there are {tables}.",
                table=table,
                tables=", ".join(tables),
            )
        )
    path, known = tables[table]
    rows = map(dict.values, csvfiles.read_rows(path, known.number_columns))
    found = (
        list(cells)
        for cells in rows
        if any(cell and next(find(cell), None) is not None for cell in cells)
    )
    return list(csvfiles.read_header(path)), found


class _Turns:
    """Who speaks where in a document."""

    def __init__(self, folder: OutputFolder, document: Document) -> None:
        self._document = document
        self._turns = list(folder.read_table(document.doc_id, SPEECHES))
        self._starts = [int(turn["start_char"]) for turn in self._turns]

    def at(self, place: int) -> tuple[str, str, str]:
        """The number of the turn at a character, its speaker and their group."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < int(self._turns[index]["end_char"]):
            turn = self._turns[index]
            return turn["speech"], turn["speaker"], turn["group"]
        return "", self._document.speaker, ""


def _hit(document: Document, turns: _Turns, start: int, end: int, context: int) -> Hit:
    text = document.text
    speech, speaker, group = turns.at(start)
    line_start = text.rfind("\n", max(0, start - context), start) + 1
    line_end = text.find("\n", end, end + context)
    return Hit(
        document.doc_id,
        start,
        end,
        document.date.isoformat() if document.date else "",
        speech,
        speaker,
        group,
        text[max(line_start, start - context) : start],
        text[start:end],
        text[end : line_end if line_end >= 0 else end + context],
        document.title,
    )
