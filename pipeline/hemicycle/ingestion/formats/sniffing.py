"""What a file is by its first bytes, whatever its name says.

Signs are strong (a magic number, the root of a document), which overrule a suffix, or weak (it is
JSON, it has a header with known names, it is text), which serve where there is no suffix.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib

from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats import ole
from hemicycle.ingestion.formats.encoding import NotTextError, decode
from hemicycle.ingestion.formats.xml_mapping import mapping_of
from hemicycle.ingestion.metadata.naming import is_known_name

HEAD = 64_000
_TAR_MAGIC = slice(257, 262)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>\s*")
_TEI = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)\b")
_ROOT = re.compile(r"<(?:\w+:)?(?P<name>[\w-]+)\b")
_LABEL = re.compile(r"[\w-]+:")
# What stands at the head of each letter, and what programs of mail add.
_LETTER = frozenset({"from:", "date:", "subject:"})
_POSTED = frozenset({"message-id:", "mime-version:", "received:"})
_MHTML = re.compile(r"content-type:\s*multipart/related", re.IGNORECASE)
_CUE = re.compile(r"\s*\d{1,6}[ \t]*\r?\n[ \t]*\d{1,4}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
_WEB_CUES = re.compile(r"WEBVTT(?=\s|$)")
_SECOND_RECORD = re.compile(r"\s*\{")
_EXCEL = re.compile(r'\ufeff?"?sep=[,;\t|]"?\s', re.IGNORECASE)
_OFFICE = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "ppt/presentation.xml": "pptx"}
_CELLS = re.compile(r"[,;\t|]")


def strong(content: Content) -> str:
    """The format that the first bytes prove, empty if they prove none.

    Formats that are known and not read have names that no reader has (`locked Office`).
    """
    head = content.head(HEAD)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(ole.MAGIC):
        return ole.kind_of(content)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if head.startswith(b"\x1f\x8b"):
        return "tar" if _gunzipped(head)[_TAR_MAGIC] == b"ustar" else ""
    if head[_TAR_MAGIC] == b"ustar":
        return "tar"
    text = _text(head).lstrip("\ufeff")
    return _subtitled(text) or _marked_up(text)


def weak(content: Content) -> str:
    """The format of a text without a suffix: `jsonl`, `json`, `csv`, `txt`; empty if no text."""
    head = content.head(HEAD)
    text = _text(head)
    if not text.strip():
        return "txt" if not head.strip() else ""
    if is_json_lines(content):
        return "jsonl"
    if re.match(r"\s*\[\s*\{", text) or re.match(r'\s*\{\s*"', text):
        return "json"
    if _EXCEL.match(text):
        return "csv"
    cells = _CELLS.split(text.lstrip("\ufeff").split("\n", 1)[0])
    if len(cells) > 1 and any(is_known_name("text", cell.strip('" \r')) for cell in cells):
        return "csv"
    return "txt"


def is_json_lines(content: Content) -> bool:
    """Whether the first line is a whole JSON object, and the second begins one if there is one."""
    first, _, rest = _first_line(content)
    if not first.startswith("{"):
        return False
    if len(first) > HEAD // 4 and not rest:
        # One object at least, in one line that is too long to be looked at whole.
        return True
    return _is_json(first) and (not rest.strip() or _SECOND_RECORD.match(rest) is not None)


def is_many_json_lines(content: Content) -> bool:
    """Whether the first line is a whole JSON object and the second begins another."""
    first, _, rest = _first_line(content)
    return first.startswith("{") and _SECOND_RECORD.match(rest) is not None and _is_json(first)


def _first_line(content: Content) -> tuple[str, str, str]:
    return _text(content.head(HEAD)).lstrip("\ufeff \r\n").partition("\n")


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _text(head: bytes) -> str:
    try:
        return decode(head)
    except NotTextError:
        return ""


def _subtitled(text: str) -> str:
    if _CUE.match(text):
        return "srt"
    return "vtt" if _WEB_CUES.match(text) else ""


def _marked_up(text: str) -> str:
    start = _without_prologue(text)
    if _HTML.match(start):
        return "html"
    if (declared := _DOCTYPE.match(start)) is not None:
        start = _without_prologue(start[declared.end() :])
    if _TEI.match(start):
        return "tei"
    if (root := _ROOT.match(start)) is not None and mapping_of(root["name"]) is not None:
        return "xml"
    return _mailed(start)


def _mailed(text: str) -> str:
    """Whether a text begins as a letter: with labels, one of which may say that it is a page.

    Each line is looked at once, for a transcript may be labels from its first line to its last.
    """
    # A label's value may stand on the next line, behind a blank.
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    labels = set()
    for line in unfolded.split("\n"):
        if (label := _LABEL.match(line)) is None:
            break
        if _MHTML.match(line) is not None:
            return "mhtml"
        labels.add(label[0].lower())
    return "eml" if labels >= _LETTER and labels & _POSTED else ""


def _without_prologue(text: str) -> str:
    """A text from its first mark on that is no comment and no instruction."""
    text = text.lstrip()
    while text.startswith(("<?", "<!--")):
        _, _, text = text.partition("-->" if text.startswith("<!--") else "?>")
        text = text.lstrip()
    return text


def _zipped(content: Content) -> str:
    try:
        with zipfile.ZipFile(content.rewound()) as archive:
            names = set(archive.namelist())
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    kind = part.read(200)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return ""
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    if "content.xml" in names and "mimetype" in names:
        return "ods" if b"spreadsheet" in kind else "odt"
    if "[Content_Types].xml" in names:
        return next((known for part, known in _OFFICE.items() if part in names), "office file")
    return "zip"


def _gunzipped(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 1024)
    except zlib.error:
        return b""
