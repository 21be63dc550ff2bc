"""Elements of TEI and their names."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from hemicycle.export.xml_characters import xml_text

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
NAMESPACES: Any = {None: _TEI}
ID = f"{_XML}id"
LANG = f"{_XML}lang"
_NO_NAME = re.compile(r"[^\w.-]+")


def tagged(name: str) -> str:
    """The name of an element in the namespace of TEI."""
    return f"{{{_TEI}}}{name}"


def added(above: Any, name: str, **attributes: str) -> Any:
    """A new last child of an element."""
    return etree.SubElement(above, tagged(name), attributes)


def identifier(before: str, name: str) -> str:
    """A name that XML takes for an id: it begins with a letter and holds no blanks."""
    plain = _NO_NAME.sub("-", xml_text(name)).strip("-") or "x"
    return before + plain if before or plain[0].isalpha() else f"d.{plain}"
