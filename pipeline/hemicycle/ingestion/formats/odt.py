"""OpenDocument texts (``.odt``): paragraphs, headings, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.zip_parts import DC, parts_of
from hemicycle.messages import tell
from hemicycle.settings import Settings

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MOST_SPACES = 100


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of an OpenDocument text, its notes last.

    Raises:
        UnreadableError: it is broken, locked, unsafe, or a part is larger than the limit.
    """
    with parts_of(content) as parts:
        root = parts.parse("content.xml")
        meta = parts.optional("meta.xml")
    body = root.find(f"{_OFFICE}body")
    if body is None:
        raise UnreadableError("broken", tell("The document has no body."))
    superscripts = _raised_styles(root)
    blocks: list[str] = []
    notes: list[str] = []
    # Deleted words are kept under the changes, a table of contents is made from the headings.
    for unseen in list(body.iter(f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content")):
        unseen.getparent().remove(unseen)
    for node in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        inside_note = any(a.tag == f"{_TEXT}note-body" for a in node.iterancestors())
        text = _words(node, "", superscripts).strip()
        if text:
            (notes if inside_note else blocks).append(text)
    fields = {}
    if meta is not None:
        fields = {
            "title": meta.findtext(f".//{DC}title"),
            "author": meta.findtext(f".//{DC}creator")
            or meta.findtext(f".//{_META}initial-creator"),
            "language": meta.findtext(f".//{DC}language"),
            "created": meta.findtext(f".//{_META}creation-date"),
        }
    yield Raw("\n\n".join(blocks + notes), content.sha256(), {k: v for k, v in fields.items() if v})


def _raised_styles(root: Any) -> frozenset[str]:
    return frozenset(
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_STYLE}text-position", "").startswith("super")
    )


def _words(node: Any, text: str, superscripts: frozenset[str]) -> str:
    """A text with the words of a node after it."""
    text += node.text or ""
    for child in node:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            text += " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "
        elif child.tag == f"{_TEXT}tab":
            text += " "
        elif child.tag == f"{_TEXT}line-break":
            text += "\n"
        elif child.get(f"{_TEXT}style-name") in superscripts:
            text += raised(text, _words(child, "", superscripts))
        elif child.tag not in (f"{_TEXT}note", f"{_OFFICE}annotation"):
            text = _words(child, text, superscripts)
        text += child.tail or ""
    return text
