"""Word and OpenDocument texts (``.docx``, ``.odt``): paragraphs, headings, tables, notes.

Both are zip archives of XML. One part is read from the archive, up to a limit, with entities and
the network off.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from pipeline.document import Failure
from pipeline.ingestion import safe_xml
from pipeline.ingestion.building import Raw
from pipeline.settings import Settings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


class _TooLargeError(Exception):
    """A part of the archive is larger than the limit."""


def read_docx(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a Word document."""
    yield from _read(data, settings, _docx)


def read_odt(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of an OpenDocument text."""
    yield from _read(data, settings, _odt)


def _read(
    data: bytes, settings: Settings, extract: Callable[[_Parts], tuple[str, dict[str, Any]]]
) -> Iterator[Raw | Failure]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text, fields = extract(_Parts(archive, settings.limits.part_megabytes))
    except _TooLargeError as error:
        yield Failure("", "", "ingest", "too large", str(error))
    except safe_xml.UnsafeXMLError as error:
        yield Failure("", "", "ingest", "unsafe", str(error))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, ValueError) as error:
        yield Failure("", "", "ingest", "broken", f"The document is broken or locked ({error}).")
    else:
        yield Raw(text=text, data=data, fields={k: v for k, v in fields.items() if v})


class _Parts:
    """The XML parts of an archive, each read up to a limit."""

    def __init__(self, archive: zipfile.ZipFile, megabytes: float) -> None:
        self._archive = archive
        self._limit = int(megabytes * 1_000_000)
        self._names = set(archive.namelist())

    def parse(self, name: str) -> Any:
        # The size that the archive states may be false, so the bytes that come out are counted.
        with self._archive.open(name) as part:
            content = part.read(self._limit + 1)
        if len(content) > self._limit:
            raise _TooLargeError(
                f"{name} unpacks to more than limits.part_megabytes ({self._limit / 1e6:g})."
            )
        return safe_xml.parse(content)

    def optional(self, name: str) -> Any | None:
        return self.parse(name) if name in self._names else None


def _docx(parts: _Parts) -> tuple[str, dict[str, Any]]:
    blocks = list(_docx_blocks(parts.parse("word/document.xml")))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = parts.optional(name)
        if notes is not None:
            blocks += _docx_blocks(notes)
    core = parts.optional("docProps/core.xml")
    fields = {}
    if core is not None:
        fields = {
            "title": core.findtext(f"{_DC}title"),
            "speaker": core.findtext(f"{_DC}creator"),
        }
    return "\n\n".join(blocks), fields


def _docx_blocks(root: Any) -> Iterator[str]:
    # A drawing holds its words twice, once for programs that cannot show it.
    for fallback in list(root.iter(_FALLBACK)):
        fallback.getparent().remove(fallback)
    for paragraph in root.iter(f"{_W}p"):
        pieces = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
            # A text box inside the paragraph has paragraphs of its own.
            if next(node.iterancestors(f"{_W}p")) is not paragraph:
                continue
            if node.tag == f"{_W}t":
                pieces.append(node.text or "")
            else:
                pieces.append({"tab": " ", "br": "\n"}.get(etree.QName(node).localname, "-"))
        text = "".join(pieces).strip()
        if text:
            yield text


def _odt(parts: _Parts) -> tuple[str, dict[str, Any]]:
    body = parts.parse("content.xml").find(f"{_OFFICE}body")
    blocks: list[str] = []
    notes: list[str] = []
    for node in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        inside_note = any(a.tag == f"{_TEXT}note-body" for a in node.iterancestors())
        text = "".join(_odt_pieces(node)).strip()
        if text:
            (notes if inside_note else blocks).append(text)
    meta = parts.optional("meta.xml")
    fields = {}
    if meta is not None:
        fields = {
            "title": meta.findtext(f".//{_DC}title"),
            "speaker": meta.findtext(f".//{_DC}creator")
            or meta.findtext(f".//{_META}initial-creator"),
        }
    return "\n\n".join(blocks + notes), fields


def _odt_pieces(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}tab":
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in (f"{_TEXT}note", f"{_OFFICE}annotation"):
            yield from _odt_pieces(child)
        yield child.tail or ""
