"""What is hidden, moved, listed or put in for the page in office files, and their hostile twins."""

import io
import stat
import sys
import zipfile

import openpyxl
import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.running.timelimit import time_limit
from hemicycle.settings import make_settings

from tests.ingestion import making, offices
from tests.ingestion.test_hostile import BOMB, OUTSIDE

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    f'<w:styles xmlns:w="{MAIN}">'
    '<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="TOC Heading"/></w:style></w:styles>'
)


def read(folder, name, data, **settings):
    (folder / name).write_bytes(data)
    with time_limit(20):
        return list(read_documents([str(folder / name)], make_settings(settings)))


def word(body, **parts):
    files = {"[Content_Types].xml": b"<Types/>", **parts}
    document = f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'
    return making.zipped({**files, "word/document.xml": document.encode()})


def paragraph(text, run="", style=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_what_word_does_not_show_is_not_read(tmp_path):
    body = (
        f"<w:moveFrom>{paragraph('Le pont sera élargi.')}</w:moveFrom>"
        + paragraph("Le conseil vote le budget de la commune.")
        + "<w:p><w:r><w:t>Il y a dix classes</w:t></w:r>"
        "<w:del><w:r><w:delText> vides</w:delText></w:r></w:del><w:r><w:t> ici.</w:t></w:r></w:p>"
        + f"<w:moveTo>{paragraph('Le pont sera élargi.')}</w:moveTo>"
        + paragraph("Pour le secrétariat.", "<w:vanish/>")
        + paragraph("Pour tous.", '<w:vanish w:val="0"/>')
    )
    (document,) = read(tmp_path, "a.docx", word(body))
    assert document.text.split("\n\n") == [
        "Le conseil vote le budget de la commune.",
        "Il y a dix classes ici.",
        "Le pont sera élargi.",
        "Pour tous.",
    ]


def test_words_hidden_by_a_style_are_not_read(tmp_path):
    styles = (
        f'<w:styles xmlns:w="{MAIN}">'
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Note"><w:basedOn w:val="Secret"/></w:style>'
        '<w:style w:styleId="Clair"><w:basedOn w:val="Secret"/>'
        '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        "<w:style><w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = (
        paragraph("Pour le secrétariat.", style="Secret")
        + paragraph("Pour la presse.", style="Note")
        + paragraph("Pour le maire.", '<w:rStyle w:val="Note"/>')
        + paragraph("Le conseil vote.", style="Clair")
        + paragraph("Le pont ouvre.", '<w:vanish w:val="0"/>', style="Secret")
        + paragraph("La halle ferme.", style="A")
        + "<w:p><w:r><w:t>L’école</w:t><w:cr/><w:t>rouvre.</w:t></w:r></w:p>"
    )
    (document,) = read(tmp_path, "a.docx", word(body, **{"word/styles.xml": styles.encode()}))
    assert document.text.split("\n\n") == [
        "Le conseil vote.",
        "Le pont ouvre.",
        "La halle ferme.",
        "L’école\nrouvre.",
    ]


@pytest.mark.parametrize("style", ["Verzeichnis1", "TM2", "TOC3", "T"])
def test_a_table_of_contents_of_word_goes_by_its_style(style, tmp_path):
    body = paragraph("Écoles 2", style=style) + paragraph("Écoles", style="Titre1")
    data = word(body + paragraph("Le conseil ouvre une école."), **{"word/styles.xml": STYLES})
    (document,) = read(tmp_path, "a.docx", data)
    assert document.text == "Écoles\n\nLe conseil ouvre une école."


def test_contents_and_deleted_words_of_opendocument_go(tmp_path):
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        "<t:tracked-changes><t:changed-region><t:deletion><t:p>Ancienne phrase.</t:p></t:deletion>"
        "</t:changed-region></t:tracked-changes><t:table-of-content><t:index-body><t:p>Écoles 2"
        "</t:p></t:index-body></t:table-of-content><t:h>Écoles</t:h><t:p>Le conseil ouvre.</t:p>"
        "</o:text></o:body></o:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    data = making.zipped({"mimetype": kind, "content.xml": content.encode()})
    (document,) = read(tmp_path, "a.odt", data)
    assert document.text == "Écoles\n\nLe conseil ouvre."


def test_each_row_of_a_workbook_is_a_document(tmp_path):
    (document,) = read(tmp_path, "a.xlsx", offices.workbook())
    assert (document.doc_id, document.title, str(document.date)) == (
        "k",
        making.TITLE,
        "2025-11-04",
    )
    assert document.date_from == "metadata"


def test_columns_without_names_go_by_their_numbers(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["2025-03-04", "Le conseil ouvre une école."])
    book.active.append(["2025-03-05", "Le conseil ferme un pont."])
    out = io.BytesIO()
    book.save(out)
    fields = {"text": "2", "date": "1"}
    found = read(tmp_path, "a.xlsx", out.getvalue(), fields=fields)
    assert [(str(d.date), d.text) for d in found] == [
        ("2025-03-04", "Le conseil ouvre une école."),
        ("2025-03-05", "Le conseil ferme un pont."),
    ]


def test_a_workbook_without_texts_is_one_failure(tmp_path):
    book = openpyxl.Workbook()
    for row in (["année", "total"], [2025, 1], [2026, 2]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    (failure,) = read(tmp_path, "a.xlsx", out.getvalue())
    assert (failure.error, "--text-field" in failure.message) == ("no text", True)


def test_a_hidden_slide_and_its_furniture_are_not_read(tmp_path):
    (document,) = read(tmp_path, "a.pptx", offices.slides())
    assert "À ne pas montrer" not in document.text
    assert (document.title, document.metadata["author"]) == (making.TITLE, making.AUTHOR)
    assert (document.speaker, document.date) == ("", None)


def test_words_for_older_programs_are_not_read_twice(tmp_path):
    shape = "<p:sp><p:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>"
    slide = (
        '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:AlternateContent><mc:Choice>{shape.format('La halle rouvre.')}</mc:Choice>"
        f"<mc:Fallback>{shape.format('La halle rouvre.')}</mc:Fallback></mc:AlternateContent>"
        "</p:sld>"
    )
    data = with_part(offices.slides(), "ppt/slides/slide1.xml", slide.encode())
    (document,) = read(tmp_path, "a.pptx", data)
    assert document.text.count("La halle rouvre.") == 1


@pytest.mark.parametrize("page", [False, True])
def test_a_message_says_its_subject_day_and_sender(page, tmp_path):
    (document,) = read(tmp_path, "a.msg", offices.message(page=page))
    assert (document.title, document.source, document.speaker) == (making.TITLE, making.AUTHOR, "")
    assert (str(document.date), document.date_from) == ("2025-11-04", "metadata")
    assert "Quand ?" not in document.text


def test_files_of_before_2007_are_read_by_libreoffice_where_it_is(tmp_path, monkeypatch):
    """The program is played by a script that gives what LibreOffice would write."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "made.docx").write_bytes(making.word())
    script = programs / "soffice"
    script.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "target = sys.argv[sys.argv.index('--convert-to') + 1]\n"
        "source = pathlib.Path(sys.argv[-1])\n"
        "assert source.read_bytes().startswith(b'\\xd0\\xcf')\n"
        f"shutil.copy({str(programs / 'made.docx')!r}, folder / f'{{source.stem}}.{{target}}')\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(programs))
    (document,) = read(tmp_path, "a.doc", offices.compound({"WordDocument": b"x"}))
    assert isinstance(document, Document)
    assert (document.format, document.title) == ("doc", making.TITLE)
    script.write_text(f"#!{sys.executable}\nraise SystemExit(3)\n")
    (failure,) = read(tmp_path, "b.doc", offices.compound({"WordDocument": b"x"}))
    assert (failure.error, "LibreOffice cannot read it" in failure.message) == ("broken", True)


def with_part(data, name, content):
    """An archive in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for other in old.namelist():
            new.writestr(other, content if other == name else old.read(other))
    return out.getvalue()


def sheet(cells, doctype=""):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'{doctype}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
    ).encode()


HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>texte</t></is></c></row>'
CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.xlsx", offices.workbook(), SHEET),
        ("a.xlsx", offices.workbook(), "xl/workbook.xml"),
        ("a.pptx", offices.slides(), "ppt/slides/slide1.xml"),
    ],
)
def test_entities_are_refused(name, data, part, doctype, tmp_path):
    (failure,) = read(tmp_path, name, with_part(data, part, f"{doctype}<a>&a11;</a>".encode()))
    assert isinstance(failure, Failure)
    assert failure.error == "unsafe"


def test_a_cell_at_the_end_of_a_sheet_takes_no_memory_and_no_time(tmp_path):
    far = sheet(HEADER + f'<row r="1048576">{CELL.format("A1048576", "Le conseil vote.")}</row>')
    (document,) = read(tmp_path, "a.xlsx", with_part(offices.workbook(), SHEET, far))
    assert document.text == "Le conseil vote."
    wide = sheet(HEADER + f'<row r="2">{CELL.format("XFD2", "Le conseil vote.")}</row>')
    (failure,) = read(tmp_path, "b.xlsx", with_part(offices.workbook(), SHEET, wide))
    assert failure.error == "too large"


@pytest.mark.parametrize("name", ["a.xlsx", "a.pptx", "a.msg"])
def test_broken_files_are_failures(name, tmp_path):
    made = {"a.xlsx": offices.workbook, "a.pptx": offices.slides, "a.msg": offices.message}
    data = made[name]()
    for cut in (40, 600, len(data) // 2, len(data) - 200):
        for found in read(tmp_path, name, data[:cut]):
            assert isinstance(found, Failure)
