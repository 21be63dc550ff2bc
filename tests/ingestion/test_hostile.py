"""Files that are broken, locked or made to harm: a failure each, soon, and the rest is read."""

import io
import json
import time
import zipfile

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Document, Failure
from pipeline.ingestion.reading import read_documents
from pipeline.settings import make_settings
from tests.ingestion import making

LIMITS = {"part_megabytes": 5, "text_characters": 1_000_000, "record_megabytes": 2}
SECONDS = 5

BOMB = (
    '<!DOCTYPE d [<!ENTITY a0 "boum">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'


def document_xml(doctype):
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'{doctype}<w:document xmlns:w="{main}"><w:body><w:p><w:r><w:t>Bonjour &a11;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    ).encode()


def content_xml(doctype):
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return (
        f'{doctype}<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        "<t:p>Bonjour &a11;</t:p></o:text></o:body></o:document-content>"
    ).encode()


def tei_xml(doctype):
    return (
        f'{doctype}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Bonjour &a11;</p>'
        "</body></text></TEI>"
    ).encode()


def large_part():
    """A part of 500 MB of spaces, written a megabyte at a time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(500):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def blank_pdf():
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def locked_pdf():
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(50, 700, "Texte fermé.")
    canvas.save()
    return out.getvalue()


def nested_html():
    return b"<html><body>" + b"<div>" * 10_000 + b"Bonjour." + b"</div>" * 10_000


HOSTILE = {
    "bombe.docx": (lambda: making.zipped({"word/document.xml": document_xml(BOMB)}), "unsafe"),
    "dehors.docx": (lambda: making.zipped({"word/document.xml": document_xml(OUTSIDE)}), "unsafe"),
    "bombe.odt": (lambda: making.zipped({"content.xml": content_xml(BOMB)}), "unsafe"),
    "dehors.odt": (lambda: making.zipped({"content.xml": content_xml(OUTSIDE)}), "unsafe"),
    "grand.docx": (large_part, "too large"),
    "tronque.docx": (lambda: making.word()[:2000], "broken"),
    "vide.odt": (lambda: making.zipped({"autre.xml": b"<a/>"}), "broken"),
    "ferme.pdf": (locked_pdf, "locked"),
    "tronque.pdf": (lambda: b"%PDF-1.7\n1 0 obj\n<</Type", "broken"),
    "image.pdf": (blank_pdf, "no text layer"),
    "tronque.parquet": (lambda: making.parquet()[:500], "broken"),
    "profond.json": (lambda: b"[" * 1_000_000, "invalid JSON"),
    "long.jsonl": (lambda: json.dumps({"text": "mot " * 1_000_000}).encode(), "too large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_failure_and_the_rest_is_read(name, tmp_path):
    make, error = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "a.txt").write_text("Avant.")
    (tmp_path / "z.txt").write_text("Après.")
    start = time.perf_counter()
    found = list(read_documents([str(tmp_path)], make_settings({"limits": LIMITS})))
    assert time.perf_counter() - start < SECONDS
    failures = [item for item in found if isinstance(item, Failure)]
    assert [(f.error, f.path.endswith(name)) for f in failures] == [(error, True)]
    assert [d.text for d in found if isinstance(d, Document)] == ["Avant.", "Après."]


def test_a_long_line_does_not_take_the_others_with_it(tmp_path):
    lines = [{"id": "a", "text": "Un."}, {"id": "b", "text": "x" * 3_000_000}, {"text": "Trois."}]
    (tmp_path / "lot.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = list(read_documents([str(tmp_path)], make_settings({"limits": LIMITS})))
    assert [item.text if isinstance(item, Document) else item.error for item in found] == [
        "Un.",
        "too large",
        "Trois.",
    ]


def test_ten_thousand_nested_tags_end_soon(tmp_path):
    (tmp_path / "a.html").write_bytes(nested_html())
    (tmp_path / "z.txt").write_text("Après.")
    start = time.perf_counter()
    found = list(read_documents([str(tmp_path)], make_settings({})))
    assert time.perf_counter() - start < SECONDS
    assert len(found) == 2
    assert found[1].text == "Après."
