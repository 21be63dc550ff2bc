"""What office files of ECMA-376 say of themselves (part 2, 11: core properties)."""

from __future__ import annotations

from hemicycle.ingestion.formats.zip_parts import DC, Parts

_TERMS = "{http://purl.org/dc/terms/}"
_NAMES = {
    "title": f"{DC}title",
    "author": f"{DC}creator",
    "language": f"{DC}language",
    "created": f"{_TERMS}created",
}


def core_fields(parts: Parts) -> dict[str, str]:
    """Title, who made the file, its language and when it was made, as far as they are filled in."""
    core = parts.optional("docProps/core.xml")
    if core is None:
        return {}
    found = {ours: core.findtext(theirs) for ours, theirs in _NAMES.items()}
    return {ours: value for ours, value in found.items() if value}
