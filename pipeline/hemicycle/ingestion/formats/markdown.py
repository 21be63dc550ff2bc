"""Markdown (``.md``): the words without the marks, front matter as metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.ingestion.metadata import naming
from hemicycle.messages import tell
from hemicycle.settings import Settings

_LOG = logging.getLogger(__name__)
# YAML is read by some hundred thousand characters a second.
_LONGEST_FRONT_MATTER = 200_000
_NULL = "tag:yaml.org,2002:null"


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a Markdown file (CommonMark with tables).

    Raises:
        NotTextError: the bytes are no text.
    """
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    tokens = parser.parse(decode(content.whole()))
    fields: dict[str, Any] = {}
    for token in tokens:
        if token.type == "front_matter":
            if len(token.content) <= _LONGEST_FRONT_MATTER:
                fields = _front_matter(token.content)
            else:
                _LOG.warning(
                    tell("{path}: its front matter is too long to be read.", path=content.path)
                )
    yield Raw(
        text="".join(_words(tokens)),
        sha256=content.sha256(),
        fields=fields,
        emphasised=tuple(_emphasised(tokens)),
    )


class _Loader(yaml.BaseLoader):
    """YAML whose values are the strings that are written there, or nothing.

    Whatever else YAML 1.1 makes of them is of no use to metadata and does harm: `1:30` is 90 to it,
    `NO` is false, and a day that no month has is an error.
    """


_Loader.add_implicit_resolver(_NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_constructor(_NULL, lambda loader, node: None)


def _front_matter(content: str) -> dict[str, Any]:
    try:
        # Aliases of aliases say a little text a billion times.
        if any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, yaml.SafeLoader)
        ):
            return {}
        loaded = yaml.load(content, _Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return naming.ours({str(name): value for name, value in loaded.items()})


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            yield token.content + "\n"
        elif token.type in ("paragraph_close", "heading_close", "tr_close"):
            yield "\n\n"
        elif token.type in ("td_close", "th_close"):
            yield " "


def _emphasised(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of headings, and of paragraphs that are bold as a whole."""
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        children = token.children or []
        heading = before.type == "heading_open" and before.tag != "h1"
        if heading or _is_bold(children):
            yield "".join(_inline(children)).strip()


def _is_bold(children: Sequence[Token]) -> bool:
    depth = 0
    for child in children:
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        if not depth and child.content.strip():
            return False
    return any(child.type == "strong_open" for child in children)


def _inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak":
            yield "\n"
