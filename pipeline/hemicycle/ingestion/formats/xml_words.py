"""The words of XML elements as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import lxml.html
from lxml import etree

from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.formats.markup import BLOCKS, words_of
from hemicycle.ingestion.formats.tei_text import local
from hemicycle.ingestion.formats.xml_mapping import Pattern, first_of

_SPACES = re.compile(r"[ \t\r\n]+")
_RAISED = frozenset({"exposant", "sup", "Sup"})
_BREAKS = frozenset({"br", "BR", "LineBreak", "eol"})
_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|table|tr|td|blockquote|sup|sub|font)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")


def blocks_of(element: Any, skip: Iterable[Pattern] = ()) -> list[str]:
    """The paragraphs of an element: a line break begins one.

    Args:
        element: the element.
        skip: what of it is left out.
    """
    pieces: list[str] = []
    silent = 0
    skip = tuple(skip)
    for event, node in etree.iterwalk(element, events=("start", "end")):
        left_out = node is not element and first_of(skip, node) is not None
        if left_out:
            silent += 1 if event == "start" else -1
        name = local(node)
        if (name in _BREAKS and event == "start") or (
            name.lower() in BLOCKS and node is not element
        ):
            pieces.append("\n")
        words = node.text if event == "start" else node.tail if node is not element else ""
        if words and not silent:
            words = _SPACES.sub(" ", words)
            if event == "start" and name in _RAISED:
                words = raised("".join(pieces[-3:]), words)
            pieces.append(words)
    return _lines("".join(pieces))


def html_of(element: Any) -> list[str]:
    """The paragraphs of an element that holds HTML, as markup or written with `&lt;`."""
    if len(element):
        return _lines(words_of(element))
    return plain(element.text or "")


def plain(text: str) -> list[str]:
    """The paragraphs of words that may hold HTML tags and entities."""
    return _lines(unmarked(text))


def unmarked(text: str) -> str:
    """A text without the HTML tags and entities in it; one that has none is left as it is."""
    if _TAG.search(text) is None:
        return unescape(text) if _ENTITY.search(text) else text
    try:
        return words_of(lxml.html.fragment_fromstring(text, create_parent="div"))
    except (etree.ParserError, ValueError):  # nothing but comments, or characters of no text
        return ""


def paragraphs_of(root: Any) -> list[str]:
    """The paragraphs of XML of an unknown kind: the outermost elements with words of their own."""
    found: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not local(element):
            continue
        own = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        if own:
            found += html_of(element) if not len(element) else blocks_of(element)
        else:
            waiting.extend(reversed(element))
    return found


def _lines(text: str) -> list[str]:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]
