"""XML (``.xml``): sittings and questions of parliaments, laws, feeds, each by its root element.

What holds what is told by ``models/formats/xml.toml``. The file is read as a stream: of its tree
there is never more in memory than one turn or paragraph. XML of another kind is read by its
paragraphs, whole, and a warning says so. Entities are not expanded, nothing is fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hemicycle.document import Failure, Member
from hemicycle.folding import fold
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import safe_xml, tei
from hemicycle.ingestion.formats.labelled import label_of, member_of
from hemicycle.ingestion.formats.tei_text import local
from hemicycle.ingestion.formats.xml_mapping import Mapping, Pattern, first_of, mapping_of
from hemicycle.ingestion.formats.xml_words import blocks_of, html_of, paragraphs_of
from hemicycle.ingestion.metadata import identifiers
from hemicycle.messages import tell
from hemicycle.settings import Settings

_LOG = logging.getLogger(__name__)
_FEWEST_WORDS = 5  # of a paragraph
_LABEL = 80  # characters


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The texts of a file: one, or of a feed one each entry.

    Raises:
        UnreadableError: it is not well formed, or declares entities.
    """
    try:
        root = _root(content)
        if root in (*tei.ROOTS, *tei.COMPANIONS):
            yield from tei.read(content, settings)
            return
        mapping = mapping_of(root)
        if mapping is None:
            yield _unknown(content, root)
            return
        yield from _Reader(content, mapping).read()
    except (safe_xml.UnsafeXMLError, etree.XMLSyntaxError) as error:
        raise safe_xml.unreadable(error) from error


def _root(content: Content) -> str:
    """The name of the root, empty if there is none."""
    return next((local(e) for _, e in safe_xml.events(content.rewound(), recover=True)), "")


def _unknown(content: Content, root: str) -> Raw:
    """The paragraphs of a file whose root no mapping knows.

    Raises:
        UnreadableError: nothing in it is a paragraph.
    """
    blocks = paragraphs_of(safe_xml.parse(content.whole()))
    if not any(len(block.split()) >= _FEWEST_WORDS for block in blocks):
        raise UnreadableError(
            "unknown format",
            tell(
                "It is XML, but its root {root!r} is none of those that are read, and it "
                "holds no paragraphs; save its text as .txt, .html or TEI.",
                root=root,
            ),
        )
    _LOG.warning(
        tell(
            "{path}: XML with the root {root!r} is unknown; its text is read by paragraphs.",
            path=content.path,
            root=root,
        )
    )
    return Raw(text="\n\n".join(blocks), sha256=content.sha256())


class _Text:
    """What is known of one document while it is read."""

    def __init__(self, fixed: dict[str, str]) -> None:
        self.fields: dict[str, str] = dict(fixed)
        self.ranks: dict[str, int] = {}
        self.blocks: list[str] = []
        self.members: dict[str, Member] = {}
        self.length = 0
        self.last = ""
        self.rank = 0

    def add(self, blocks: list[str]) -> None:
        self.blocks += blocks
        self.length += sum(map(len, blocks))


class _Reader:
    """Reads one file by its mapping."""

    def __init__(self, content: Content, mapping: Mapping) -> None:
        self._content = content
        self._mapping = mapping
        self._most = content.limits.text_characters
        self._text = _Text(mapping.fixed)
        self._unit: Any = None
        self._skipped: Any = None
        self._number = 0

    def read(self) -> Iterator[Raw]:
        mapping = self._mapping
        stream = self._content.rewound()
        read = safe_xml.markup_events if mapping.broken else safe_xml.events
        for event, element in read(stream):
            if event == "start":
                self._start(element)
                continue
            self._take_field(element)
            if element is self._skipped:
                self._skipped = None
                safe_xml.forget(element)
            elif element is self._unit:
                self._unit = None
                self._take(element)
                safe_xml.forget(element)
            elif self._unit is None and self._skipped is None:
                if first_of(mapping.records, element) is not None:
                    yield self._record()
                safe_xml.forget(element)
        if not mapping.records:
            yield self._raw(self._content.sha256())

    def _start(self, element: Any) -> None:
        mapping = self._mapping
        if self._unit is not None or self._skipped is not None:
            return
        if first_of(mapping.records, element) is not None:
            self._text = _Text(mapping.fixed)
        if first_of(mapping.skip, element) is not None:
            self._skipped = element
        elif any(
            first_of(patterns, element) is not None
            for patterns in (
                mapping.turn, mapping.heading, mapping.block, mapping.note, mapping.html,
            )
        ):  # fmt: skip
            self._unit = element

    def _take_field(self, element: Any) -> None:
        """Keep what an element tells of the document, the first told where several do."""
        text = self._text
        for field, patterns in self._mapping.fields.items():
            for rank, pattern in enumerate(patterns):
                known = text.ranks.get(field, len(patterns))
                if rank < known and pattern.fits(element) and (told := pattern.of(element)):
                    text.fields[field] = told
                    text.ranks[field] = rank

    def _take(self, element: Any) -> None:
        """Take the words of a turn, a heading, a paragraph."""
        text, mapping = self._text, self._mapping
        if text.length > self._most:
            return
        if first_of(mapping.turn, element) is not None:
            self._take_turn(element)
        elif (found := first_of(mapping.html, element)) is not None:
            rank = mapping.html.index(found)
            if mapping.one and text.blocks and rank >= text.rank:
                return
            if mapping.one:
                text.blocks.clear()
            text.rank = rank
            text.add(html_of(element))
        elif (heading := first_of(mapping.heading, element)) is not None:
            text.last = ""
            text.add([said] if (said := heading.of(element)) else [])
        elif first_of(mapping.note, element) is not None:
            text.add([_noted(block) for block in blocks_of(element, mapping.skip)])
        else:
            text.add(blocks_of(element, mapping.skip))

    def _take_turn(self, turn: Any) -> None:
        text, mapping = self._text, self._mapping
        name, role, group = (
            _told(turn, pattern) for pattern in (mapping.name, mapping.role, mapping.group)
        )
        blocks: list[str] = []
        for element in turn.iter():
            if first_of(mapping.text, element) is not None:
                blocks += blocks_of(element, mapping.skip)
            elif first_of(mapping.note, element) is not None:
                blocks += [_noted(block) for block in blocks_of(element, mapping.skip)]
        if not mapping.text:
            blocks = blocks_of(turn, mapping.skip)
        member = member_of(name, role, group)
        if member is not None:
            text.members.setdefault(member.name, member)
        label = label_of(name, role, group, self._style(name, blocks))
        if label and blocks and label != text.last:
            blocks[0] = f"{label} {blocks[0]}"
        text.last = label or text.last
        text.add(blocks)

    def _style(self, name: str, blocks: list[str]) -> str:
        """How a turn is labelled: not at all where its words begin with the name already."""
        label = self._mapping.label
        if label != "own":
            return label
        opening = fold(blocks[0][:_LABEL]) if blocks else ""
        return "" if not name.split() or fold(name.split()[-1]) in opening else "point"

    def _record(self) -> Raw:
        self._number += 1
        mark = identifiers.digest("\n\n".join(self._text.blocks).encode())
        return self._raw(mark, f"entry {self._number}")

    def _raw(self, sha256: str, record: str | None = None) -> Raw:
        text = self._text
        return Raw(
            text="\n\n".join(text.blocks),
            sha256=sha256,
            fields={name: value for name, value in text.fields.items() if name != "id"},
            record=record,
            source_id=text.fields.get("id", ""),
            members=tuple(text.members.values()),
        )


def _told(turn: Any, pattern: Pattern | None) -> str:
    """What a pattern names in a turn, the first that is filled."""
    if pattern is None:
        return ""
    found = (pattern.of(element) for element in turn.iter() if pattern.fits(element))
    return next(filter(None, found), "")


def _noted(block: str) -> str:
    return block if block.startswith("(") else f"({block})"
