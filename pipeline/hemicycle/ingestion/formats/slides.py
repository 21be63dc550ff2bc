"""Presentations (``.pptx``): the words of the slides in their order, each with its notes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.office_properties import core_fields
from hemicycle.ingestion.formats.zip_parts import Parts, parts_of
from hemicycle.messages import tell
from hemicycle.settings import Settings

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DECK = "ppt/presentation.xml"
# The same shape for programs that cannot show it as it is.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Shapes that belong to the page and not to what is said on it (ECMA-376-1, 19.7.10).
_FURNITURE = frozenset({"dt", "ftr", "hdr", "sldNum", "sldImg"})


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a presentation, without hidden slides, page numbers, heads and feet.

    Raises:
        UnreadableError: it is broken, locked, unsafe, or larger than the limits.
    """
    blocks: list[str] = []
    length = 0
    with parts_of(content) as parts:
        for name in _slides(parts):
            slide = parts.parse(name)
            if slide.get("show") in ("0", "false"):
                continue
            shown = list(_words(slide))
            for kind, target in _relations(parts, name):
                if kind == "notesSlide":
                    shown += _words(parts.parse(target))
            blocks += shown
            length += sum(map(len, shown))
            if length > settings.limits.text_characters:
                break
        fields = core_fields(parts)
    yield Raw("\n\n".join(blocks), content.sha256(), fields)


def _slides(parts: Parts) -> Iterator[str]:
    """The names of the slides in the order of the presentation."""
    targets = dict(_ids(parts, _DECK))
    for slide in parts.parse(_DECK).iter(f"{_P}sldId"):
        target = targets.get(slide.get(f"{_R}id", ""))
        if target is None:
            raise UnreadableError(
                "broken", tell("The presentation names a slide that is not in it.")
            )
        yield target


def _ids(parts: Parts, name: str) -> Iterator[tuple[str, str]]:
    for relation in _relations_of(parts, name):
        yield relation.get("Id", ""), _target(name, relation)


def _relations(parts: Parts, name: str) -> Iterator[tuple[str, str]]:
    """The kinds of the parts that a part refers to, and their names."""
    for relation in _relations_of(parts, name):
        if relation.get("TargetMode") != "External":
            yield relation.get("Type", "").rpartition("/")[2], _target(name, relation)


def _relations_of(parts: Parts, name: str) -> Iterator[Any]:
    folder, _, file = name.rpartition("/")
    root = parts.optional(f"{folder}/_rels/{file}.rels")
    return iter(()) if root is None else root.iter(_RELATION)


def _target(name: str, relation: Any) -> str:
    joined = posixpath.join(posixpath.dirname(name), relation.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _words(slide: Any) -> Iterator[str]:
    """The paragraphs of a slide."""
    for paragraph in slide.iter(f"{_A}p"):
        around = paragraph.iterancestors(f"{_P}sp", _FALLBACK)
        if any(shape.tag == _FALLBACK or _is_furniture(shape) for shape in around):
            continue
        words = "".join(
            "\n" if node.tag == f"{_A}br" else node.text or ""
            for node in paragraph.iter(f"{_A}t", f"{_A}br")
        ).strip()
        if words:
            yield words


def _is_furniture(shape: Any) -> bool:
    place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return place is not None and place.get("type") in _FURNITURE
