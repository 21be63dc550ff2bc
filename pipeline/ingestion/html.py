"""Web pages (``.html``, ``.htm``, ``.xhtml``): the main text without menus, and what the page says
of itself. Needs the extra ``html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.settings import Settings

# Elements of the tree that trafilatura makes of a page.
_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "ab", "code", "div"})
_AFTER = {**dict.fromkeys(_BLOCKS, "\n\n"), "cell": " ", "lb": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a page, with its title, date, author and site.

    Raises:
        NotTextError: the bytes are no text.
        ImportError: trafilatura is not installed.
    """
    from trafilatura import bare_extraction

    page = decode(data)
    # Values that only a running site could check are not asked for: nothing is fetched.
    found: Any = bare_extraction(
        page, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )
    text = "" if found is None else main_text(found.body)
    if not text:
        yield Failure("", "", "ingest", "empty", "The page has no main text that can be told.")
        return
    fields = {
        "title": found.title,
        "date": found.date,
        "speaker": found.author,
        "source": found.url or found.sitename,
        "language": found.language,
    }
    yield Raw(text=text, data=data, fields={k: v for k, v in fields.items() if v})


def main_text(body: Any) -> str:
    """The words of a tree of trafilatura: a block or a row of a table on each line."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(body, events=("start", "end")):
        words = node.text if event == "start" else node.tail
        if event == "start" and node.tag in _BLOCKS:
            pieces.append("\n\n")
        elif event == "end":
            pieces.append(_AFTER.get(node.tag, ""))
        if words:
            pieces.append(_SPACES.sub(" ", words))
    return "".join(pieces).strip()
