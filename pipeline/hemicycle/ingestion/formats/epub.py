"""Books (``.epub``): their chapters in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.markup import words_of
from hemicycle.ingestion.formats.zip_parts import DC, Parts, parts_of
from hemicycle.messages import tell
from hemicycle.settings import Settings

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_PAGES = ("application/xhtml+xml", "text/html")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a book; its table of contents is left out.

    Raises:
        UnreadableError: it is broken, locked, unsafe, or larger than the limits.
    """
    with parts_of(content) as parts:
        place = parts.parse("META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
        if place is None:
            raise UnreadableError("broken", tell("The book does not say where its pages are."))
        folder = posixpath.dirname(place.get("full-path", ""))
        package = parts.parse(place.get("full-path", ""))
        chapters: list[str] = []
        length = 0
        for name in _reading_order(package, folder):
            chapters.append(_chapter(parts, name))
            length += len(chapters[-1])
            if length > settings.limits.text_characters:
                break
    fields = {
        ours: package.findtext(f".//{DC}{theirs}")
        for ours, theirs in (
            ("title", "title"),
            ("speaker", "creator"),
            ("date", "date"),
            ("source", "publisher"),
            ("language", "language"),
        )
    }
    text = "\n\n".join(chapter for chapter in chapters if chapter)
    yield Raw(text=text, sha256=content.sha256(), fields={k: v for k, v in fields.items() if v})


def _reading_order(package: Any, folder: str) -> Iterator[str]:
    """The names of the parts that hold the pages; raises KeyError for one that is not declared."""
    items = {item.get("id"): item for item in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items[reference.get("idref")]
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(parts: Parts, name: str) -> str:
    return words_of(parts.parse(name))
