import pytest
import spacy
from spacy.tokens import Span

from pipeline.annotation import kinds
from pipeline.annotation.keywords.component import KeywordFinder
from pipeline.annotation.keywords.names import Name, names_of
from pipeline.annotation.mentions import Mention
from pipeline.annotation.values import PEOPLE, Person


def annotated():
    kinds.register()
    doc = spacy.blank("fr")("Anna Bellec écrit au Comité des digues. Bellec insiste.")
    doc.set_ents([Span(doc, 4, 7, label="ORG"), Span(doc, 8, 9, label="LOC")])
    full = Person("Anna Bellec")
    PEOPLE.set(doc, [Mention(0, 11, "PER", full), Mention(40, 46, "PER", full)])
    return doc


def test_people_by_their_full_name_and_bodies_as_written():
    assert names_of(annotated()) == [
        Name(0, 11, "Anna Bellec", person=True),
        Name(21, 38, "Comité des digues"),
        Name(40, 46, "Anna Bellec", person=True),
    ]


def test_a_surname_counts_for_the_person():
    keywords = KeywordFinder(12)(annotated())._.keywords
    assert keywords[0].keyword == "Anna Bellec"
    assert keywords[0].count == 2
    assert "Bellec" not in {keyword.keyword for keyword in keywords}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Madame la Présidente, je vote.", "Madame la Présidente"),
        ("À L'OCCASION DU 65e ANNIVERSAIRE", "À L'OCCASION DU 65e ANNIVERSAIRE"),
        ("Prononcé devant le Sénat", "Prononcé"),
        ("le ministre du Travail", "Travail"),
    ],
)
def test_what_is_no_name(text, surface):
    kinds.register()
    doc = spacy.blank("fr")(text)
    start = text.index(surface)
    span = doc.char_span(start, start + len(surface), label="MISC")
    doc.set_ents([span])
    assert names_of(doc) == []


@pytest.mark.parametrize("surface", ["Etats-Unis", "ÉTATS-UNIS", "États-Unis"])
def test_a_country_is_spelled_in_one_way(surface):
    kinds.register()
    doc = spacy.blank("fr")(f"Il revient des {surface}.")
    doc.set_ents([doc.char_span(15, 15 + len(surface), label="LOC")])
    assert [name.shown for name in names_of(doc)] == ["États-Unis"]
