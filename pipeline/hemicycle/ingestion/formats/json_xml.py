"""JSON that was made of XML, as the open data of the Assemblée nationale are: read as that XML."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

from lxml import etree

from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import xml
from hemicycle.ingestion.formats.xml_mapping import mapping_of
from hemicycle.ingestion.metadata import identifiers
from hemicycle.settings import Settings

_NAME = re.compile(r"[^\W\d][\w.-]*")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_xml(record: Any) -> bool:
    """Whether the one field of a record is the root of a known XML format.

    Formats of turns are none, for JSON does not keep the order of elements of several kinds.
    """
    if not isinstance(record, dict) or len(record) != 1:
        return False
    ((root, inner),) = record.items()
    mapping = mapping_of(root) if isinstance(inner, dict) else None
    return mapping is not None and not mapping.turn and not mapping.records


def text_of(record: Any, place: str, content: Content, settings: Settings) -> Raw | None:
    """The text of a record that :func:`is_xml`, None if it is not or has no text.

    Args:
        record: the record.
        place: where it stands in its file (`record 3`).
        content: its file.
        settings: as for :func:`hemicycle.ingestion.formats.xml.read`.
    """
    if not is_xml(record):
        return None
    ((root, inner),) = record.items()
    data = _xml(root, inner)
    source = Content(content.path, io.BytesIO(data), content.limits, content.folders)
    try:
        found = next(xml.read(source, settings), None)
    except UnreadableError:  # nested deeper than XML may be
        return None
    if not isinstance(found, Raw) or not found.text.strip():
        return None
    own = inner.get("uid")
    return replace(
        found,
        sha256=identifiers.digest(data),
        record=place,
        source_id=own if isinstance(own, str) else "",
    )


def _xml(root: str, value: dict[str, Any]) -> bytes:
    """The XML that an object stands for: `@name` is an attribute, `#text` the words."""
    top = etree.Element(root)
    waiting: list[tuple[Any, Any]] = [(top, value)]
    while waiting:
        element, inner = waiting.pop()
        if not isinstance(inner, dict):
            element.text = _words(inner)
            continue
        for name, child in inner.items():
            local = name.rpartition(":")[2].lstrip("@")
            if name == "#text":
                element.text = _words(child)
            elif not _NAME.fullmatch(local):
                continue
            elif name.startswith("@"):
                element.set(local, _words(child))
            else:
                children = child if isinstance(child, list) else [child]
                waiting += [(etree.SubElement(element, local), one) for one in children]
    return etree.tostring(top, encoding="utf-8")


def _words(value: Any) -> str:
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return _NO_CHARACTER.sub("", str(value)) if plain else ""
