"""What a file is read as, by its suffix or its content, and that a guess is said."""

import io
import sys

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

from tests.ingestion import making

JSON_LINES = b'{"id": "a", "text": "Oui."}\n{"id": "b", "text": "Non."}\n'


def read(*inputs):
    return list(read_documents([str(i) for i in inputs], make_settings({})))


@pytest.mark.parametrize(
    ("name", "data", "known"),
    [
        ("note.txt", making.journal(1)[0], "pdf"),
        ("note.txt", making.html(), "html"),
        ("note.doc", making.rtf(), "rtf"),
        ("note.doc", making.word(), "docx"),
        ("note.html", making.mhtml(), "mhtml"),
        ("note.xml", making.html(), "html"),
        ("note.txt", making.tei(), "tei"),
        ("note", making.opendocument(), "odt"),
        ("note", making.epub(), "epub"),
        ("note", making.parquet(), "parquet"),
        ("note", making.jsonl(), "jsonl"),
        ("note", making.json_array(), "json"),
        ("note", making.delimited(";"), "csv"),
        ("note", making.spreadsheet(), "csv"),
        ("note", making.plain().encode(), "txt"),
        ("note.txt", making.letter(), "eml"),
        ("note.txt", making.subtitles(), "srt"),
        ("note.srt", making.subtitles(web=True), "vtt"),
        ("note.json", JSON_LINES, "jsonl"),
    ],
)
def test_content_overrules_the_suffix_and_the_guess_is_said(name, data, known, tmp_path, caplog):
    (tmp_path / name).write_bytes(data)
    first = read(tmp_path)[0]
    assert isinstance(first, Document)
    assert (first.format, first.format_from) == (known, "content")
    assert f"{name}: read as {known}, by its content." in caplog.text


def test_a_right_suffix_is_not_talked_about(tmp_path, caplog):
    (tmp_path / "note.txt").write_bytes(making.plain().encode())
    (tmp_path / "note.docx").write_bytes(making.word())
    assert {d.format_from for d in read(tmp_path)} == {"suffix"}
    assert not caplog.records


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("code.py", b"print('bonjour')"),
        ("vieux.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("plan.vsdx", making.zipped({"[Content_Types].xml": b"<a/>", "visio/a.xml": b"<a/>"})),
        ("image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ],
)
def test_what_is_not_known_is_not_guessed(name, data, tmp_path):
    (tmp_path / name).write_bytes(data)
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.error == "unknown format"


def compound(*names, sector=0, shift=9):
    """A compound file as far as it is looked at: its head and its directory."""
    head = bytearray(b"\xd0\xcf\x11\xe0".ljust(1 << shift, b"\0"))
    head[30:32] = shift.to_bytes(2, "little")
    head[48:52] = sector.to_bytes(4, "little")
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *names))
    return bytes(head) + b"".join(entries)


@pytest.mark.parametrize(
    ("name", "data", "told", "to_do"),
    [
        ("a.doc", compound("\1Ole", "WordDocument"), "Word document", ".docx"),
        ("a.doc", compound("Workbook", "WordDocument"), "spreadsheet", ".xlsx"),
        ("a.xls", compound("Book", shift=12), "spreadsheet", ".xlsx"),
        ("a.ppt", compound("PowerPoint Document"), "presentation", ".pptx"),
        ("a.docx", compound("EncryptedPackage"), "password", "without"),
        ("a.xls", compound("?"), "spreadsheet", ".xlsx"),
        ("a.doc", compound()[:40], "Word document", ".docx"),
        ("a", compound(shift=7), "office program", ".pdf"),
        (
            "a.xlsb",
            making.zipped({"[Content_Types].xml": b"", "xl/workbook.bin": b""}),
            "binary",
            ".",
        ),
        ("a.odt", making.zipped({"content.xml": b"", "mimetype": b"x.spreadsheet"}), "sheet", "."),
    ],
)
def test_files_of_offices_that_are_not_read_are_told_apart(
    name, data, told, to_do, tmp_path, monkeypatch
):
    monkeypatch.setenv("PATH", "")
    (tmp_path / name).write_bytes(data)
    (failure,) = read(tmp_path)
    assert failure.error == "unknown format"
    assert told in failure.message
    assert to_do in failure.message


@pytest.mark.parametrize(
    "data", [making.word(), making.journal(1)[0], making.html(), making.zipped({"a.txt": b"Oui."})]
)
def test_standard_input_may_be_of_any_format(data, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (document,) = read("-")
    assert document.path.startswith("-")


def test_guessed_fields_are_said_once_and_named_ones_are_not_guessed(tmp_path, caplog):
    path = tmp_path / "lot.jsonl"
    path.write_text('{"Titre": "A", "texte": "Un.", "auteur": "B"}\n{"texte": "Deux."}\n')
    one, two = read(path)
    assert (one.title, one.speaker, one.text, two.text) == ("A", "B", "Un.", "Deux.")
    assert caplog.text.count("the text is taken from the field 'texte'") == 1
    named = make_settings({"fields": {"text": "corps"}})
    assert [f.error for f in read_documents([str(path)], named)] == ["no text", "no text"]
