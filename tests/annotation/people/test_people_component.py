import spacy
from hemicycle.kinds.people import PEOPLE


def test_it_reads_a_document_without_entities_or_sentences(blank):
    blank.add_pipe("hemicycle_people")
    doc = blank("La parole est à M. Corvel.")
    assert [(s.text, s.label_, s._.person.name) for s in doc.spans["people"]] == [
        ("Corvel", "PER", "Corvel")
    ]
    assert list(blank("").spans["people"]) == []


def test_it_survives_a_saved_pipeline(blank, tmp_path):
    blank.add_pipe("hemicycle_people")
    blank.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    doc = again("Mme Corvel, ministre de la Mer, parle.")
    assert [m.value.role for m in PEOPLE.read(doc)] == ["ministre de la Mer"]
