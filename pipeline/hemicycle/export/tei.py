"""The documents of a run as TEI: turns with who speaks, and names, as ParlaMint writes them.

The text of a sitting and the list of who takes part follow ParlaMint's schema
(https://github.com/clarin-eric/ParlaMint, Schema): `u`, `seg`, `note`, `kinesic`, `vocal` and
`incident` with its values of `type`. Names stand in segments as `name` with `type` PER, ORG or LOC,
as in ParlaMint's annotated form, which parts words besides. What a corpus must state and no text
tells (licence, funder, term of the parliament) is left to who publishes it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

from hemicycle.document import Document
from hemicycle.exploring.marking import apart
from hemicycle.export.annotated import LABELS, Mention, documents
from hemicycle.export.tei_header import write_header
from hemicycle.export.tei_nodes import ID, LANG, NAMESPACES, added, identifier, tagged
from hemicycle.export.xml_characters import xml_text
from hemicycle.folding import fold
from hemicycle.outputs.atomic import write_bytes

_SUBCORPUS = "#reference"
# The element and its type for each kind of stage direction.
_ASIDES: Mapping[str, tuple[str, str]] = {
    "applause": ("kinesic", "applause"),
    "laughter": ("kinesic", "laughter"),
    "protest": ("vocal", "shouting"),
    "interruption": ("vocal", "interruption"),
    "movement": ("incident", "action"),
    "silence": ("incident", "pause"),
    "vote": ("incident", "action"),
    "suspension": ("incident", "break"),
}
_OTHER = ("incident", "incident")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_SMALL = 2  # letters of `la`, `de`
_LABEL_ENDS = ".:,;-–—)"


def write_tei(root: Path, target: Path) -> None:
    """Write a TEI file for each document into a folder, which is made if there is none.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for document, found in documents(root, (*LABELS, "speeches", "reactions")):
        write_bytes(target / f"{document.doc_id}.xml", _written(document, found))


def _written(document: Document, found: Sequence[Mention]) -> bytes:
    turns = [mention for mention in found if mention.table == "speeches"]
    tree = etree.Element(tagged("TEI"), nsmap=NAMESPACES)
    tree.set(ID, identifier("", document.doc_id))
    tree.set(LANG, document.language or "fr")
    tree.set("ana", _SUBCORPUS)
    write_header(tree, document, turns)
    body = added(added(tree, "text", ana=_SUBCORPUS), "body")
    names = apart((m.start_char, m.end_char, LABELS[m.table]) for m in found if m.table in LABELS)
    words = _Words(document.text, names)
    if turns:
        _Sitting(document, words, found).write(body, turns)
    else:
        words.fill(added(body, "div"), "p", 0, len(document.text))
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


class _Words:
    """A text whose lines are put into elements, names marked."""

    def __init__(self, text: str, names: Sequence[tuple[int, int, str]]) -> None:
        self._text = text
        self._names = names
        self._starts = [start for start, _, _ in names]

    def said(self, start: int, end: int) -> str:
        """A stretch on one line."""
        return _BLANKS.sub(" ", xml_text(self._text[start:end])).strip()

    def lines(self, start: int, end: int) -> Iterator[str]:
        """The lines between two places that are not empty."""
        for low, high in self._lines(start, end):
            if line := self.said(low, high):
                yield line

    def fill(self, above: Any, tag: str, start: int, end: int) -> None:
        """Put a stretch into elements, one a line."""
        for low, high in self._lines(start, end):
            if self.said(low, high):
                self._mark(added(above, tag), low, high)

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        breaks = [i for i in range(start, end) if self._text[i] == "\n"]
        for low, high in pairwise([start - 1, *breaks, end]):
            yield low + 1, high

    def _mark(self, element: Any, start: int, end: int) -> None:
        element.text = ""
        last = None
        place = start
        first, stop = (bisect_left(self._starts, at) for at in (start, end))
        for low, high, label in self._names[first:stop]:
            if high <= end:
                _append(element, last, xml_text(self._text[place:low]))
                last = added(element, "name", type=label)
                last.text = xml_text(self._text[low:high])
                place = high
        _append(element, last, xml_text(self._text[place:end]))


class _Sitting:
    """Turns in the divisions of the agenda, with what stands between them."""

    def __init__(self, document: Document, words: _Words, found: Sequence[Mention]) -> None:
        self._document = document
        self._words = words
        self._reactions = [mention for mention in found if mention.table == "reactions"]
        self._starts = [reaction.start_char for reaction in self._reactions]

    def write(self, body: Any, turns: Sequence[Mention]) -> None:
        """Write the turns; what precedes the first heading is a section of its own."""
        place = 0
        division = None
        seen = {""}
        for number, turn in enumerate(turns, start=1):
            before = list(self._words.lines(place, turn.start_char))
            title = turn.cells.get("section", "")
            if title not in seen:
                seen.add(title)
                heading = _BLANKS.sub(" ", xml_text(title)).strip()
                above, before = _parted(before, heading)
                if above and division is None:
                    division = added(body, "div", type="commentSection")
                _notes(division, above)
                division = added(body, "div", type="debateSection")
                added(division, "head").text = heading
            elif division is None:
                division = added(body, "div", type="debateSection")
            _notes(division, before, turn)
            self._turn(division, turn, number)
            place = turn.end_char
        _notes(division, self._words.lines(place, len(self._document.text)))

    def _turn(self, division: Any, turn: Mention, number: int) -> None:
        kind = turn.cells.get("kind", "speech")
        manner = "#chair" if kind == "chair" else f"#regular #{kind}"
        attributes = {"ana": manner}
        if speaker := turn.cells.get("speaker", ""):
            attributes["who"] = f"#{identifier('p.', speaker)}"
        utterance = added(division, "u", **attributes)
        utterance.set(ID, identifier("", f"{self._document.doc_id}.u{number}"))
        place = turn.start_char
        first, stop = (bisect_left(self._starts, at) for at in (place, turn.end_char))
        for reaction in self._reactions[first:stop]:
            if reaction.start_char < place:
                continue
            self._words.fill(utterance, "seg", place, reaction.start_char)
            name, kind = _ASIDES.get(reaction.cells.get("kind", ""), _OTHER)
            said = self._words.said(reaction.start_char, reaction.end_char)
            added(added(utterance, name, type=kind), "desc").text = said
            place = reaction.end_char
        self._words.fill(utterance, "seg", place, turn.end_char)


def _parted(lines: list[str], heading: str) -> tuple[list[str], list[str]]:
    """The lines above a heading and those below it; all are below where it stands elsewhere."""
    if heading not in lines:
        return [], lines
    place = lines.index(heading)
    return lines[:place], lines[place + 1 :]


def _notes(division: Any, lines: Iterable[str], turn: Mention | None = None) -> None:
    """Put lines between turns; the last one before a turn may say who speaks."""
    note = None
    for line in lines:
        note = added(division, "note")
        note.text = line
    if note is not None and turn is not None and _names_speaker(note.text, turn):
        note.set("type", "speaker")


def _names_speaker(line: str, turn: Mention) -> bool:
    """Whether a line before a turn is its label: hardly more than who speaks."""
    words = _WORD.findall(fold(line))
    who = f"{turn.cells.get('speaker', '')} {turn.cells.get('role', '')}"
    told = {word for word in _WORD.findall(fold(who)) if len(word) > _SMALL}
    short = len(words) <= 2 * len(told) + _SMALL
    return short and line[-1] in _LABEL_ENDS and not told.isdisjoint(words)


def _append(element: Any, last: Any, words: str) -> None:
    if last is None:
        element.text += words
    else:
        last.tail = words
