"""The header of a document in TEI: where it is from, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hemicycle.annotation.people.names import parse
from hemicycle.document import Document
from hemicycle.export.annotated import Mention
from hemicycle.export.tei_nodes import ID, added, identifier
from hemicycle.export.xml_characters import xml_text

_UNKNOWN = "not known"


def write_header(tree: Any, document: Document, turns: Sequence[Mention]) -> None:
    """Write the header, with the groups and persons of the turns where there are any."""
    head = added(tree, "teiHeader")
    file = added(head, "fileDesc")
    title = _line(document.title or document.doc_id)
    added(added(file, "titleStmt"), "title", type="main").text = title
    extent = added(file, "extent")
    if turns:
        _measure(extent, "speeches", len(turns))
    _measure(extent, "words", document.words)
    publication = added(file, "publicationStmt")
    added(publication, "publisher").text = _line(document.source) or _UNKNOWN
    added(added(publication, "availability", status="unknown"), "p").text = _UNKNOWN
    source = added(added(file, "sourceDesc"), "bibl")
    added(source, "title", type="main").text = title
    if document.url:
        added(source, "idno", type="URI").text = _line(document.url)
    if document.date:
        day = document.date.isoformat()
        added(source, "date", when=day).text = day
    persons = {m.cells["speaker"]: m.cells for m in turns if "speaker" in m.cells}
    if persons:
        _participants(added(added(head, "profileDesc"), "particDesc"), persons)


def _measure(extent: Any, unit: str, number: int) -> None:
    added(extent, "measure", unit=unit, quantity=str(number)).text = f"{number} {unit}"


def _participants(above: Any, persons: Mapping[str, Mapping[str, str]]) -> None:
    groups = dict.fromkeys(cells["group"] for cells in persons.values() if "group" in cells)
    if groups:
        _groups(above, groups)
    listed = added(above, "listPerson")
    for name, cells in persons.items():
        person = added(listed, "person")
        person.set(ID, identifier("p.", name))
        _name(added(person, "persName"), name)
        if group := cells.get("group", ""):
            added(person, "affiliation", role="member", ref=f"#{identifier('g.', group)}")
        if role := cells.get("role", ""):
            added(person, "occupation").text = _line(role)


def _groups(above: Any, groups: Iterable[str]) -> None:
    listed = added(above, "listOrg")
    for group in groups:
        # A text tells a party from a group of a parliament by no word.
        org = added(listed, "org", role="parliamentaryGroup")
        org.set(ID, identifier("g.", group))
        full = "abb" if group.isupper() else "yes"
        added(org, "orgName", full=full).text = _line(group)


def _name(element: Any, name: str) -> None:
    """A full name in its parts, another one as it stands."""
    said = _line(name)
    parsed = parse(said)
    parts = said.split()
    if not parsed.is_full or len(parts) != len(parsed.tokens):
        added(element, "term").text = said
        return
    added(element, "forename").text = " ".join(parts[: parsed.first])
    added(element, "surname").text = " ".join(parts[parsed.first :])


def _line(text: str) -> str:
    return " ".join(xml_text(text or "").split())
