import pytest
import spacy
from hemicycle.annotation.keywords.component import KeywordFinder
from hemicycle.annotation.keywords.keys import Keys
from hemicycle.annotation.keywords.names import Name, in_lists, labels_of, names_of
from hemicycle.kinds import registry as kinds
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from spacy.tokens import Span


def annotated():
    kinds.register()
    doc = spacy.blank("fr")("Anna Bellec écrit au Comité des digues. Bellec insiste.")
    doc.set_ents([Span(doc, 4, 7, label="ORG"), Span(doc, 8, 9, label="LOC")])
    full = Person("Anna Bellec")
    PEOPLE.set(doc, [Mention(0, 11, "PER", full), Mention(40, 46, "PER", full)])
    return doc


def test_people_by_their_full_name_and_bodies_as_written():
    assert names_of(annotated(), Keys()) == [
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
        ("Rejeté. Importance des digues", "Importance des digues"),
    ],
)
def test_what_is_no_name(text, surface):
    kinds.register()
    doc = spacy.blank("fr")(text)
    start = text.index(surface)
    span = doc.char_span(start, start + len(surface), label="MISC")
    doc.set_ents([span])
    assert names_of(doc, Keys()) == []


@pytest.mark.parametrize("surface", ["Etats-Unis", "ÉTATS-UNIS", "États-Unis", "Les États-Unis"])
def test_a_country_is_spelled_in_one_way(surface):
    kinds.register()
    doc = spacy.blank("fr")(f"Il revient des {surface}.")
    doc.set_ents([doc.char_span(15, 15 + len(surface), label="LOC")])
    assert [name.shown for name in names_of(doc, Keys())] == ["États-Unis"]


def persons(text, *surfaces):
    return [
        Name(text.index(surface), text.index(surface) + len(surface), surface, person=True)
        for surface in surfaces
    ]


def test_who_is_only_listed():
    text = "Présents : Mme Awa Bellec, MM. Luc Morvel et Yves Corvel. Ida Sorel lit. Jo Duval sort."
    names = persons(text, "Awa Bellec", "Luc Morvel", "Yves Corvel", "Ida Sorel", "Jo Duval")
    assert in_lists(text, names) == {name.start for name in names[:3]}


def test_labels_behind_persons():
    text = "Awa Bellec (LR) et Luc Morvel (S, VD) saluent Ida Sorel (de dos)."
    names = persons(text, "Awa Bellec", "Luc Morvel", "Ida Sorel")
    assert [text[start:end] for start, end in labels_of(text, names)] == [" (LR)", " (S, VD)"]
