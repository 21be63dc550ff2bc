"""XML from strangers: no entities of its own, no network, the parser's limits left on."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

# How libxml2 says that entities grow.
_GROWS = re.compile(r"entity.*(?:amplification|loop)", re.IGNORECASE)


class UnsafeXMLError(ValueError):
    """The XML declares entities, by which a small file grows without end or reads other files."""

    def __init__(self) -> None:
        super().__init__("The XML declares entities, which are not read; write the words instead.")


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


def grows(error: etree.XMLSyntaxError) -> bool:
    """Whether the parser stopped because entities grow without end."""
    return _GROWS.search(str(error)) is not None


def refuse_entities(root: Any) -> None:
    """Raise UnsafeXMLError if the document of an element declares entities."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnsafeXMLError
