"""Word documents (``.docx``): paragraphs, headings, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats.office_properties import core_fields
from hemicycle.ingestion.formats.zip_parts import parts_of
from hemicycle.settings import Settings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = (_FALLBACK, f"{_W}moveFrom", f"{_W}del")
_CONTENTS_NAME = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)
# Ids as English and French Word give them, for files without a list of styles.
_CONTENTS_STYLE = re.compile(r"(?:TOC|TM)[1-9]|TOCHeading|En-ttedetabledesmatires")
_WORDS = tuple(f"{_W}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen"))


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a Word document, its notes last.

    Raises:
        UnreadableError: it is broken, locked, unsafe, or a part is larger than the limit.
    """
    with parts_of(content) as parts:
        document = parts.parse("word/document.xml")
        _drop(document, parts.optional("word/styles.xml"))
        blocks = list(_blocks(document))
        emphasised = tuple(_bold(document))
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            notes = parts.optional(name)
            if notes is not None:
                _drop(notes)
                blocks += _blocks(notes)
        fields = core_fields(parts)
    yield Raw("\n\n".join(blocks), content.sha256(), fields, emphasised=emphasised)


def _drop(root: Any, styles: Any | None = None) -> None:
    """Take out what a reader of the document does not see, and its table of contents.

    That are the words of a drawing a second time (ECMA-376-3, for programs that cannot show it),
    those that were deleted or moved elsewhere under review (ECMA-376-1, 17.13.5), runs that are
    hidden by themselves or by a style (17.3.2.41, 17.7.3), and paragraphs in the styles `toc 1` to
    `toc 9` and `TOC Heading`.
    """
    contents = _styles_of_contents(styles)
    hidden = _hidden_styles(styles)
    for node in list(root.iter(*_UNSEEN)):
        _remove(node)
    for run in list(root.iter(f"{_W}r")):
        if _is_hidden(run, hidden):
            _remove(run)
    for gallery in list(root.iter(f"{_W}docPartGallery")):
        if gallery.get(f"{_W}val") == "Table of Contents":
            _remove(next(gallery.iterancestors(f"{_W}sdt"), gallery))
    for style in list(root.iter(f"{_W}pStyle")):
        name = style.get(f"{_W}val", "")
        if name in contents or _CONTENTS_STYLE.fullmatch(name):
            _remove(next(style.iterancestors(f"{_W}p"), style))


def _remove(node: Any) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _styles_of_contents(styles: Any | None) -> frozenset[str]:
    """The ids of the styles of a table of contents; their names are English in all languages."""
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(f"{_W}styleId", "")
        for style in styles.iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
        and _CONTENTS_NAME.fullmatch(name.get(f"{_W}val", ""))
    )


def _hidden_styles(styles: Any | None) -> frozenset[str]:
    """The ids of the styles whose words are hidden, by themselves or by those they come from."""
    if styles is None:
        return frozenset()
    hidden: set[str] = set()
    based: dict[str, list[str]] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        if style.find(f"{_W}rPr/{_W}vanish") is None:
            based.setdefault(_value(style, f"{_W}basedOn"), []).append(name)
        elif name and _is_on(style, "vanish"):
            hidden.add(name)
    waiting = list(hidden)
    while waiting:
        new = set(based.pop(waiting.pop(), ())) - hidden - {""}
        hidden |= new
        waiting += new
    return frozenset(hidden)


def _is_hidden(run: Any, hidden: frozenset[str]) -> bool:
    if run.find(f"{_W}rPr/{_W}vanish") is not None:
        return _is_on(run, "vanish")
    if not hidden:
        return False
    paragraph = next(run.iterancestors(f"{_W}p"), run)
    of_run = _value(run, f"{_W}rPr/{_W}rStyle") in hidden
    of_paragraph = _value(paragraph, f"{_W}pPr/{_W}pStyle") in hidden
    return of_run != of_paragraph  # where both say so, the one takes the other back (17.7.3)


def _value(node: Any, path: str) -> str:
    found = node.find(path)
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _bold(root: Any) -> Iterator[str]:
    """The words of the paragraphs whose runs are all bold."""
    for paragraph in root.iter(f"{_W}p"):
        runs = [run for run in paragraph.iter(f"{_W}r") if _words_of(run).strip()]
        if runs and all(_is_bold(run) for run in runs):
            yield "".join(map(_words_of, paragraph.iter(f"{_W}r"))).strip()


def _words_of(run: Any) -> str:
    return "".join(node.text or "" for node in run.iter(f"{_W}t"))


def _is_bold(run: Any) -> bool:
    return _is_on(run, "b")


def _is_on(run: Any, name: str) -> bool:
    """Whether a run has a property that is on or off."""
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def _blocks(root: Any) -> Iterator[str]:
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
                text += {"tab": " ", "br": "\n", "cr": "\n"}.get(etree.QName(node).localname, "-")
        if text.strip():
            yield text.strip()


def _is_raised(run: Any) -> bool:
    align = run.find(f"{_W}rPr/{_W}vertAlign")
    return align is not None and align.get(f"{_W}val") == "superscript"
