"""Files that are broken, locked or made to harm: a failure each, soon, and the rest is read."""

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile

import pypdfium2
import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.json_values import has_more_values
from hemicycle.running.timelimit import time_limit
from hemicycle.settings import make_settings
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.ingestion import making

LIMITS = {"part_megabytes": 5, "text_characters": 1_000_000, "record_megabytes": 2}
# What the docs state for files within the default limits.
MEGABYTES = 700

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


def zip_bomb():
    return making.zipped({"a.txt": b" " * 20_000_000})


def tar_of(*members):
    """A compressed tar of entries `(name, type, link)`, each file saying `Dedans.`"""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, kind, link in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, link
            info.size = 7 if kind == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(b"Dedans."))
    return out.getvalue()


def tar_with_a_huge_header():
    out = io.BytesIO()
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 50_000_000
    with gzip.open(out, "wb", compresslevel=1) as stream:
        stream.write(info.tobuf(tarfile.GNU_FORMAT))
        stream.write(b"a" * 50_000_000)
    return out.getvalue()


def locked_zip():
    data = bytearray(making.zipped({"a.txt": b"Dedans."}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    return bytes(data)


def linking_zip():
    out = io.BytesIO()
    info = zipfile.ZipInfo("lien.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def nested_zip(depth):
    data = b"Dedans."
    for level in range(depth):
        data = making.zipped({f"{level}.zip" if level else "a.txt": data})
    return data


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
    "bombe.xml": (lambda: tei_xml(BOMB), "unsafe"),
    "dehors.xml": (lambda: tei_xml(OUTSIDE), "unsafe"),
    "tronque.xml": (lambda: making.tei()[:1500], "broken"),
    "autre.xml": (lambda: b"<facture><total>3</total></facture>", "unknown format"),
    "bombe.epub": (lambda: making.zipped({"META-INF/container.xml": tei_xml(BOMB)}), "unsafe"),
    "bombe.zip": (zip_bomb, "too large"),
    "dessus.zip": (lambda: making.zipped({"../a.txt": b"Dedans."}), "unsafe"),
    "absolu.zip": (lambda: making.zipped({"/etc/a.txt": b"Dedans."}), "unsafe"),
    "disque.zip": (lambda: making.zipped({"C:\\a.txt": b"Dedans."}), "unsafe"),
    "lien.zip": (linking_zip, "unsafe"),
    "ferme.zip": (locked_zip, "locked"),
    "poupees.zip": (lambda: nested_zip(4), "too large"),
    "tronque.zip": (lambda: making.zipped({"a.txt": b"Dedans."})[:60], "broken"),
    "dessus.tar.gz": (lambda: tar_of(("../a.txt", tarfile.REGTYPE, "")), "unsafe"),
    "absolu.tgz": (lambda: tar_of(("/etc/a.txt", tarfile.REGTYPE, "")), "unsafe"),
    "lien.tgz": (lambda: tar_of(("a.txt", tarfile.SYMTYPE, "/etc/passwd")), "unsafe"),
    "dur.tgz": (lambda: tar_of(("a.txt", tarfile.LNKTYPE, "/etc/passwd")), "unsafe"),
    "tete.tgz": (tar_with_a_huge_header, "broken"),
    "tronque.tgz": (lambda: tar_of(("a.txt", tarfile.REGTYPE, ""))[:60], "broken"),
    "nid.html": (nested_html, "nested too deeply"),
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
    found = list(read_documents([str(tmp_path)], make_settings({"limits": LIMITS})))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [(f.error, f"/{name}" in f.path) for f in failures] == [(error, True)]
    assert [d.text for d in found if isinstance(d, Document)] == ["Avant.", "Après."]


def test_aliases_of_front_matter_are_not_expanded(tmp_path):
    bomb = "a0: &a0 boum\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
    )
    (tmp_path / "a.md").write_text(f"---\n{bomb}---\nBonjour.")
    (document,) = read_documents([str(tmp_path)], make_settings({}))
    assert (document.text, document.metadata) == ("Bonjour.", {})


def test_a_long_line_does_not_take_the_others_with_it(tmp_path):
    lines = [{"id": "a", "text": "Un."}, {"id": "b", "text": "x" * 3_000_000}, {"text": "Trois."}]
    (tmp_path / "lot.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = list(read_documents([str(tmp_path)], make_settings({"limits": LIMITS})))
    assert [item.text if isinstance(item, Document) else item.error for item in found] == [
        "Un.",
        "too large",
        "Trois.",
    ]


def repeated_parquet():
    """A text of a megabyte that 2,700 rows share: two kilobytes."""
    import pyarrow
    import pyarrow.parquet

    text = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0] * 2700, pyarrow.int32()), pyarrow.array(["mot " * 250_000])
    )
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": text}), out, compression="zstd")
    assert len(out.getvalue()) < 5_000
    return out.getvalue()


def blank_parquet():
    """A text of 300 MB of blanks in one row."""
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    table = pyarrow.table({"text": [" " * 300_000_000]})
    # Statistics, which nothing here asks for, take six seconds.
    plain = {"use_dictionary": False, "write_statistics": False}
    pyarrow.parquet.write_table(table, out, compression="zstd", **plain)
    return out.getvalue()


def wide_parquet():
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    names = {f"c{n}": ["a"] for n in range(2000)}
    pyarrow.parquet.write_table(pyarrow.table(names), out)
    return out.getvalue()


SWELLING = {
    "repete.parquet": repeated_parquet,
    "blanc.parquet": blank_parquet,
    "large.parquet": wide_parquet,
    "listes.jsonl": lambda: b'{"text": "a", "x": [' + b"[]," * 16_000_000 + b"[]]}",
    "objets.json": lambda: b"[" + b"{}," * 60_000_000 + b"{}]",
    "cellules.csv": lambda: b"text" + b"," * 40_000_000 + b"\na",
    "colonnes.csv": lambda: b"text," + b",".join(b"c%d" % n for n in range(5000)) + b"\na",
    "champs.jsonl": lambda: json.dumps({"text": "a", **{f"c{n}": n for n in range(5000)}}).encode(),
}


@pytest.mark.parametrize("name", SWELLING)
def test_what_swells_is_refused_before_it_fills_the_memory(name, tmp_path):
    (tmp_path / name).write_bytes(SWELLING[name]())
    (tmp_path / "z.txt").write_text("Après.")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)], capture_output=True, text=True, check=True
    )
    *found, peak = done.stdout.split("\n")[:-1]
    found = [line for line in found if not line.startswith("mot mot")]
    assert found in (["too large", "Après."], ["invalid CSV", "Après."])
    assert int(peak) < MEGABYTES


def test_a_file_of_nothing_but_failures_is_given_up(tmp_path):
    (tmp_path / "vide.jsonl").write_text("{}\n" * 300)
    settings = make_settings({"limits": {"record_failures": 100}})
    found = list(read_documents([str(tmp_path)], settings))
    assert [f.error for f in found] == ["no text"] * 101 + ["too many failures"]


def test_a_file_with_more_texts_than_failures_is_read_to_its_end(tmp_path):
    lines = ['{"text": "Le maire parle."}'] * 2 + ["{}"]
    (tmp_path / "lot.jsonl").write_text("\n".join(lines * 100))
    settings = make_settings({"limits": {"record_failures": 10}})
    found = list(read_documents([str(tmp_path)], settings))
    assert sum(isinstance(item, Failure) and item.error == "no text" for item in found) == 100


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_values_are_counted_outside_strings_wherever_pieces_end(size):
    told = {"a,[{": ["\\", 'b",[', '\\\\"', 1, {"c": []}], "d": ",[{"}
    data = json.dumps(told).encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    marks = 9  # two objects, two lists, five commas
    assert has_more_values(pieces, marks - 1)
    assert not has_more_values(pieces, marks)


READ = """
import re, sys
from hemicycle.document import Failure
from hemicycle.ingestion.formats.json_values import has_more_values
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings
from hemicycle.running.timelimit import time_limit
for found in read_documents(sys.argv[1:], make_settings({})):
    print(found.error if isinstance(found, Failure) else found.text)
# Its own peak; the one of getrusage is at least that of the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1000)
"""


def test_within_the_default_limits_memory_stays_below_what_the_readme_states(tmp_path):
    (tmp_path / "grand.docx").write_bytes(large_part())
    (tmp_path / "long.jsonl").write_bytes(b'{"text": "' + b"mot " * 25_000_000 + b'"}')
    (tmp_path / "profond.json").write_bytes(b"[" * 1_000_000)
    (tmp_path / "tete.tgz").write_bytes(tar_with_a_huge_header())
    (tmp_path / "z.txt").write_text("Après.")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)], capture_output=True, text=True, check=True
    )
    *found, peak = done.stdout.split("\n")[:-1]
    assert found == ["too large", "too large", "invalid JSON", "broken", "Après."]
    assert int(peak) < MEGABYTES


def read(folder):
    return list(read_documents([str(folder)], make_settings({})))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r\n suite\r\n"])
def test_a_text_of_labels_is_looked_at_once(end, tmp_path):
    """Of forty such lines a pattern that tries each way to part them never comes back."""
    (tmp_path / "notes.txt").write_bytes(
        "".join(f"maire-{n}: Nous réparons la route.{end}" for n in range(400)).encode()
    )
    with time_limit(60):
        [document] = read(tmp_path)
    assert document.format == "txt"


def test_a_saved_page_is_known_by_any_of_its_labels(tmp_path):
    page = making.mhtml()
    many = b"".join(b"X-Note-%d: a\r\n\tb\r\n" % n for n in range(300)) + page
    (tmp_path / "page.html").write_bytes(many)
    [document] = read(tmp_path)
    assert document.format == "mhtml"
