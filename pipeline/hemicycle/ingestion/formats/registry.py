"""The registry of formats: what is read, by which suffixes, with which extra."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats import (
    archives,
    converted,
    delimited,
    docx,
    epub,
    html,
    json_array,
    jsonl,
    letters,
    markdown,
    mhtml,
    odt,
    outlook,
    parquet,
    pdf,
    rtf,
    slides,
    spreadsheet,
    subtitles,
    tei,
    text,
    xml,
)
from hemicycle.messages import tell
from hemicycle.settings import Settings

Reader: TypeAlias = Callable[[Content, Settings], Iterator[Raw | Failure]]
Unpacker: TypeAlias = Callable[[Content, archives.Budget], Iterator[archives.Member | Failure]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        name: what it is called in `documents.csv` and in messages.
        suffixes: lower case, with their points.
        read: its reader, None for an archive.
        extra: the extra that its reader needs, empty if none.
        unpack: for an archive, what gives its files.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader | None
    extra: str = ""
    unpack: Unpacker | None = None


_old = converted.reader
FORMATS: Mapping[str, Format] = {
    known.name: known
    for known in (
        Format("txt", (".txt", ".text"), text.read),
        Format("md", (".md", ".markdown"), markdown.read),
        Format("html", (".html", ".htm", ".xhtml"), html.read),
        Format("mhtml", (".mhtml", ".mht"), mhtml.read),
        Format("pdf", (".pdf",), pdf.read),
        Format("docx", (".docx",), docx.read),
        Format("odt", (".odt",), odt.read),
        Format("rtf", (".rtf",), rtf.read),
        Format("epub", (".epub",), epub.read),
        Format("tei", (".tei",), tei.read),
        Format("xml", (".xml", ".rss", ".atom"), xml.read),
        Format("eml", (".eml",), letters.read),
        Format("srt", (".srt",), subtitles.read),
        Format("vtt", (".vtt",), subtitles.read),
        Format("jsonl", (".jsonl", ".ndjson"), jsonl.read),
        Format("json", (".json",), json_array.read),
        Format("csv", (".csv", ".tsv"), delimited.read),
        Format("parquet", (".parquet",), parquet.read, "parquet"),
        Format("xlsx", (".xlsx", ".xlsm"), spreadsheet.read),
        Format("pptx", (".pptx",), slides.read),
        Format("msg", (".msg",), outlook.read),
        Format(
            "doc", (".doc", ".dot"), _old("doc", "docx", tell("a Word document of before 2007"))
        ),
        Format("xls", (".xls", ".xlt"), _old("xls", "xlsx", tell("a spreadsheet of before 2007"))),
        Format("ppt", (".ppt", ".pps"), _old("ppt", "pptx", tell("a presentation of before 2007"))),
        Format("ods", (".ods",), _old("ods", "xlsx", tell("a spreadsheet of OpenDocument"))),
        Format("zip", (".zip",), None, unpack=archives.unzip),
        Format("tar", (".tar", ".tar.gz", ".tgz"), None, unpack=archives.untar),
    )
}
SUFFIXES: Mapping[str, Format] = {
    suffix: known for known in FORMATS.values() for suffix in known.suffixes
}


def suffix_of(path: PurePosixPath) -> str:
    """The suffix of a file's name, lower case, `.tar.gz` being one; empty if it has none."""
    name = path.name.lower()
    return ".tar.gz" if name.endswith(".tar.gz") else PurePosixPath(name).suffix
