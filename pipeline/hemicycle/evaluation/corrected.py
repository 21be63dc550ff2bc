"""Rows that people put right, as gold: which of them the program reads right by itself now.

It tells whether a change of words, rules or weights mends what users found wrong. Rows that nobody
corrected are no gold, so there is no precision or recall here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hemicycle.document import Document, Failure
from hemicycle.evaluation.gold import EvaluationError
from hemicycle.messages import tell
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.corrections import FILE, Correction, place_of
from hemicycle.running.executors.choice import read_all
from hemicycle.settings import Settings
from hemicycle.tables.documents import DOCUMENT_TABLE
from hemicycle.tables.registry import Row, tables_of


@dataclass(frozen=True, slots=True)
class Judged:
    """One correction, and whether the program reads so without it.

    Attributes:
        line: the correction.
        right: whether it does; None where the words do not stand in the text any more.
        found: what it reads in the place of what is wanted.
    """

    line: Correction
    right: bool | None
    found: str = ""

    @property
    def about(self) -> str:
        """What is corrected: table and column, or table and action."""
        return f"{self.line.table}.{self.line.column or self.line.action}"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The corrections of a run, judged."""

    judged: Sequence[Judged]

    def rows(self) -> list[tuple[str, int, int]]:
        """What is corrected, how many times, and how many of these are right now; most first."""
        told = [one for one in self.judged if one.right is not None]
        names = {one.about for one in told}
        counted = [
            (name, len(of_name), sum(bool(one.right) for one in of_name))
            for name in names
            for of_name in [[one for one in told if one.about == name]]
        ]
        return sorted(counted, key=lambda row: (-row[1], row[0]))

    def wrong(self) -> Iterator[str]:
        """A line for each that is not right."""
        for one in self.judged:
            line = one.line
            place = f"{line.doc_id} {one.about} {line.start_char}-{line.end_char} {line.text!r}"
            if one.right is None:
                yield tell("{place}: its words are gone", place=place)
            elif not one.right:
                yield tell(
                    "{place}: {found!r}, not {wanted!r}",
                    place=place,
                    found=one.found,
                    wanted=line.wanted,
                )

    def to_json(self) -> dict[str, Any]:
        """The figures as plain data."""
        return {
            name: {"corrections": number, "right": right} for name, number, right in self.rows()
        }


def evaluate_corrections(outputs: str | Path) -> Verdicts:
    """Read again, without its corrections, each text of a run that has some.

    Raises:
        EvaluationError: the run has no corrections.
        OutputError: the folder or its corrections cannot be read.
        ResourceError: ``models/`` or the model is absent.
    """
    folder = OutputFolder(Path(outputs))
    known = set(folder.ids())
    names = [name for name in folder.corrections.documents() if name in known]
    if not names:
        raise EvaluationError(
            tell("{path} corrects no document of the run.", path=folder.root / FILE)
        )
    judged: list[Judged] = []
    documents = (folder.read_document(name) for name in names)
    with closing(read_all(documents, tables_of(None), Settings())) as results:
        for document, rows in results:
            if isinstance(rows, Failure):
                raise EvaluationError(f"{document.path}: {rows.message}")
            lines = folder.corrections.lines(document.doc_id)
            judged += [_judged(line, document, rows) for line in lines]
    return Verdicts(judged)


def _judged(line: Correction, document: Document, rows: Mapping[str, list[Row]]) -> Judged:
    table = DOCUMENT_TABLE[line.table]
    found = [dict(zip(table.header, row, strict=True)) for row in rows[table.name]]
    places = [(int(row["start_char"]), int(row["end_char"])) for row in found]
    place = place_of(line, document.text, places)
    if place is None:
        return Judged(line, None)
    there = [row for row, at in zip(found, places, strict=True) if at == place]
    if line.action == "delete":
        return Judged(line, not there, line.text if there else "")
    said = [row[line.column] for row in there]
    return Judged(line, line.wanted in said, said[0] if said else "")
