"""The component in a spaCy pipeline, on documents that nobody prepared."""

from datetime import date

import pytest
import spacy
from hemicycle.annotation.dates.reader import read_dates
from hemicycle.kinds import context
from hemicycle.kinds.dates import DATES
from spacy.tokens import Doc

TEXT = "Hier, le ministre a promis 40 postes d'ici à 2030 ; il reviendra lundi à 18 h 30."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_dates")
    return nlp


def dated(nlp, text=TEXT, day=date(2026, 5, 13), country="FR"):
    context.register()
    doc = nlp.make_doc(text)
    doc._.document_date = day
    doc._.country = country
    return doc


def read(doc):
    return [
        (mention.label, doc.text[mention.start : mention.end], mention.value.value)
        for mention in DATES.read(doc)
    ]


def test_leaves_typed_spans(nlp):
    doc = nlp(dated(nlp))
    assert read(doc) == [
        ("DATE", "Hier", "2026-05-12"),
        ("DATE", "2030", "2030"),
        ("TIME", "lundi à 18 h 30", "2026-05-18T18:30"),
    ]
    span = doc.spans["dates"][1]
    assert (span.label_, span._.timex.mod) == ("DATE", "ON_OR_BEFORE")
    assert (span._.timex.begin, span._.timex.end) == ("2026-05-13", "2030-12-31")


def test_a_document_without_date_keeps_what_is_known(nlp):
    doc = nlp("Hier, il a parlé. Le 14 juillet, il reviendra.")
    assert [value for _, _, value in read(doc)] == ["XXXX-XX-XX", "XXXX-07-14"]
    assert all(not span._.timex.begin for span in doc.spans["dates"])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Bonjour."])
def test_texts_without_dates(nlp, text):
    assert list(nlp(text).spans["dates"]) == []


def test_survives_disk_and_bytes(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    doc = again(dated(again))
    copy = Doc(again.vocab).from_bytes(doc.to_bytes())
    assert read(copy) == read(doc) == read(nlp(dated(nlp)))


def test_runs_in_several_processes(nlp):
    texts = ["Le 3 mai 2021.", "Rien.", "En 1998."]
    docs = list(nlp.pipe(texts, n_process=2))
    assert [read(doc) for doc in docs] == [read(nlp(text)) for text in texts]


@pytest.mark.parametrize(
    ("country", "day"), [("FR", "2026-07-14"), ("BE", "2026-07-21"), ("CH", "2026-08-01")]
)
def test_the_national_day_is_the_countrys(nlp, country, day):
    doc = nlp(dated(nlp, "Il parlera le jour de la fête nationale.", country=country))
    assert [value for _, _, value in read(doc)] == [day]


def test_same_reading_with_curly_apostrophes_and_narrow_spaces(nlp):
    plain = "Aujourd'hui à 18 h 30, l'an dernier, d'ici à 2030."
    fancy = plain.replace("'", "’").replace("18 h 30", "18\u202fh\u00a030")
    assert [v for _, _, v in read(nlp(dated(nlp, fancy)))] == [
        v for _, _, v in read(nlp(dated(nlp, plain)))
    ]


def test_a_holiday_without_document_date_is_next_to_the_day_last_spoken_of():
    mentions = read_dates("Le 31 décembre 2025, dans ses vœux de Nouvel An, il parla.", None, "FR")
    assert [m.value.value for m in mentions] == ["2025-12-31", "2026-01-01"]
    mentions = read_dates("Il parlera à Noël.", None, "FR")
    assert [m.value.value for m in mentions] == ["XXXX-12-25"]


def test_before_the_end_of_a_year_is_up_to_its_last_day():
    (mention,) = read_dates("Il sera voté avant la fin de l'année.", date(2025, 10, 21), "FR")
    assert (mention.value.value, mention.value.mod) == ("2025", "END")
    assert (mention.value.begin, mention.value.end) == ("", "2025-12-31")


def test_minutes_may_end_their_line():
    found = read_dates("Séance de 19 heures 30\n\nPrésents : tous.", date(2026, 5, 13), "FR")
    assert [mention.value.value for mention in found] == ["2026-05-13T19:30"]


def test_what_lasts_since_a_day_is_of_no_year_said_before():
    text = "Ouverte en 1974 et fermée depuis le 12 janvier, la piscine reste vide."
    found = read_dates(text, date(2026, 5, 13), "FR")
    assert [mention.value.value for mention in found] == ["1974", "2026-01-12"]


def test_a_year_of_long_before_does_not_become_that_of_a_diary():
    text = "3 août 1944\nLa ville comptait 3 200 âmes en 1939.\n15 août. – L'ennemi recule."
    found = read_dates(text, None, "FR")
    assert [mention.value.value for mention in found] == ["1944-08-03", "1939", "1944-08-15"]
