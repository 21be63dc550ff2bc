"""The people of a corpus that lie in files of their own, as in ParlaMint: its header, its lists.

A sitting names its speakers by ids that are explained in `ParlaMint-XX.xml` or in
`ParlaMint-XX-listPerson.xml`, beside it or in a folder above it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats import safe_xml
from hemicycle.ingestion.formats.tei_header import Header, header_of
from hemicycle.ingestion.formats.tei_text import local
from hemicycle.ingestion.paths import leads_out
from hemicycle.regular_files import open_regular

_LISTS = ("*listPerson*.xml", "*listOrg*.xml")
_LARGEST = 50_000_000


def corpus_header(content: Content) -> Header:
    """What the lists of people and bodies beside and above a file say, down to the input's root."""
    header = Header()
    for folder in content.folders:
        header = header.below(_lists_in(folder, content.folders[-1]))
    return header


@lru_cache(maxsize=16)
def _lists_in(folder: Path, root: Path) -> Header:
    header = Header()
    for path in sorted(path for pattern in _LISTS for path in folder.glob(pattern)):
        if leads_out(path, root):
            continue
        try:
            with open_regular(path) as file:
                data = file.read(_LARGEST + 1)
            if len(data) <= _LARGEST:
                root = safe_xml.parse(data)
                if local(root) in ("listPerson", "listOrg"):
                    header = header.below(header_of(root))
        except (OSError, etree.XMLSyntaxError, safe_xml.UnsafeXMLError):
            continue
    return header
