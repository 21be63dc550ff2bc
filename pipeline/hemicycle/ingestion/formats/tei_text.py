"""The words of TEI elements: paragraphs, speeches, tables, with stage directions in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.formats.tei_header import words

_SPACES = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset({
    "ab", "byline", "closer", "dateline", "docAuthor", "docDate", "docTitle", "figure",
    "floatingText", "head", "item", "l", "label", "lg", "list", "opener", "p", "q", "quote",
    "row", "salute", "seg", "signed", "speaker", "table", "titlePart", "trailer", "u",
})  # fmt: skip
_DIRECTIONS = frozenset({"incident", "kinesic", "stage", "vocal", "writing"})
_SILENT = frozenset({"del", "fw", "figDesc", "gap", "graphic", "teiHeader", "index", "anchor"})
# Of two readings the edited one is taken.
_EDITED = ("corr", "reg", "expan")
_FOOT = frozenset({"bottom", "foot", "end", "margin", "inline-foot"})


@dataclass(slots=True)
class Blocks:
    """The words of some elements.

    Attributes:
        blocks: paragraphs, headings, rows, in the order of reading.
        notes: footnotes, which stand at the end of a document.
        named: whether the last block names who speaks next.
    """

    blocks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    named: bool = False

    def add(self, element: Any) -> None:
        """Take the words of an element."""
        self.named = is_speaker(element)
        for block in "".join(_pieces(element, self.notes)).split("\n"):
            if said := _SPACES.sub(" ", block).strip():
                self.blocks.append(said)

    def text(self) -> str:
        """The whole text, the notes last."""
        return "\n\n".join((*self.blocks, *self.notes))


def is_speaker(element: Any) -> bool:
    """Whether an element names who speaks next."""
    name = local(element)
    return name == "speaker" or (name == "note" and element.get("type") == "speaker")


def is_direction(element: Any) -> bool:
    """Whether an element says what happened beside the words: applause, interruptions, votes."""
    name = local(element)
    return name in _DIRECTIONS or (name == "note" and not is_speaker(element))


def local(element: Any) -> str:
    """An element's name without its namespace or prefix, empty for a comment."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _pieces(element: Any, notes: list[str]) -> list[str]:
    name = local(element)
    if not name or name in _SILENT:
        return []
    if name == "choice":
        chosen = next((c for c in element if local(c) in _EDITED), None)
        return _pieces(element[0] if chosen is None else chosen, notes) if len(element) else []
    if name == "lb":
        return [] if element.get("break") == "no" else [" "]
    if name in _DIRECTIONS or name == "note":
        return _aside(element, notes)
    pieces = [_SPACES.sub(" ", element.text or "")]
    for child in element:
        found = _pieces(child, notes)
        if local(child) == "hi" and "sup" in child.get("rend", ""):
            found = [raised("".join(pieces[-3:]), "".join(found))]
        pieces += found
        tail = _SPACES.sub(" ", child.tail or "")
        pieces.append(tail.lstrip() if child.get("join") in ("right", "both") else tail)
    if name in _BLOCKS:
        return ["\n", *pieces, "\n"]
    return [*pieces, " "] if name == "cell" else pieces


def _aside(element: Any, notes: list[str]) -> list[str]:
    said = words(element)
    if not said:
        return []
    if is_speaker(element):
        return ["\n", said, "\n"]
    around = {local(outer) for outer in element.iterancestors()}
    inside_paragraph = not around.isdisjoint({"p", "item", "cell"})
    kind = element.get("type", "")
    foot = element.get("place") in _FOOT or (not kind and inside_paragraph)
    if local(element) == "note" and (foot or kind.startswith("foot")):
        notes.append(said)
        return []
    marked = said if said[0] in "([" else f"({said})"
    inline = inside_paragraph or "seg" in around
    return [f" {marked} "] if inline else ["\n", marked, "\n"]
