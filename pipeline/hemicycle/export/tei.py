"""The documents of a run as TEI: turns with who speaks, and names, as ParlaMint writes them.

Elements and attributes are those of ParlaMint's schema (Parla-CLARIN): `u`, `seg`, `note`,
`kinesic` and `name` with `type` PER, ORG, LOC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

from hemicycle.document import Document
from hemicycle.exploring.marking import apart
from hemicycle.export.annotated import LABELS, Mention, documents
from hemicycle.export.xml_characters import xml_text
from hemicycle.outputs.atomic import write_bytes

_TEI = "http://www.tei-c.org/ns/1.0"
_NAMESPACES: Any = {None: _TEI}
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_NAME = re.compile(r"[^\w.-]+")


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
    tree = etree.Element(f"{{{_TEI}}}TEI", nsmap=_NAMESPACES)
    tree.set(_ID, _id("", document.doc_id))
    tree.set(_LANG, document.language or "fr")
    turns = [mention for mention in found if mention.table == "speeches"]
    _head(tree, document, turns)
    body = _added(_added(tree, "text"), "body")
    names = apart((m.start_char, m.end_char, LABELS[m.table]) for m in found if m.table in LABELS)
    words = _Words(document.text, names)
    place = 0
    sections: dict[str, Any] = {}
    division = _added(body, "div", type="debateSection" if turns else "part")
    for number, turn in enumerate(turns, start=1):
        title = turn.cells.get("section", "")
        if title and title not in sections:
            division = sections[title] = _added(body, "div", type="debateSection")
            _added(division, "head").text = xml_text(title)
        for line in words.lines(place, turn.start_char):
            _added(division, "note", type="label").text = xml_text(line)
        attributes = {"ana": f"#{_id('', turn.cells.get('kind', 'speech'))}"}
        if speaker := turn.cells.get("speaker", ""):
            attributes["who"] = f"#{_id('p.', speaker)}"
        utterance = _added(division, "u", **attributes)
        utterance.set(_ID, _id("", f"{document.doc_id}.u{number}"))
        words.fill(utterance, "seg", turn.start_char, turn.end_char, _reactions(found, turn))
        place = turn.end_char
    words.fill(division, "note" if turns else "p", place, len(document.text), [])
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _reactions(found: Sequence[Mention], turn: Mention) -> list[Mention]:
    return [
        m
        for m in found
        if m.table == "reactions" and turn.start_char <= m.start_char < turn.end_char
    ]


def _head(tree: Any, document: Document, turns: Iterable[Mention]) -> None:
    head = _added(tree, "teiHeader")
    file = _added(head, "fileDesc")
    _added(_added(file, "titleStmt"), "title").text = xml_text(document.title or document.doc_id)
    _added(_added(file, "publicationStmt"), "p").text = xml_text(document.source) or "Unpublished."
    source = _added(_added(file, "sourceDesc"), "bibl")
    if document.date:
        day = document.date.isoformat()
        _added(source, "date", when=day).text = day
    if document.url:
        _added(source, "idno", type="URI").text = xml_text(document.url)
    persons = {m.cells["speaker"]: m.cells for m in turns if "speaker" in m.cells}
    if not persons:
        return
    listed = _added(_added(_added(head, "profileDesc"), "particDesc"), "listPerson")
    for name, cells in persons.items():
        person = _added(listed, "person")
        person.set(_ID, _id("p.", name))
        _added(person, "persName").text = xml_text(name)
        if role := cells.get("role", ""):
            _added(person, "roleName").text = xml_text(role)
        if group := cells.get("group", ""):
            _added(person, "affiliation", role="member").text = xml_text(group)


class _Words:
    """A text whose lines are put into elements, names marked."""

    def __init__(self, text: str, names: Sequence[tuple[int, int, str]]) -> None:
        self._text = text
        self._names = names

    def lines(self, start: int, end: int) -> Iterator[str]:
        """The lines between two places that are not empty."""
        yield from filter(None, (line.strip() for line in self._text[start:end].split("\n")))

    def fill(
        self, above: Any, tag: str, start: int, end: int, reactions: Sequence[Mention]
    ) -> None:
        """Put a stretch into elements, one a line; reactions stand between them."""
        place = start
        for reaction in reactions:
            self._segments(above, tag, place, reaction.start_char)
            said = self._text[reaction.start_char : reaction.end_char]
            kinesic = _added(above, "kinesic", type=reaction.cells.get("kind", "other"))
            _added(kinesic, "desc").text = xml_text(" ".join(said.split()))
            place = reaction.end_char
        self._segments(above, tag, place, end)

    def _segments(self, above: Any, tag: str, start: int, end: int) -> None:
        breaks = [i for i in range(start, end) if self._text[i] == "\n"]
        for low, high in pairwise([start - 1, *breaks, end]):
            if self._text[low + 1 : high].strip():
                self._line(_added(above, tag), low + 1, high)

    def _line(self, element: Any, start: int, end: int) -> None:
        element.text = ""
        last = None
        place = start
        for low, high, label in self._names:
            if start <= low and high <= end:
                _append(element, last, xml_text(self._text[place:low]))
                last = _added(element, "name", type=label)
                last.text = xml_text(self._text[low:high])
                place = high
        _append(element, last, xml_text(self._text[place:end]))


def _append(element: Any, last: Any, words: str) -> None:
    if last is None:
        element.text += words
    else:
        last.tail = words


def _added(above: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(above, f"{{{_TEI}}}{name}", attributes)


def _id(before: str, name: str) -> str:
    """A name that XML takes for an id: it begins with a letter and holds no blanks."""
    plain = _NO_NAME.sub("-", xml_text(name)).strip("-") or "x"
    return before + plain if before or plain[0].isalpha() else f"d.{plain}"
