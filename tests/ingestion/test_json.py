"""JSON as services give it: records in wrappers, fields in fields, XML made JSON."""

import json

import pytest
from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.json_paths import at, lifted
from hemicycle.running.timelimit import time_limit
from hemicycle.settings import make_settings

from tests.ingestion import making

ITEMS = [{"id": "wa", "text": "Le conseil a voté."}, {"id": "wb", "text": "Une crèche ouvrira."}]


def read(folder, data, records="", **fields):
    whole = data if isinstance(data, bytes) else json.dumps(data).encode()
    (folder / "lot.json").write_bytes(whole)
    settings = make_settings({"records": records, "fields": fields, "keep_foreign": True})
    return list(read_documents([str(folder / "lot.json")], settings))


@pytest.mark.parametrize(
    "wrapper",
    [
        {"items": ITEMS},
        {"meta": {"count": 2}, "data": {"page": 1, "results": ITEMS}},
        {"description": "Séances.", "authors": [{"nom": "A"}], "items": ITEMS},
    ],
)
def test_a_wrapper_is_seen_through_and_said(wrapper, tmp_path, caplog):
    assert [d.doc_id for d in read(tmp_path, wrapper)] == ["wa", "wb"]
    assert "the records are taken from" in caplog.text


def test_a_text_with_comments_is_one_record(tmp_path):
    record = {"id": "a", "text": "Le conseil a voté hier.", "comments": [{"text": "Bravo !"}]}
    assert [d.doc_id for d in read(tmp_path, record)] == ["a"]


def test_two_lists_with_texts_are_no_guess_but_one_can_be_named(tmp_path):
    wrapper = {"questions": ITEMS, "reponses": ITEMS[:1]}
    (failure,) = read(tmp_path, wrapper)
    assert (failure.error, "--records" in failure.message) == ("no text", True)
    assert "questions.0.text" in failure.message
    assert [d.doc_id for d in read(tmp_path, wrapper, "reponses")] == ["wa"]
    (failure,) = read(tmp_path, wrapper, "reponse")
    assert (failure.error, "questions, reponses" in failure.message) == ("no records", True)


def test_fields_inside_others_are_named_by_paths_and_taken_once(tmp_path):
    record = {"q": {"texte": {"corps": "Qui paie ?"}, "auteur": [{"nom": "Aude Roy"}], "n": 3}}
    (document,) = read(
        tmp_path, {"a": {"b": [record]}}, text="q.texte.corps", speaker="q.auteur.nom"
    )
    assert (document.text, document.speaker) == ("Qui paie ?", "Aude Roy")
    assert json.loads(document.metadata["q"]) == {"texte": {}, "auteur": [{}], "n": 3}


def test_paths():
    value = {"a": [{"b": 1}, {"b": 2}], "c": [{"d": {"e": 3}}], "x.y": 4, "z": None}
    found = [
        at(value, path) for path in ("a.1.b", "a.b", "c.d.e", "x.y", "a.7.b", "z.k", "a.9" * 9)
    ]
    assert found == [2, None, 3, 4, None, None, None]
    assert lifted(value, ["a.1.b"]) == {**value, "a": [{"b": 1}, {}], "a.1.b": 2}
    assert lifted(value, ["x.y", "q.r"]) == value
    assert lifted({"a": ["b"]}, ["a.0"]) == {"a": [], "a.0": "b"}


def test_a_question_of_the_assemblee_is_read_as_its_xml_is(tmp_path):
    (document,) = read(tmp_path, making.question_json())
    assert (document.source_id, document.source) == ("QANR5L17QE1", "Assemblée nationale")
    assert (str(document.date), document.country) == ("2025-11-04", "FR")
    two = [json.loads(making.question_json()), {"id": "b", "text": "Oui."}]
    assert [d.doc_id for d in read(tmp_path, two)] == ["QANR5L17QE1", "b"]


def test_answers_that_are_several_are_no_records(tmp_path):
    answers = [{"texte": "<p>Nous verrons.</p>"}, {"texte": "<p>C’est fait.</p>"}]
    question = {"uid": "q1", "textesReponse": {"texteReponse": answers}}
    (document,) = read(tmp_path, {"question": question})
    assert document.text == "Nous verrons.\n\nC’est fait."


def test_a_question_of_another_kind_is_a_failure_with_what_to_do(tmp_path):
    (failure,) = read(tmp_path, {"question": {"enonce": "Qui ?", "texte\x00": 3, "é à": [[]]}})
    assert (failure.error, "'question.enonce'" in failure.message) == ("no text", True)
    (document,) = read(tmp_path, {"question": {"enonce": "Qui ?"}}, text="question.enonce")
    assert document.text == "Qui ?"


def deep(levels):
    return b'{"question":' + b'{"a":' * levels + b"1" + b"}" * (levels + 1)


@pytest.mark.parametrize(
    "data",
    [
        lambda: deep(900),
        lambda: deep(5000),
        lambda: b'{"question": {"texteQuestion": ' + b"[" * 500 + b"]" * 500 + b"}}",
        lambda: json.dumps({f"k{n}": {"a": [{"b": n}]} for n in range(200_000)}).encode(),
        lambda: json.dumps(
            {"question": {"texteQuestion": [{"texte": "<p>" * 9}] * 50_000}}
        ).encode(),
        lambda: json.dumps({"items": [{"text": "Oui."}] * 100_000 + [3]}).encode(),
    ],
)
def test_hostile_json_ends_within_seconds(data, tmp_path):
    hostile = data()
    with time_limit(120):
        found = read(tmp_path, hostile)
    assert len(found) == 1
    assert isinstance(found[0], Document) or found[0].error
