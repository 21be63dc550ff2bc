"""The pages that a page or a feed links to, as sources to read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
from lxml import etree

from hemicycle.addresses import site_of
from hemicycle.document import Failure
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.fetching import Visitor
from hemicycle.ingestion.formats import safe_xml
from hemicycle.ingestion.source import Source
from hemicycle.messages import tell
from hemicycle.settings import Settings

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_HEAD = 2000
# What a site offers on each of its pages.
_MENUS = frozenset({"nav", "header", "footer", "aside", "form"})
_NO_TEXT = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|ico|css|js|json|mp[34]|avi|mov|webm|zip|gz|exe)$", re.IGNORECASE
)
_UNSAFE = re.compile(r"[^\w.-]+")


def find_linked(address: str, settings: Settings) -> Iterator[Source | Failure]:
    """The pages of the same site that a page or a feed links to, in its order, each once.

    Args:
        address: where the list of them stands.
        settings: which links are followed (``follow``), how many at most, whether pages that are
            kept from before are fetched again (``force``).
    """
    try:
        from platformdirs import user_cache_path
    except ImportError:
        message = tell("Following links needs an extra: pip install 'hemicycle[remote]'.")
        yield Failure(address, "", "ingest", "extra needed", message)
        return
    visitor = Visitor(settings.limits, user_cache_path("hemicycle") / "pages", again=settings.force)
    try:
        links = links_of(visitor.fetched(address), address)
    except UnreadableError as error:
        yield Failure(address, "", "ingest", error.error, str(error))
        return
    wanted = [link for link in links if fnmatchcase(link, settings.follow)]
    if not wanted:
        message = tell(
            "It has no links to pages of its site that match {follow!r} (--follow).",
            follow=settings.follow,
        )
        yield Failure(address, "", "ingest", "not found", message)
    most = settings.limits.linked_pages
    for link in wanted[:most]:
        yield _source(link, visitor)
    if len(wanted) > most:
        message = tell(
            "It has more than {most:,} links (limits.linked_pages); the rest is not read.",
            most=most,
        )
        yield Failure(address, "", "ingest", "too large", message)


def _source(link: str, visitor: Visitor) -> Source | Failure:
    try:
        copy = visitor.page(link)
    except UnreadableError as error:
        return Failure(link, "", "ingest", error.error, str(error))
    except OSError as error:
        message = tell("The page cannot be kept on this machine: {error}.", error=error)
        return Failure(link, "", "ingest", "unreadable", message)
    return Source(Path(copy), _name(link), named=True, address=link)


def links_of(data: bytes, address: str) -> list[str]:
    """The links of a page or a feed to other pages of its site, each once.

    Args:
        data: the page or the feed.
        address: where it stands, against which its links are read.
    """
    feed = _FEED.search(data[:_HEAD]) is not None
    found = _links_of_feed(data) if feed else _links_of_page(data)
    site, here = site_of(address), urldefrag(address).url
    links: dict[str, None] = {}
    for link in found:
        try:
            whole = urldefrag(urljoin(address, link.strip())).url
        except ValueError:
            continue
        if site_of(whole) == site and whole != here and not _NO_TEXT.search(urlsplit(whole).path):
            links[whole] = None
    return list(links)


def _links_of_page(data: bytes) -> Iterator[str]:
    try:
        tree: Any = lxml.html.document_fromstring(data)
    except (etree.ParserError, ValueError):  # nothing in it
        return
    for link in tree.iter("a"):
        menu = any(above.tag in _MENUS for above in link.iterancestors())
        if not menu and (target := link.get("href")):
            yield target


def _links_of_feed(data: bytes) -> Iterator[str]:
    """The links of RSS 1.0, RSS 2.0 and Atom (RFC 4287, 4.2.7: `alternate` if it says nothing)."""
    try:
        root = safe_xml.parse(data)
    except (safe_xml.UnsafeXMLError, etree.XMLSyntaxError) as error:
        raise safe_xml.unreadable(error) from error
    for entry in root.iter("{*}item", "{*}entry"):
        for link in entry.iterfind("{*}link"):
            if link.get("rel", "alternate") == "alternate" and (
                target := link.get("href") or (link.text or "").strip()
            ):
                yield target
                break


def _name(link: str) -> PurePosixPath:
    """A path to name the document of a page by."""
    parts = urlsplit(link)
    path = PurePosixPath(_UNSAFE.sub("-", unquote(parts.path)).strip("-/.") or "page")
    known = path.suffix.lower() in (".html", ".htm", ".pdf", ".txt", ".xml", ".docx", ".odt")
    mark = f"-{hashlib.sha256(parts.query.encode()).hexdigest()[:8]}" if parts.query else ""
    stem, suffix = (path.stem, path.suffix) if known else (path.name, ".html")
    return PurePosixPath(f"{stem}{mark}{suffix}")
