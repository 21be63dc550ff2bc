"""XML from strangers: no entities of its own, no network, the parser's limits left on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from hemicycle.ingestion.errors import UnreadableError
from hemicycle.messages import tell

_CHUNK = 100_000
_ENCODING = re.compile(rb"encoding=[\"']([A-Za-z0-9._-]+)[\"']")
# How libxml2 says that entities grow.
_GROWS = re.compile(r"entity.*(?:amplification|loop)", re.IGNORECASE)


class UnsafeXMLError(ValueError):
    """The XML declares entities, by which a small file grows without end or reads other files."""

    def __init__(self) -> None:
        super().__init__(
            tell("The XML declares entities, which are not read; write the words instead.")
        )


def parse(content: bytes) -> Any:
    """The root of an XML file.

    Raises:
        UnsafeXMLError: it declares entities.
        lxml.etree.XMLSyntaxError: it is not well formed, or nested too deeply.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if grows(error):
            raise UnsafeXMLError from error
        raise
    refuse_entities(root)
    return root


def events(stream: IO[bytes], *, recover: bool = False) -> Iterator[tuple[str, Any]]:
    """The beginnings and ends of the elements of a file, which is read as a stream.

    Ids are collected though nobody asks for them: `collect_ids=False` makes libxml2 fetch the
    document type, whatever `load_dtd` says.

    Args:
        stream: the file, from its beginning.
        recover: whether tags that do not fit together are read as far as they go.

    Raises:
        UnsafeXMLError: it declares entities.
        lxml.etree.XMLSyntaxError: it is not well formed, or nested too deeply.
    """
    parser = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    first = True
    while chunk := stream.read(_CHUNK):
        parser.feed(chunk)
        for event, element in parser.read_events():
            if first:
                refuse_entities(element)
                first = False
            yield event, element
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        # Sittings that were put into one file may use one id twice.
        if not recover and getattr(error, "code", None) != etree.ErrorTypes.DTD_ID_REDEFINED:
            raise
    yield from parser.read_events()


def markup_events(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """As :func:`events`, for XML whose tags do not fit together: read as pages of the web are.

    No word is lost; the names of elements and attributes come in lower case, with their prefixes.
    """
    head = stream.read(_CHUNK)
    declared = _ENCODING.search(head[:200])
    parser = etree.HTMLPullParser(
        ("start", "end"),
        encoding=declared[1].decode("ascii") if declared else "utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    while head:
        parser.feed(head)
        yield from parser.read_events()
        head = stream.read(_CHUNK)
    parser.close()
    yield from parser.read_events()


def forget(element: Any) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def unreadable(error: Exception) -> UnreadableError:
    """What is said of a file that is not well formed or not safe."""
    if isinstance(error, UnsafeXMLError):
        return UnreadableError("unsafe", str(error))
    if isinstance(error, etree.XMLSyntaxError) and grows(error):
        return UnreadableError("unsafe", str(UnsafeXMLError()))
    return UnreadableError("broken", tell("The XML is broken ({error}).", error=error))


def grows(error: etree.XMLSyntaxError) -> bool:
    """Whether the parser stopped because entities grow without end."""
    return _GROWS.search(str(error)) is not None


def refuse_entities(root: Any) -> None:
    """Raise UnsafeXMLError if the document of an element declares entities."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnsafeXMLError
