import hemicycle
import pytest
import spacy
from hemicycle.annotation.loading import component_names, load
from hemicycle.tables.registry import DOCUMENT_TABLES, rows_of
from spacy.tokens import Doc

TEXT = (
    "Le 3 mai 2025, la ministre Gwenaëlle Ar Bras a promis 12 millions d’euros aux lycées. "
    "Mme Ar Bras ira demain à Brest pour parler d’énergie."
)


def rows(doc):
    return rows_of(doc, "d", DOCUMENT_TABLES)


def test_the_pipeline_survives_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    copy = spacy.load(tmp_path / "model")
    assert copy.pipe_names == nlp.pipe_names
    assert rows(copy(TEXT)) == rows(nlp(TEXT))


def test_several_processes_give_the_same(nlp):
    texts = [TEXT, "", "Rien à signaler.", TEXT]
    one = [rows(doc) for doc in nlp.pipe(texts)]
    two = [rows(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert one == two
    assert one[0]["people"]


def test_a_doc_that_a_user_made(nlp):
    words = ["Mme", "Ar", "Bras", "a", "reçu", "12", "euros", "."]
    doc = Doc(nlp.vocab, words=words)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert rows(doc)["amounts"]


def test_each_component_stands_alone():
    for name in component_names():
        if name != "ner":
            nlp = spacy.blank("fr")
            nlp.add_pipe(name)
            assert nlp("").text == ""
            assert nlp(TEXT).text == TEXT


def test_a_choice_of_components():
    nlp = load(["hemicycle_dates", "hemicycle_sentences"])
    assert nlp.pipe_names == ["hemicycle_sentences", "hemicycle_dates"]
    with pytest.raises(ValueError, match="no component"):
        load(["hemicycle_magic"])


def test_the_package_is_light():
    import subprocess
    import sys

    code = "import sys, hemicycle; print('spacy' in sys.modules or 'pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert callable(hemicycle.load)
