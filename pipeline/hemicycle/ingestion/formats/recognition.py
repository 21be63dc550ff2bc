"""Which format a file is read as, and how that is known."""

from __future__ import annotations

import logging
from pathlib import PurePosixPath

from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import ole, sniffing
from hemicycle.ingestion.formats.registry import FORMATS, SUFFIXES, Format, suffix_of
from hemicycle.messages import tell

_LOG = logging.getLogger(__name__)
_ZIPPED = frozenset({"docx", "odt", "epub", "xlsx", "pptx"})
_ADVICE = {
    "locked Office": tell(
        "It is an office document that is locked by a password; save it without."
    ),
    "compound file": tell(
        "It is a file of an office program of before 2007, of which kind cannot "
        "be told; save its text as .docx, .csv or .pdf."
    ),
    "xlsb": tell("It is a binary spreadsheet; save it as .xlsx."),
    "office file": tell(
        "It is a file of an office program that holds no text known; save its "
        "text as .docx or .pdf."
    ),
}


def recognise(content: Content, inside: PurePosixPath) -> tuple[Format, str]:
    """The format of a file, and whether its `suffix` or its `content` told it.

    What the first bytes prove overrules the suffix. Without a suffix, JSON, CSV and text are told
    by their look. Whenever the suffix did not tell it, what was taken is logged.

    Raises:
        UnreadableError: the format is unknown.
    """
    suffix = suffix_of(inside)
    named = SUFFIXES.get(suffix)
    proven = sniffing.strong(content)
    if proven == "compound file":
        proven = ole.named(suffix)
    if proven in _ADVICE:
        raise UnreadableError("unknown format", _ADVICE[proven])
    if named is FORMATS["xml"] and proven == "tei":
        return FORMATS["tei"], "suffix"
    if named is not None and (proven in ("", named.name) or _kept(named.name, proven)):
        if named.name == "json" and sniffing.is_many_json_lines(content):
            return _taken(FORMATS["jsonl"], content)
        return named, "suffix"
    if proven:
        return _taken(FORMATS[proven], content)
    if not suffix and (likely := sniffing.weak(content)):
        return _taken(FORMATS[likely], content)
    known = " ".join(sorted(SUFFIXES))
    raise UnreadableError(
        "unknown format",
        tell(
            "Files of the kind {suffix!r} are not read; known: {known}.",
            suffix=suffix or "without a suffix",
            known=known,
        ),
    )


def _kept(named: str, proven: str) -> bool:
    """Whether a suffix stands although the content looks like something more general."""
    # A letter with pictures is made as a saved page is.
    return (named in _ZIPPED and proven == "zip") or (named, proven) == ("eml", "mhtml")


def _taken(known: Format, content: Content) -> tuple[Format, str]:
    _LOG.warning(
        tell("{path}: read as {name}, by its content.", path=content.path, name=known.name)
    )
    return known, "content"
