"""Web pages (``.html``, ``.htm``, ``.xhtml``): the main text without menus, and what the page says
of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.cleaning.furniture import without_buttons
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.ingestion.formats.page_dates import stated_day
from hemicycle.messages import tell
from hemicycle.settings import Limits, Settings

# Elements of the tree that trafilatura makes of a page.
_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "ab", "code", "div"})
_AFTER = {**dict.fromkeys(_BLOCKS, "\n\n"), "cell": " ", "lb": "\n"}
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_SPACES = re.compile(r"[ \t\r\n]+")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a page, with its title, date, author, site and address.

    Raises:
        NotTextError: the bytes are no text.
        ImportError: trafilatura is not installed.
        UnreadableError: the page has no main text, or is nested too deeply.
    """
    text, fields, emphasised = extract(decode(content.whole()), settings.limits)
    yield Raw(text=text, sha256=content.sha256(), fields=fields, emphasised=emphasised)


def extract(page: str, limits: Limits) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The main text of a page, its metadata and what it emphasises; raises as :func:`read` does."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(page)
    if tree is None:
        raise UnreadableError("empty", tell("The page has no text."))
    refuse_depth(tree, limits.nested_tags)
    _separate_calls(tree)
    emphasised = tuple(_emphasised(tree))
    stated = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    # Values that only a running site could check are not asked for: nothing is fetched.
    day = stated_day(tree)
    found: Any = bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )
    text = "" if found is None else without_buttons(main_text(found.body)).strip()
    if not text:
        raise UnreadableError("empty", tell("The page has no main text that can be told."))
    fields = {
        "title": found.title,
        "date": day,
        "author": found.author,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "language": found.language or stated,
    }
    return text, {name: value for name, value in fields.items() if value}, emphasised


def _emphasised(tree: Any) -> Iterator[str]:
    """The words of headings, and of paragraphs that are bold as a whole."""
    for block in tree.iter(*_HEADINGS, "p"):
        words = _SPACES.sub(" ", "".join(block.itertext())).strip()
        bold = block.tag in _HEADINGS or words == " ".join(
            _SPACES.sub(" ", "".join(part.itertext())).strip() for part in block.iter("b", "strong")
        )
        if words and bold:
            yield words


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


def refuse_depth(tree: Any, most: int) -> None:
    """Refuse what the parser cuts off below: its words would be lost without a sign.

    Raises:
        UnreadableError: more tags are inside each other than the limit.
    """
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > most:
            raise UnreadableError(
                "nested too deeply",
                tell(
                    "The page has more than {most} tags inside each other (limits.nested_tags).",
                    most=most,
                ),
            )


def _separate_calls(tree: Any) -> None:
    for mark in tree.iter("sup"):
        call = "".join(mark.itertext())
        previous = mark.getprevious()
        before = (mark.getparent().text if previous is None else previous.tail) or ""
        if raised(before, call) != call:
            if previous is None:
                mark.getparent().text = before + " "
            else:
                previous.tail = before + " "
