"""PDF (``.pdf``): the text layer, page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.typesetting import Line, paragraphs
from hemicycle.messages import tell
from hemicycle.settings import Settings

_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:/|sur)\s*\d{1,4})?(?:\s*[-–—])?$", re.I
)
_DIGITS = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_EDGE = 2
_LONGEST_HEAD = 12
_CALL = re.compile(r"(.*[^\W\d_]{3}|.*[»”.,;])(\d{1,2})$")
# In heights of a letter: the most that a raised one has, the least space between words.
_RAISED = 0.8
_SPACE = 0.1
_CELL_GAP = 1.2
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
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
        message = tell("The PDF is locked by a password.") if locked else tell("The PDF is broken.")
        raise UnreadableError("locked" if locked else "broken", message) from error
    if len(document) > (most := settings.limits.pages):
        document.close()
        raise UnreadableError(
            "too large", tell("The PDF has more than {most} pages (limits.pages).", most=most)
        )
    try:
        pages = [_lines(page.get_textpage()) for page in document]
        known = {
            "title": document.get_metadata_value("Title"),
            "author": document.get_metadata_value("Author"),
            "created": _day(document.get_metadata_value("CreationDate")),
        }
    finally:
        document.close()
    if not any(pages):
        raise UnreadableError(
            "no text layer", tell("The PDF has no text layer; run OCR on it first.")
        )
    lines = [line for page in without_repeats(pages) for line in page]
    fields = {name: value for name, value in known.items() if value}
    yield Raw(text="\n\n".join(paragraphs(lines)), sha256=content.sha256(), fields=fields)


def _day(stamp: str) -> str:
    """The ISO day of a time stamp of PDF (`D:20251104090000+01'00'`), empty if it is none."""
    match = _STAMP.match(stamp)
    return "-".join(match.groups()) if match else ""


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
        left, bottom, _, top = page.get_charbox(start, loose=True)
        _, last_bottom, right, last_top = page.get_charbox(end - 1, loose=True)
        text_of_line = piece.strip()
        call = _CALL.search(text_of_line)
        if last_top - last_bottom < _RAISED * (top - bottom) and last_bottom > bottom and call:
            text_of_line = call[1] + raised(call[1], call[2])
        else:
            top = max(top, last_top)
        broken = match[0][-1] in _BROKEN
        cells = _has_cells(page, text, start, end, top - bottom) if not wide else False
        lines.append(Line(text_of_line, left, right, bottom, top, broken, cells))
    return list(_mended(lines))


def _has_cells(page: Any, text: str, start: int, end: int, height: float) -> bool:
    """Whether two words of a line are further apart than justified words are."""
    for match in _SPACES.finditer(text, start, end):
        _, _, right, _ = page.get_charbox(match.start() - 1, loose=True)
        left, _, _, _ = page.get_charbox(match.end(), loose=True)
        if left - right > _CELL_GAP * height:
            return True
    return False


def _mended(lines: list[Line]) -> Iterator[Line]:
    """Lines that a raised letter had cut in two, as one."""
    before: Line | None = None
    for line in lines:
        if before is None:
            before = line
            continue
        shared = min(before.top, line.top) - max(before.bottom, line.bottom)
        small = min(before.height, line.height)
        gap = line.left - before.right
        if shared > small / 2 and abs(gap) < small / 2 and not before.broken:
            space = "" if gap < _SPACE * small or line.text[0] in ",.;)»" else " "
            before = Line(
                before.text + space + line.text,
                before.left,
                line.right,
                min(before.bottom, line.bottom),
                max(before.top, line.top),
                line.broken,
                before.cells or line.cells,
            )
        else:
            yield before
            before = line
    if before is not None:
        yield before


def without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand at the top or foot of most of them, and page numbers.

    Lines that differ in the number of the page alone count as the same; of a table on each page
    the figures differ otherwise. A head or foot may have any number of lines: below the first ones
    a line is dropped where all above it were.
    """
    edges = [_edges(lines) for lines in pages]
    often: Counter[str] = Counter()
    for page, of_page in enumerate(edges):
        often.update(
            {
                form
                for edge in of_page
                for line in edge[:_LONGEST_HEAD]
                for form in _forms(line, page)
            }
        )
    repeated = {line for line, count in often.items() if count >= 3 and count > len(pages) / 2}
    dropped = {
        id(line)
        for page, of_page in enumerate(edges)
        for edge in of_page
        for line in _furniture(edge, page, repeated)
    }
    return [[line for line in lines if id(line) not in dropped] for lines in pages]


def _furniture(edge: list[Line], page: int, repeated: set[str]) -> Iterator[Line]:
    """The lines of an edge of a page, outermost first, that belong to the page."""
    for depth, line in enumerate(edge):
        numbered = depth < _EDGE and _PAGE_NUMBER.match(line.text)
        if numbered or not repeated.isdisjoint(_forms(line, page)):
            yield line
        elif depth >= _EDGE - 1:
            return


def _edges(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page from the top and from the foot, in whatever order they are read."""
    rising = sorted(lines, key=lambda line: line.bottom)
    return rising[::-1], rising


def _forms(line: Line, page: int) -> set[str]:
    """A line as it stands, and with its first or last number counted from that of its page."""
    text = line.text
    places = [match.span() for match in _DIGITS.finditer(text)]
    return {text} | {
        f"{text[:start]}#{int(text[start:end]) - page}#{text[end:]}"
        for start, end in (*places[:1], *places[-1:])
    }
