import io
import json
import sys

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion import contents
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

SETTINGS = make_settings({})


def read(*inputs, **settings):
    found = list(read_documents([str(i) for i in inputs], make_settings(settings)))
    return (
        [item for item in found if isinstance(item, Document)],
        [item for item in found if isinstance(item, Failure)],
    )


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".cache.txt", "sous/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Bonjour.", encoding="utf-8")
    documents, failures = read(tmp_path)
    assert [d.doc_id[:6] for d in documents] == ["a", "b", "sous-c"]
    assert not failures


def test_the_name_does_not_depend_on_the_neighbours(tmp_path):
    (tmp_path / "b c.txt").write_text("Bonjour.", encoding="utf-8")
    alone = read(tmp_path)[0][0].doc_id
    (tmp_path / "a c.txt").write_text("Bonjour.", encoding="utf-8")
    assert alone in {d.doc_id for d in read(tmp_path)[0]}


def test_patterns_and_files_named_twice(tmp_path):
    (tmp_path / "a.txt").write_text("Bonjour.", encoding="utf-8")
    documents, _ = read(tmp_path / "*.txt", tmp_path / "a.txt", tmp_path)
    assert len(documents) == 1


def test_every_bad_line_of_jsonl_is_a_failure_and_the_rest_is_read(tmp_path):
    lines = [
        json.dumps({"id": "x1", "text": "Un.", "date": "2024-02-03", "parti": "A", "n": 3}),
        "{faux",
        json.dumps([1]),
        json.dumps({"id": "x2", "propos": "Deux."}),
        "[" * 100_000,
        json.dumps({"id": "x3", "text": "   "}),
        json.dumps({"id": "x4", "text": "Trois\ud800."}),
        json.dumps({"text": "Sans identifiant."}),
    ]
    path = tmp_path / "lot.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    documents, failures = read(path)
    assert [f.error for f in failures] == [
        "invalid JSON",
        "invalid record",
        "no text",
        "invalid JSON",
        "empty",
    ]
    assert [f.record for f in failures][:4] == ["line 2", "line 3", "line 4", "line 5"]
    assert [d.doc_id for d in documents][:2] == ["x1", "x4"]
    assert documents[0].metadata == {"parti": "A", "n": "3"}
    assert documents[0].date.isoformat() == "2024-02-03"
    assert documents[0].date_from == "metadata"
    assert documents[1].text == "Trois."


def test_field_names_can_be_given(tmp_path):
    path = tmp_path / "lot.jsonl"
    path.write_text(json.dumps({"cle": "k", "corps": "Texte.", "jour": "1er mai 2024"}))
    documents, _ = read(path, fields={"id": "cle", "text": "corps", "date": "jour"})
    assert (documents[0].doc_id, documents[0].date.day) == ("k", 1)


def test_one_id_in_two_files_gives_two_documents(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "7", "text": f"Fichier {name}."}))
    documents, failures = read(tmp_path)
    assert not failures
    assert documents[0].doc_id == "7"
    assert documents[1].doc_id.startswith("7-")


def test_markdown_loses_its_marks_and_keeps_its_front_matter(tmp_path):
    (tmp_path / "note.md").write_text(
        "---\ntitre: Vœux\ndate: 2025-01-03\nauteur: Ana Roux\n---\n# Le **plan**\n\n"
        "Un [lien](http://x.fr) et\nune suite.\n\n- point un\n- point deux\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        encoding="utf-8",
    )
    documents, _ = read(tmp_path)
    note = documents[0]
    assert note.text.startswith("Le plan\n\nUn lien et une suite.\n\npoint un\n\npoint deux")
    assert "http" not in note.text
    assert (note.title, note.speaker, str(note.date)) == ("Vœux", "Ana Roux", "2025-01-03")


def test_what_cannot_be_read_is_said(tmp_path, monkeypatch):
    (tmp_path / "vide.txt").write_text("\n \n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "doc.xyz").write_text("Bonjour.")
    (tmp_path / "ferme.txt").write_text("Bonjour.")
    real = contents.open_regular

    def closed(path):
        if path.name == "ferme.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(contents, "open_regular", closed)
    documents, failures = read(tmp_path, tmp_path / "absent.txt", tmp_path / "*.nul")
    assert not documents
    assert {f.error for f in failures} == {
        "empty",
        "not text",
        "unknown format",
        "unreadable",
        "not found",
    }
    assert all(f.message.endswith((".", "?")) for f in failures)


def test_limits_are_failures(tmp_path):
    (tmp_path / "long.txt").write_text("mot " * 100)
    limits = {"text_characters": 50}
    assert read(tmp_path, limits=limits)[1][0].error == "too long"
    assert read(tmp_path, limits={"file_megabytes": 0.0001})[1][0].error == "too large"


def test_date_and_country_for_all(tmp_path):
    (tmp_path / "2020-01-01.txt").write_text("Bonjour.")
    document = read(tmp_path, date="2021-05-06", country="SN")[0][0]
    assert (str(document.date), document.date_from, document.country) == (
        "2021-05-06",
        "option",
        "SN",
    )


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ("Bonjour à tous.", ["stdin"]),
        ('{"id": "a", "text": "Oui."}\n{"id": "b", "text": "Non."}', ["a", "b"]),
    ],
)
def test_standard_input(data, ids, monkeypatch):
    fake = io.TextIOWrapper(io.BytesIO(data.encode()))
    monkeypatch.setattr(sys, "stdin", fake)
    documents, _ = read("-")
    assert [d.doc_id for d in documents] == ids


def test_odd_file_names(tmp_path):
    odd = tmp_path / 'été "d’hier"\nfin.txt'
    odd.write_text("Bonjour.", encoding="utf-8")
    bytes_name = tmp_path / "caf\udce9.txt"
    bytes_name.write_text("Bonjour.", encoding="utf-8")
    documents, failures = read(tmp_path)
    assert len(documents) == 2
    assert not failures
    for document in documents:
        document.path.encode("utf-8")
