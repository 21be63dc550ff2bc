"""Pages of which every word is wanted (books, not web sites): a block a line."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from hemicycle.ingestion.cleaning.footnote_calls import raised

_SPACES = re.compile(r"[ \t\r\n]+")
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "ol", "p", "pre", "section", "table", "tbody", "thead", "tfoot", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset(["head", "script", "style", "template", "nav"])


def words_of(root: Any) -> str:
    """The words of an XHTML tree: blocks apart by an empty line, cells by a space.

    What is for programs (`head`, `script`, `style`) or for finding one's way (`nav`) is left out.
    """
    pieces: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""
        if name in _SILENT:
            silent += 1 if event == "start" else -1
        if event == "end":
            pieces.append({"br": "\n", "td": " ", "th": " "}.get(name, ""))
        if name in BLOCKS:
            pieces.append("\n\n")
        words = (node.text if event == "start" and name else node.tail) or ""
        # The tail of a silent element is said again.
        if words and not silent:
            if event == "start" and name == "sup":
                words = raised("".join(pieces[-3:]), words)
            pieces.append(_SPACES.sub(" ", words))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
