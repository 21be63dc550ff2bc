"""What is known of a document, where it was found, and what overrules it."""

import json

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.metadata import headlines, languages
from hemicycle.settings import make_settings

ENGLISH = (
    "The minister told the assembly that the harbour would be given back to those who fish there. "
    "She said that it was time to look at what had been done, and to ask whether the money which "
    "was spent on the quay had been well used by those who are in charge of the works."
)
FRENCH = "La ministre a présenté le chantier aux pêcheurs, qui le réclament depuis des années."


def read(folder, **settings):
    found = list(read_documents([str(folder)], make_settings(settings)))
    return (
        {d.doc_id: d for d in found if isinstance(d, Document)},
        [f for f in found if isinstance(f, Failure)],
    )


def test_the_first_lines_say_title_speaker_source_and_address():
    text = (
        "Le port de Kerlévan rouvre\n\nDiscours de Mme Éloïse Tréguidec\n"
        "Source : Ministère de la Mer\n"
        "URL : https://mer.example/discours\n\nMesdames, messieurs, bonjour."
    )
    assert headlines.read(text) == {
        "title": "Le port de Kerlévan rouvre",
        "speaker": "Éloïse Tréguidec",
        "source": "Ministère de la Mer",
        "url": "https://mer.example/discours",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Mesdames, messieurs,\n\nJe vous remercie.",
        "Le port rouvre.\n\nEnfin.",
        "Lille, le 4 mars 2022\n\nTexte.",
        "Un discours de combat pour Kerlévan.\nIl a été prononcé hier.",
        "- premier point\n- second point",
        "Présidence de Mme Ana Roux\n\nLa séance est ouverte.",
    ],
)
def test_a_first_line_that_is_prose_is_no_title(text):
    assert headlines.read(text) == {}


def test_each_thing_says_where_it_was_found(tmp_path):
    (tmp_path / "2025-12-31_voeux.txt").write_text(f"Vœux à la commune\n\n{FRENCH}")
    record = {"id": "r", "text": FRENCH, "auteur": "Ana Roux", "lien": "https://a.example/1"}
    (tmp_path / "lot.jsonl").write_text(json.dumps(record))
    documents, _ = read(tmp_path)
    voeux, other = documents["2025-12-31_voeux"], documents["r"]
    assert (voeux.title, voeux.title_from) == ("Vœux à la commune", "text")
    assert (voeux.date_from, voeux.language_from) == ("file name", "text")
    assert (other.speaker_from, other.url, other.url_from) == (
        "metadata",
        "https://a.example/1",
        "metadata",
    )
    assert Document.from_json(voeux.to_json(), voeux.text) == voeux


def test_a_sidecar_overrules_what_texts_say(tmp_path, caplog):
    (tmp_path / "corpus.toml").write_text(
        '[defaults]\nsource = "Mairie"\n["a.txt"]\ndate = 2024-05-06\ntitre = "Le bon titre"\n'
        '["2025/*"]\nspeaker = "Ana Roux"\n["absent.txt"]\ntitle = "Rien"\n'
    )
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "metadata.csv").write_text("path;date;parti\nb.txt;2025-02-03;Mer\n")
    (tmp_path / "a.txt").write_text(f"Un autre titre\n\n{FRENCH}")
    (tmp_path / "2025" / "b.txt").write_text(FRENCH)
    documents, failures = read(tmp_path)
    assert not failures
    one, other = sorted(documents.values(), key=lambda d: d.path, reverse=True)
    assert (one.title, one.title_from, str(one.date), one.date_from) == (
        "Le bon titre",
        "sidecar",
        "2024-05-06",
        "sidecar",
    )
    assert (other.speaker, other.source, str(other.date)) == ("Ana Roux", "Mairie", "2025-02-03")
    assert other.metadata == {"parti": "Mer"}
    assert "there is no document 'absent.txt'" in caplog.text


def test_a_named_file_of_metadata_goes_by_doc_id(tmp_path):
    (tmp_path / "lot.jsonl").write_text(json.dumps({"id": "r1", "text": FRENCH, "title": "Non"}))
    table = tmp_path / "fiches.csv"
    table.write_text("doc_id,title\nr1,Oui\n")
    documents, _ = read(tmp_path / "lot.jsonl", metadata=str(table))
    assert documents["r1"].title == "Oui"


def test_a_broken_sidecar_is_a_failure_and_the_texts_are_read(tmp_path):
    (tmp_path / "corpus.toml").write_text("[defaults\n")
    (tmp_path / "a.txt").write_text(FRENCH)
    documents, failures = read(tmp_path)
    assert list(documents) == ["a"]
    assert [f.error for f in failures] == ["invalid metadata"]


def test_a_foreign_text_is_skipped_with_a_line_unless_kept(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(FRENCH)
    documents, failures = read(tmp_path)
    assert list(documents) == ["b"]
    assert [f.error for f in failures] == ["not French"]
    documents, failures = read(tmp_path, keep_foreign=True)
    assert documents["a"].language == "en"
    assert not failures


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (FRENCH, "", "fr"),
        (FRENCH, "en", "fr"),
        ("Bonjour.", "fr-FR", "fr"),
        ("The end.", "", "fr"),
        ("The end.", "English", "en"),
        (ENGLISH, "fr", "en"),
        ("Roux, Marchal, Dufaÿ, Tréguidec, Sorel, " * 20, "", "fr"),
        (f"{ENGLISH} {FRENCH * 3}", "", "fr"),
        ("Правительство не будет повышать налоги в этом году, сказал министр. " * 3, "", "und"),
    ],
)
def test_only_evidence_makes_a_text_foreign(text, stated, language):
    assert languages.judge(text, stated).language == language
