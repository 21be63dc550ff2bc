"""What a compound file is: Word, a spreadsheet, a message, all of before 2007, begin alike.

Where its directory stands, and how, is told by MS-CFB 2.2 and 2.6.
"""

from __future__ import annotations

from hemicycle.ingestion.contents import Content

MAGIC = b"\xd0\xcf\x11\xe0"
_SHIFT, _DIRECTORY = slice(30, 32), slice(48, 52)
_ENTRY, _NAME = 128, 64
_LOOKED_AT = 64 * _ENTRY
_KINDS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "__properties_version1.0": "msg",
    "__nameid_version1.0": "msg",
    "EncryptedPackage": "locked Office",
}
_SUFFIXES = {
    ".doc": "doc",
    ".dot": "doc",
    ".xls": "xls",
    ".xlt": "xls",
    ".ppt": "ppt",
    ".pps": "ppt",
    ".msg": "msg",
}


def kind_of(content: Content) -> str:
    """What a compound file is by the names in its directory, `compound file` if none is known.

    Args:
        content: a file that begins with :data:`MAGIC`.
    """
    head = content.head(512)
    shift = int.from_bytes(head[_SHIFT], "little")
    sector = int.from_bytes(head[_DIRECTORY], "little")
    if shift not in (9, 12) or (sector + 1) << shift >= content.size():
        return "compound file"
    content.rewound().seek((sector + 1) << shift)
    directory = content.stream.read(_LOOKED_AT)
    for at in range(0, len(directory), _ENTRY):
        name = directory[at : at + _NAME].decode("utf-16-le", "replace").partition("\0")[0]
        if name in _KINDS:
            return _KINDS[name]
    return "compound file"


def named(suffix: str) -> str:
    """What a compound file is by its suffix, `compound file` if that is none of those known."""
    return _SUFFIXES.get(suffix, "compound file")
