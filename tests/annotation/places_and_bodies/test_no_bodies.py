"""What is written like a body or a place and is none, and what kind of body a name is of."""

import re

import pytest
from hemicycle.annotation.bodies.component import PlaceAndBodyFinder, Setting


def found(text, *entities, country=""):
    located = []
    for surface, label in entities:
        start = text.find(surface)
        located.append((start, start + len(surface), label))
    finder = PlaceAndBodyFinder()
    return finder.mentions(text, located, [], setting=Setting(country))


def surfaces(text, *entities, country=""):
    mentions = found(text, *entities, country=country)
    return {label: [text[m.start : m.end] for m in ms] for label, ms in mentions.items()}


def kinds(text, *entities, country=""):
    return {m.value.name: m.value.kind for m in found(text, *entities, country=country)["ORG"]}


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Chaque OMA (objet mesuré à part) compte. L'OMA suit.", "OMA"),
        ("Il faut des établissements de nuit (EDN). Un EDN ferme.", "EDN"),
        ("La loi sur les eaux usées (LRV) entre en vigueur.", "LRV"),
        ("Le compteur ZORV est posé.", "ZORV"),
    ],
)
def test_acronyms_of_things_and_of_classes_name_no_body(text, acronym):
    assert surfaces(text, (acronym, "ORG"))["ORG"] == []


def test_laws_of_switzerland_are_no_bodies():
    text = "Selon la LTrav, le canton paie."
    assert surfaces(text, ("LTrav", "ORG"), country="CH")["ORG"] == []


def test_an_acronym_before_its_full_name_is_explained():
    assert kinds("L'ABC (Agence du bon climat) agit.") == {"Agence du bon climat": "agency"}


def test_one_state_of_many_is_none():
    text = "Un État membre refuse, un État africain aussi. L'État paie."
    assert surfaces(text)["ORG"] == ["État"]
    assert text.rfind("État") == found(text)["ORG"][0].start


@pytest.mark.parametrize(
    "text", ["L'État des lieux est fait.", "La Banque de données de Lorvel grandit."]
)
def test_phrases_that_no_body_is_named_by(text):
    assert surfaces(text)["ORG"] == []


def test_a_side_of_a_place_is_no_region_of_its_own():
    text = "Le Nord de la Belgique vote."
    assert surfaces(text, ("Nord", "LOC"), country="FR")["LOC"] == ["Belgique"]
    (place,) = found("Dans le Nord, la crue monte.", ("Nord", "LOC"), country="FR")["LOC"]
    assert place.value.kind == "department"


@pytest.mark.parametrize(
    ("text", "entity", "kind"),
    [
        ("Le parti de droite Nouvelle Vague gagne.", "Nouvelle Vague", "party"),
        ("Les députés du groupe Zorvin votent.", "Zorvin", "group"),
        ("Les usines de Zorvex ferment.", "Zorvex", "company"),
        ("L'Inspection générale de la Police nationale (IGPN) enquête.", "IGPN", "agency"),
        ("L'AS Corvel gagne.", "AS Corvel", "association"),
    ],
)
def test_the_words_before_a_name_tell_its_kind(text, entity, kind):
    assert set(kinds(text, (entity, "ORG")).values()) == {kind}


def test_a_kind_told_once_holds_for_all_mentions():
    text = "Hier, Zorvex a payé. La société Zorvex a deux sites."
    located = [(m.start(), m.end(), "ORG") for m in re.finditer("Zorvex", text)]
    bodies = PlaceAndBodyFinder().mentions(text, located, [])["ORG"]
    assert [body.value.kind for body in bodies] == ["company", "company"]


def test_a_body_of_a_part_of_a_country_is_its_own():
    (body,) = found("Le Parlement du Pays de Galles vote.")["ORG"]
    assert body.value.name == "Parlement du Pays de Galles"
    assert body.value.country == "GB"


def test_a_region_whose_name_begins_as_that_of_a_body():
    text = "On vote en Pays de la Loire."
    assert surfaces(text, ("Pays de la Loire", "LOC"), country="FR") == {
        "ORG": [],
        "LOC": ["Pays de la Loire"],
    }


def test_what_only_the_recogniser_takes_for_a_body_needs_more():
    text = "Elle suit Sciences de gestion à Lorvel."
    assert surfaces(text, ("Sciences de gestion", "ORG"))["ORG"] == []
