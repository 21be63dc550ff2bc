"""PDF (``.pdf``): the text layer, page after page. Needs the extra ``pdf``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.contents import Content
from pipeline.ingestion.failing import UnreadableError
from pipeline.ingestion.typesetting import Line, paragraphs
from pipeline.settings import Settings

_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:/|sur)\s*\d{1,4})?(?:\s*[-–—])?$", re.I
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
# The hyphen at which pdfium saw that a word was broken over two lines.
_BROKEN = "\x02\ufffe"
_LINE = re.compile(rf"[^\r\n{_BROKEN}]+[{_BROKEN}]?")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a PDF, without running heads, footers and page numbers.

    Raises:
        ImportError: pypdfium2 is not installed.
        UnreadableError: it is locked, broken, has no text layer or too many pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content.whole())
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "The PDF is locked by a password." if locked else "The PDF is broken."
        raise UnreadableError("locked" if locked else "broken", message) from error
    try:
        pages = [_lines(page.get_textpage()) for page in document]
        known = {
            "title": document.get_metadata_value("Title"),
            "speaker": document.get_metadata_value("Author"),
        }
    finally:
        document.close()
    if not any(pages):
        raise UnreadableError("no text layer", "The PDF has no text layer; run OCR on it first.")
    lines = [line for page in without_repeats(pages) for line in page]
    fields = {name: value for name, value in known.items() if value}
    yield Raw(text="\n\n".join(paragraphs(lines)), sha256=content.sha256(), fields=fields)


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order of reading, each with its place."""
    text = page.get_text_range()
    # Indices of the page count UTF-16 units.
    wide = any(ord(character) > 0xFFFF for character in text)
    lines = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        piece = match[0].rstrip(_BROKEN)
        start += len(piece) - len(piece.lstrip())
        end = match.start() + len(piece.rstrip())
        if start >= end:
            continue
        if wide:
            start, end = (len(text[:i].encode("utf-16-le")) // 2 for i in (start, end))
        left, bottom, _, _ = page.get_charbox(start, loose=True)
        _, _, right, top = page.get_charbox(end - 1, loose=True)
        lines.append(Line(piece.strip(), left, right, bottom, top, match[0][-1] in _BROKEN))
    return lines


def without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand at the top or foot of most of them, and page numbers.

    Lines that differ in their figures alone count as the same.
    """
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_pattern(line) for line in _at_edge(lines)})
    often = {line for line, count in edges.items() if count >= 3 and count > len(pages) / 2}
    kept = []
    for lines in pages:
        dropped = {
            id(line)
            for line in _at_edge(lines)
            if _pattern(line) in often or _PAGE_NUMBER.match(line.text)
        }
        kept.append([line for line in lines if id(line) not in dropped])
    return kept


def _at_edge(lines: list[Line]) -> list[Line]:
    """The highest and the lowest lines of a page, wherever they stand in the order of reading."""
    by_height = sorted(lines, key=lambda line: line.bottom)
    return by_height[:_EDGE] + by_height[-_EDGE:] if len(lines) > 2 * _EDGE else by_height


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
