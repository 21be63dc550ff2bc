"""Word documents (``.docx``): paragraphs, headings, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats.zip_parts import DC, parts_of
from hemicycle.settings import Settings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERMS = "{http://purl.org/dc/terms/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDS = tuple(f"{_W}{name}" for name in ("t", "tab", "br", "noBreakHyphen"))


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a Word document, its notes last.

    Raises:
        UnreadableError: it is broken, locked, unsafe, or a part is larger than the limit.
    """
    with parts_of(content) as parts:
        document = parts.parse("word/document.xml")
        blocks = list(_blocks(document))
        emphasised = tuple(_bold(document))
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            notes = parts.optional(name)
            if notes is not None:
                blocks += _blocks(notes)
        core = parts.optional("docProps/core.xml")
    fields = {}
    if core is not None:
        fields = {
            "title": core.findtext(f"{DC}title"),
            "speaker": core.findtext(f"{DC}creator"),
            "language": core.findtext(f"{DC}language"),
            "created": core.findtext(f"{_TERMS}created"),
        }
    yield Raw(
        "\n\n".join(blocks),
        content.sha256(),
        {k: v for k, v in fields.items() if v},
        emphasised=emphasised,
    )


def _bold(root: Any) -> Iterator[str]:
    """The words of the paragraphs whose runs are all bold."""
    for paragraph in root.iter(f"{_W}p"):
        runs = [run for run in paragraph.iter(f"{_W}r") if _words_of(run).strip()]
        if runs and all(_is_bold(run) for run in runs):
            yield "".join(map(_words_of, paragraph.iter(f"{_W}r"))).strip()


def _words_of(run: Any) -> str:
    return "".join(node.text or "" for node in run.iter(f"{_W}t"))


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false", "off")


def _blocks(root: Any) -> Iterator[str]:
    # A drawing holds its words twice, once for programs that cannot show it.
    for fallback in list(root.iter(_FALLBACK)):
        fallback.getparent().remove(fallback)
    for paragraph in root.iter(f"{_W}p"):
        text = ""
        for node in paragraph.iter(*_WORDS):
            # A text box inside the paragraph has paragraphs of its own.
            if next(node.iterancestors(f"{_W}p")) is not paragraph:
                continue
            if node.tag == f"{_W}t":
                words = node.text or ""
                text += raised(text, words) if _is_raised(node.getparent()) else words
            else:
                text += {"tab": " ", "br": "\n"}.get(etree.QName(node).localname, "-")
        if text.strip():
            yield text.strip()


def _is_raised(run: Any) -> bool:
    align = run.find(f"{_W}rPr/{_W}vertAlign")
    return align is not None and align.get(f"{_W}val") == "superscript"
