"""Whatever one text, record or name holds, it costs one failure row at most; the rest is read."""

import datetime
import io
import json
import os
import subprocess
import sys
import zipfile

import hemicycle.ingestion.documents as reading
import pyarrow
import pyarrow.parquet
import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

LONG = "9" * 5000
DEEP = "[" * 100_000 + "]" * 100_000


def read(place, **settings):
    found = list(read_documents([str(place)], make_settings(settings)))
    documents = [one for one in found if isinstance(one, Document)]
    failures = [one for one in found if isinstance(one, Failure)]
    for one in documents:
        json.dumps(one.to_json(), ensure_ascii=False).encode("utf-8")
    for one in failures:
        "".join(one.cells()).encode("utf-8")
    return documents, failures


def texts(documents):
    return [document.text for document in documents]


@pytest.mark.parametrize(
    "front",
    [
        "duree: " + ":".join(["1"] * 5000),
        f"duree: {LONG}",
        "jour: 2025-13-45",
        "heure: 2025-01-01T99:99:99",
        "nombre: !!int 1:x",
        "? [a, b]\n: c",
        f"liste: {DEEP}",
        'nom: "\\ud800"',
        "x: .nan",
    ],
)
def test_front_matter_takes_no_text_away(front, tmp_path):
    (tmp_path / "a.md").write_text(f"---\n{front}\n---\nBonjour à tous.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("Bonsoir à tous.\n", encoding="utf-8")
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Bonjour à tous.", "Bonsoir à tous."]
    assert failures == []


def test_front_matter_that_is_too_long_is_told_and_not_read(tmp_path, caplog):
    front = "a: b\n" * 50_000
    (tmp_path / "a.md").write_text(f"---\nauteur: Ana\n{front}---\nBonjour.", encoding="utf-8")
    (document,) = read(tmp_path)[0]
    assert (document.text, document.speaker) == ("Bonjour.", "")
    assert "too long" in caplog.text


def test_metadata_that_are_too_long_are_told_and_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("hemicycle.ingestion.metadata.sidecars._LARGEST", 30)
    (tmp_path / "corpus.toml").write_text('[defaults]\nspeaker = "Ana Roux"\n')
    (tmp_path / "a.txt").write_text("Bonjour.")
    documents, failures = read(tmp_path)
    assert [document.speaker for document in documents] == [""]
    assert [failure.error for failure in failures] == ["invalid metadata"]


def test_a_standard_input_that_is_closed_is_one_failure(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    documents, failures = read("-")
    assert (documents, [failure.path for failure in failures]) == ([], ["-"])


def test_front_matter_is_taken_as_it_is_written(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\ndate: 2025-01-03\nduree: 1:30\npays: NO\nauteur: ~\nnote:\nmots: [un, deux]\n---\nO",
        encoding="utf-8",
    )
    (document,) = read(tmp_path)[0]
    assert document.date == datetime.date(2025, 1, 3)
    assert (document.metadata["duree"], document.country) == ("1:30", "NO")
    assert (document.speaker, document.metadata["note"]) == ("", "")
    assert document.metadata["mots"] == "un; deux"


@pytest.mark.parametrize(
    "line",
    [
        f'{{"id": "x", "text": "Non.", "n": {LONG}}}',
        f'{{"id": "x", "text": "Non.", "n": {DEEP}}}',
        '{"id": "x", "text": 3}',
        "\x00\x01",
    ],
)
def test_a_line_that_cannot_be_read_takes_no_other_with_it(line, tmp_path):
    (tmp_path / "lot.jsonl").write_text(f'{{"text": "Un."}}\n{line}\n{{"text": "Deux."}}\n')
    documents, failures = read(tmp_path)
    if "\0" in line:  # no text at all: the file is refused
        assert [failure.error for failure in failures] == ["not text"]
        return
    assert texts(documents) == ["Un.", "Deux."]
    assert [failure.record for failure in failures] == ["line 2"]


@pytest.mark.parametrize(
    "value", ["\\ud800", "\\udc80\\ud800", "\\u0000", "\\u001b[2J", "é" * 9000]
)
def test_ids_and_fields_of_any_characters(value, tmp_path):
    record = (
        f'{{"id": "{value}", "text": "Oui {value}.", "title": "{value}", "{value}": "{value}"}}'
    )
    (tmp_path / "lot.jsonl").write_text(f'{record}\n{{"text": "Deux."}}\n', encoding="utf-8")
    (tmp_path / "un.json").write_text(f"[{record}]", encoding="utf-8")
    documents, failures = read(tmp_path)
    assert len(documents) == 3
    assert failures == []
    assert len({document.doc_id for document in documents}) == 3


def test_a_record_of_an_array_takes_no_other_with_it(tmp_path):
    (tmp_path / "lot.json").write_text(
        f'[{{"text": "Un."}}, {{"text": "Non.", "n": [{LONG}]}}, {{"text": "Deux."}}]'
    )
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Un.", "Deux."]
    assert [failure.record for failure in failures] == ["record 2"]


def test_a_long_line_of_csv_takes_no_other_with_it(tmp_path):
    rows = [
        "id,text",
        "a,Un.",
        "b," + "x" * 3000,
        "c,Deux.",
        "d," + "y" * 1000,
        "e,Trois.",
    ]
    (tmp_path / "lot.csv").write_text("\n".join(rows) + "\n")
    documents, failures = read(tmp_path, limits={"record_megabytes": 0.001})
    assert [document.doc_id for document in documents] == ["a", "c", "e"]
    assert [failure.record for failure in failures] == ["row 3", "row 5"]


def test_a_header_that_cannot_be_read_is_one_failure(tmp_path):
    (tmp_path / "lot.csv").write_text("x" * 3000 + ",text\na,Un.\n")
    documents, failures = read(tmp_path, limits={"record_megabytes": 0.001})
    assert (documents, [failure.error for failure in failures]) == ([], ["invalid CSV"])


def test_a_time_that_python_does_not_know_takes_no_row_with_it(tmp_path):
    times = pyarrow.array([0, 2**58, 0], pyarrow.timestamp("us"))
    table = pyarrow.table({"id": ["a", "b", "c"], "text": ["Un.", "Non.", "Deux."], "quand": times})
    pyarrow.parquet.write_table(table, tmp_path / "lot.parquet")
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Un.", "Deux."]
    assert [failure.record for failure in failures] == ["row 2"]


def test_a_broken_file_of_an_archive_takes_no_other_with_it(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in (("a.txt", "Un."), ("b.txt", "GATE"), ("c.txt", "Deux.")):
            archive.writestr(name, text)
    (tmp_path / "lot.zip").write_bytes(out.getvalue().replace(b"GATE", b"GATA", 1))
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Un.", "Deux."]
    assert [(failure.record, failure.error) for failure in failures] == [("b.txt", "broken")]


@pytest.mark.parametrize("name", ["corpus.toml", "metadata.csv"])
@pytest.mark.parametrize("content", ["x = " + "[" * 100_000, f"[a]\nx = {LONG}", "= \x00", "path"])
def test_metadata_that_cannot_be_read_take_no_text_away(name, content, tmp_path):
    folder = tmp_path / "d\udce9p\udcf4t"
    folder.mkdir()
    (folder / name).write_text(content)
    (folder / "a.txt").write_text("Bonjour.")
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Bonjour."]
    assert {failure.error for failure in failures} <= {"invalid metadata"}
    if name == "corpus.toml":
        assert len(failures) == 1


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), ValueError("x"), KeyError(3)])
def test_whatever_building_raises_is_one_failure(error, tmp_path, monkeypatch):
    real = reading.build

    def build(raw, *more):
        if raw.text == "Non.":
            raise error
        return real(raw, *more)

    monkeypatch.setattr(reading, "build", build)
    (tmp_path / "lot.jsonl").write_text('{"text": "Un."}\n{"text": "Non."}\n{"text": "Deux."}\n')
    documents, failures = read(tmp_path)
    assert texts(documents) == ["Un.", "Deux."]
    assert [(failure.record, failure.error) for failure in failures] == [("line 2", "broken")]


@pytest.mark.parametrize("where", ["recognise", "unpack"])
def test_whatever_recognising_and_unpacking_raise_is_one_failure(where, tmp_path, monkeypatch):
    def fail(*arguments):
        raise AssertionError("unforeseen")

    if where == "recognise":
        monkeypatch.setattr(reading, "recognise", fail)
    else:
        monkeypatch.setattr(zipfile.ZipFile, "infolist", fail)
    (tmp_path / "a.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "Un.")
    documents, failures = read(tmp_path)
    assert documents == []
    assert [failure.error for failure in failures] == ["broken"]


@pytest.mark.parametrize("name", ["absent\udce9.txt", "x" * 300, "x" * 300 + "*", "a\0b", "\ud800"])
def test_a_name_that_stands_for_nothing_is_one_failure(name, tmp_path):
    _, failures = read(tmp_path / name)
    assert len(failures) == 1


NAME = "été à Nîmes"
ASK = """
import sys
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import Settings
for found in read_documents([sys.argv[1]], Settings()):
    print(ascii((found.doc_id, found.path, found.title)))
"""


def test_a_name_does_not_change_with_the_locale(tmp_path):
    path = os.fsencode(tmp_path) + f"/{NAME}.txt".encode()
    with open(path, "wb") as file:
        file.write("Bonjour à tous.".encode())
    strange = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    given = [
        subprocess.run(
            [sys.executable, "-c", ASK, str(tmp_path)],
            env={**os.environ, **more},
            capture_output=True,
            check=True,
        ).stdout
        for more in ({"PYTHONUTF8": "1"}, strange)
    ]
    assert given[0] == given[1]
    assert b"ete-a-nimes-" in given[0]


def test_a_name_does_not_change_with_the_normal_form(tmp_path):
    import unicodedata

    names = []
    for form in ("NFC", "NFD"):
        folder = tmp_path / form
        folder.mkdir()
        (folder / unicodedata.normalize(form, f"{NAME}.txt")).write_text("Bonjour.")
        (folder / "corpus.toml").write_text(
            f'["{unicodedata.normalize(form, NAME)}.txt"]\nspeaker = "Ana Roux"\n',
            encoding="utf-8",
        )
        (document,) = read(folder)[0]
        names.append((document.doc_id, document.speaker))
    assert names[0] == names[1]
    assert names[0][1] == "Ana Roux"
