"""PDF (``.pdf``): the text layer, page after page. Needs the extra ``pdf``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.settings import Settings

_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:/|sur)\s*\d{1,4})?(?:\s*[-–—])?$", re.I
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_MARKED_HYPHEN = "\ufffe"


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a PDF, without running heads, footers and page numbers.

    Raises:
        ImportError: pypdfium2 is not installed.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "The PDF is locked by a password." if locked else "The PDF is broken."
        yield Failure("", "", "ingest", "locked" if locked else "broken", message)
        return
    try:
        pages = [_lines(page.get_textpage().get_text_bounded()) for page in document]
        title = document.get_metadata_value("Title")
        author = document.get_metadata_value("Author")
    finally:
        document.close()
    if not any(pages):
        yield Failure(
            "", "", "ingest", "no text layer", "The PDF has no text layer; run OCR on it first."
        )
        return
    text = "\n\n".join("\n".join(lines) for lines in without_repeats(pages))
    fields = {"title": title, "speaker": author}
    yield Raw(text=text, data=data, fields={k: v for k, v in fields.items() if v})


def _lines(page: str) -> list[str]:
    # pdfium marks the hyphen at which a word was broken over two lines.
    joined = page.replace(_MARKED_HYPHEN, "\u00ad").replace("\r\n", "\n")
    return [line.strip() for line in joined.split("\n") if line.strip()]


def without_repeats(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the top or foot of most of them, and page numbers.

    Lines that differ in their figures alone count as the same.
    """
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_DIGITS.sub("#", line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    often = {line for line, count in edges.items() if count >= 3 and count > len(pages) / 2}

    def keep(lines: list[str], index: int) -> bool:
        line = lines[index]
        at_edge = index < _EDGE or index >= len(lines) - _EDGE
        return not at_edge or not (_DIGITS.sub("#", line) in often or _PAGE_NUMBER.match(line))

    return [[line for i, line in enumerate(lines) if keep(lines, i)] for lines in pages]
