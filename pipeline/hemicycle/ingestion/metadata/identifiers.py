"""Names of documents: readable, safe as folder names, and the same from run to run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

_SAFE = re.compile(r"[A-Za-z0-9_-]{1,100}")
_UNSAFE_RUN = re.compile(r"[^a-z0-9_]+")
_DASHES = re.compile(r"-{2,}")
_LONGEST = 60
_PLAIN_SUFFIX = ".txt"
# Names that Windows keeps for devices.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
# A plain name that ends like one with its suffix would be taken for it.
_LOOKS_SUFFIXED = re.compile(
    r"-(?:md|markdown|text|jsonl|ndjson|json|csv|tsv|html?|xhtml|mht(?:ml)?|pdf|docx|odt|rtf|epub|"
    r"xml|tei|rss|atom|srt|vtt|eml|parquet|xlsx|xlsm|pptx|msg|docm?|dot|xl[st]|pp[st]|ods|zip|gz|file)$"
)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o"})


def record_name(record_id: str, path: str) -> str:
    """The ``doc_id`` of a record: its own id where that is a safe name, else a slug of it.

    Args:
        record_id: the id that the record gives, or its line number.
        path: path of its file inside the corpus, which keeps two unsafe ids apart.
    """
    if _SAFE.fullmatch(record_id) and not _RESERVED.fullmatch(record_id):
        return record_id
    return _hashed(record_id or "record", f"{path}\0{record_id}")


def file_name(path: PurePosixPath) -> str:
    """The ``doc_id`` of a file: a slug of its path inside the corpus.

    A ``.txt`` file with a plain name keeps it (`budget`); any other suffix stays in the name
    (`budget-md`); a name that had to be changed gets a hash of the original, so that two files
    never share one, whatever else is in the folder.
    """
    suffix = path.suffix.lower()
    stem = str(path.with_suffix("")) if suffix else str(path)
    plain = stem.replace("/", "-")
    tail = "" if suffix == _PLAIN_SUFFIX else f"-{suffix[1:]}" if suffix else "-file"
    exact = (
        "/" not in stem
        and _SAFE.fullmatch(plain) is not None
        and plain == plain.lower()
        and not _RESERVED.fullmatch(plain)
        and not _LOOKS_SUFFIXED.search(plain)
        and len(plain) <= _LONGEST
    )
    return plain + tail if exact else _hashed(plain + tail, str(path))


def sameness(doc_id: str) -> str:
    """What two names have in common that Windows or macOS takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", doc_id).casefold())


def slug(text: str) -> str:
    """An ASCII name made of a text: letters without accents, figures and dashes."""
    folded = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).lower()
    ascii_only = folded.encode("ascii", "ignore").decode()
    return _DASHES.sub("-", _UNSAFE_RUN.sub("-", ascii_only)).strip("-")[:_LONGEST].strip("-")


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _hashed(name: str, key: str) -> str:
    mark = digest(_bytes(key))[:8]
    return f"{slug(name) or 'document'}-{mark}"


def _bytes(key: str) -> bytes:
    try:
        # A file name may hold bytes that are no text.
        return key.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return key.encode("utf-8", "surrogatepass")  # an id may hold any half of a character
