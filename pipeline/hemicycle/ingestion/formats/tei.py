"""TEI (``.xml``, ``.tei``): plain texts, and sittings of parliaments as ParlaMint encodes them.

The file is read as a stream: of its tree there is never more in memory than one speech or paragraph
with the headers. Entities are not expanded, nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from hemicycle.document import Failure, Member
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import safe_xml
from hemicycle.ingestion.formats.tei_header import ID, LANG, Header, header_of
from hemicycle.ingestion.formats.tei_people import corpus_header
from hemicycle.ingestion.formats.tei_text import Blocks, is_direction, local
from hemicycle.ingestion.metadata import identifiers
from hemicycle.messages import tell
from hemicycle.settings import Settings

ROOTS = ("TEI", "teiCorpus")
# What belongs to a corpus without being a text of it.
COMPANIONS = ("listPerson", "listOrg", "taxonomy")
_CONTAINERS = frozenset({
    "TEI", "teiCorpus", "text", "body", "front", "back", "group", "sp", "div", "div1", "div2",
    "div3", "div4", "div5", "div6", "div7",
})  # fmt: skip
_NO_TEXT = frozenset({"teiHeader", "standOff", "facsimile", "sourceDoc"})


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The texts of a file: each `TEI` in it, or with ``settings.tei`` `utterance` each `u`.

    A file of a corpus that holds no text of its own (the corpus header, the list of people) gives
    nothing. Where a text has no `u`, the text is one document whatever the setting.

    Raises:
        UnreadableError: it is not TEI, not well formed, or declares entities.
    """
    reader = _Reader(content, settings)
    try:
        for number, (event, element) in enumerate(safe_xml.events(content.rewound())):
            if number == 0:
                if local(element) in COMPANIONS:
                    return
                if local(element) not in ROOTS:
                    raise UnreadableError(
                        "unknown format",
                        tell(
                            "It is XML, but its root {element!r} is none of TEI.",
                            element=local(element),
                        ),
                    )
            yield from reader.start(element) if event == "start" else reader.end(element)
    except (safe_xml.UnsafeXMLError, etree.XMLSyntaxError) as error:
        raise safe_xml.unreadable(error) from error


class _Reader:
    """What is known while a file is read."""

    def __init__(self, content: Content, settings: Settings) -> None:
        self._content = content
        self._by_utterance = settings.tei == "utterance"
        self._most = settings.limits.text_characters
        self._corpus: Header | None = None
        self._unit: Any = None
        self._number = 0
        self._several = False
        self._begin(None)

    def _begin(self, element: Any | None) -> None:
        """Begin a text."""
        self._header = Header()
        self._language = "" if element is None else element.get(LANG, "")
        self._id = "" if element is None else element.get(ID, "")
        self._blocks = Blocks()
        self._length = 0
        self._members: dict[str, Member] = {}
        self._section = ""
        self._last: Raw | None = None
        self._utterances = 0

    def start(self, element: Any) -> Iterator[Raw]:
        """An element begins."""
        name = local(element)
        if name == "teiCorpus":
            self._several = True
        elif name == "TEI":
            self._begin(element)
        elif self._unit is None and name and name not in _CONTAINERS:
            self._unit = element
        return iter(())

    def end(self, element: Any) -> Iterator[Raw]:
        """An element is complete."""
        name = local(element)
        if self._unit is element:
            self._unit = None
            if name == "teiHeader":
                self._take_header(element)
            elif name not in _NO_TEXT:
                yield from self._take(element)
            safe_xml.forget(element)
        elif self._unit is None:
            if name == "TEI":
                yield from self._finish()
            safe_xml.forget(element)

    def _take_header(self, element: Any) -> None:
        parent = element.getparent()
        header = header_of(element)
        if parent is not None and local(parent) == "teiCorpus":
            # The date and title of a corpus are not those of its texts.
            kept = {k: v for k, v in header.fields.items() if k in ("source", "language")}
            self._corpus = replace(header, fields=kept)
        else:
            self._header = header
            if self._corpus is None:
                self._corpus = corpus_header(self._content)
        self._header = self._header.below(self._corpus or Header())

    def _take(self, element: Any) -> Iterator[Raw]:
        name = local(element)
        if name == "u":
            yield from self._take_utterance(element)
            return
        if self._by_utterance and self._last is not None and is_direction(element):
            self._last = _longer(self._last, element)
            return
        if name == "head":
            self._section = " ".join("".join(element.itertext()).split())
        self._add(element)

    def _take_utterance(self, element: Any) -> Iterator[Raw]:
        self._utterances += 1
        known = self._header.speaker(element.get("who", ""))
        if not self._by_utterance:
            if member := self._header.member(element.get("who", "")):
                self._members.setdefault(member.name, member)
            self._add(element, "" if self._blocks.named else known.get("speaker", ""))
            return
        if self._last is not None:
            yield self._last
        blocks = Blocks()
        blocks.add(element)
        text = blocks.text()
        self._number += 1
        fields = {**self._fields(), "section": self._section, **known}
        fields["language"] = element.get(LANG) or fields.get("language", "")
        fields.setdefault("role", element.get("ana", "").rpartition("#")[2])
        self._last = Raw(
            text=text,
            sha256=identifiers.digest(text.encode()),
            fields={k: v for k, v in fields.items() if v},
            record=f"utterance {self._number}",
            source_id=element.get(ID, ""),
        )

    def _add(self, element: Any, speaker: str = "") -> None:
        """Take the words of an element, with its speaker before it if nothing else names them."""
        if self._length > self._most:
            return
        blocks = self._blocks.blocks
        before = len(blocks)
        self._blocks.add(element)
        if speaker and before < len(blocks):
            blocks[before] = f"{speaker} : {blocks[before]}"
        self._length += sum(map(len, blocks[before:]))

    def _fields(self) -> dict[str, str]:
        fields = dict(self._header.fields)
        if self._language:
            fields["language"] = self._language
        return fields

    def _finish(self) -> Iterator[Raw]:
        """A text is complete."""
        if self._last is not None:
            yield self._last
            return
        fields = self._fields()
        if self._members:
            fields["speakers"] = "; ".join(self._members)
        members = tuple(self._members.values())
        text = self._blocks.text()
        if not self._several:
            yield Raw(text, self._content.sha256(), fields, members=members)
            return
        self._number += 1
        place = f"text {self._number}"
        yield Raw(
            text=text,
            sha256=identifiers.digest(text.encode()),
            fields=fields,
            record=place,
            source_id=self._id,
            members=members,
        )


def _longer(raw: Raw, element: Any) -> Raw:
    blocks = Blocks([raw.text])
    blocks.add(element)
    return Raw(blocks.text(), raw.sha256, raw.fields, raw.record, raw.source_id)
