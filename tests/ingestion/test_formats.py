"""Every format gives back the words that were put into it, in their order, and few others."""

from collections import Counter
from difflib import SequenceMatcher

import pytest
from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

from tests.ingestion import making, offices

FORMATS = {
    "note.txt": making.plain().encode("cp1252", "replace"),
    "note.md": making.markdown(),
    "note.html": making.html(),
    "note.docx": making.word(),
    "note.odt": making.opendocument(),
    "note.jsonl": making.jsonl(),
    "note.json": making.json_array(),
    "liste.json": making.wrapped_json(),
    "question.json": making.question_json(),
    "note.csv": making.delimited(";"),
    "excel.csv": making.spreadsheet(),
    "note.tsv": making.delimited("\t"),
    "note.parquet": making.parquet(),
    "note.rtf": making.rtf(),
    "note.epub": making.epub(),
    "note.mhtml": making.mhtml(),
    "note.xml": making.tei(),
    "note.eml": making.letter(),
    "page.eml": making.letter(page=True),
    "note.srt": making.subtitles(),
    "note.vtt": making.subtitles(web=True),
    "note.xlsx": offices.workbook(),
    "note.pptx": offices.slides(),
    "note.msg": offices.message(),
    "page.msg": offices.message(page=True),
}


def read(folder, name, data, **settings):
    (folder / name).write_bytes(data)
    found = list(read_documents([str(folder / name)], make_settings(settings)))
    assert all(isinstance(item, Document) for item in found), found
    return found


def assert_same_words(found, expected):
    """Recall of at least 99 %, at most 2 % of other words, in the order of the original."""
    found, expected = found.split(), list(expected)
    kept = sum((Counter(found) & Counter(expected)).values())
    assert kept >= 0.99 * len(expected), Counter(expected) - Counter(found)
    assert len(found) - kept <= 0.02 * len(expected), Counter(found) - Counter(expected)
    blocks = SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.99 * len(expected)


@pytest.mark.parametrize("name", FORMATS)
def test_words_and_their_order_are_kept(name, tmp_path):
    (document,) = read(tmp_path, name, FORMATS[name])
    assert_same_words(document.text, making.WORDS)


@pytest.mark.parametrize(
    "name",
    [
        "note.html",
        "note.docx",
        "note.odt",
        "note.md",
        "note.srt",
        "note.vtt",
        "note.eml",
        "note.msg",
    ],
)
def test_a_paragraph_is_a_line(name, tmp_path):
    (document,) = read(tmp_path, name, FORMATS[name])
    lines = document.text.split("\n")
    assert {making.TITLE, *making.PARAGRAPHS, making.HEADING, making.LAST} <= set(lines)


@pytest.mark.parametrize("name", ["note.html", "note.docx", "note.odt"])
def test_a_file_says_its_title_and_who_made_it_but_not_who_speaks(name, tmp_path):
    (document,) = read(tmp_path, name, FORMATS[name])
    assert (document.title, document.metadata["author"]) == (making.TITLE, making.AUTHOR)
    assert document.speaker == ""


def test_a_page_says_its_date(tmp_path):
    (document,) = read(tmp_path, "note.html", FORMATS["note.html"])
    assert (str(document.date), document.date_from) == ("2025-11-04", "metadata")


def test_pdf_in_columns(tmp_path):
    data, words = making.journal()
    (document,) = read(tmp_path, "journal.pdf", data)
    assert_same_words(document.text, words)
    assert "Journal de la séance" not in document.text
    assert (document.title, document.metadata["author"]) == (making.TITLE, making.AUTHOR)
    # Broken words are mended, compounds keep their hyphen, and a paragraph is a line.
    lines = document.text.split("\n")
    for paragraph in (*making.PARAGRAPHS, making.LAST, making.NOTE):
        assert paragraph in lines


def test_figures_that_each_page_has_of_its_own_are_no_head(tmp_path):
    amounts = {"Kerlévan": (1200, 350), "Morlieu": (800, 420), "Saint-Quay": (650, 90)}
    data = making.pages(
        [
            ["Fiches des communes", *(f"Dotation : {n} euros" for n in paid), f"Fiche {page} / 3"]
            for page, paid in enumerate(amounts.values(), start=1)
        ]
    )
    (document,) = read(tmp_path, "fiches.pdf", data)
    figures = [int(word) for word in document.text.split() if word.isdigit()]
    assert figures == [1200, 350, 800, 420, 650, 90]
    assert "Fiche" not in document.text


def test_pdf_with_raised_figures_and_a_table(tmp_path):
    (document,) = read(tmp_path, "rapport.pdf", making.report())
    assert document.text.split("\n\n") == [
        making.PARAGRAPHS[0].replace("euros,", "euros 2,"),
        *(" ".join(row) for row in making.TABLE),
        "Un quai de 40 m2 du XIXe siècle.",
    ]
    assert (document.title, document.speaker) == ("", "")


def test_raised_figures_of_other_formats(tmp_path):
    page = making.html().replace(b"euros,", b"euros<sup>2</sup>,")
    (document,) = read(tmp_path, "note.html", page)
    assert "62 millions d’euros 2, dureront" in document.text
    (document,) = read(tmp_path, "note.rtf", making.rtf().replace(b"euros,", b"euros{\\super 2},"))
    assert "62 millions d’euros 2, dureront" in document.text
