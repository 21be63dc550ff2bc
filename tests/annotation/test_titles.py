"""Titles say who somebody is; sentences of our own."""

import pytest
from hemicycle.annotation.titles import titles_in
from hemicycle.kinds.theme_passages import THEME_PASSAGES


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Les ministres en charge de l’Intérieur, de l’Eau et des Forces armées iront.",
            "ministres en charge de l’Intérieur, de l’Eau et des Forces armées",
        ),
        (
            "Mme Odile Garnier, ancienne ministre de la Jeunesse puis du Tourisme, préside.",
            "ancienne ministre de la Jeunesse puis du Tourisme",
        ),
        ("La commission de la défense nationale a voté.", "commission de la défense nationale"),
        (
            "Yves Morin sera critique libéral en matière d’éducation, de famille et de justice.",
            "critique libéral en matière d’éducation, de famille et de justice",
        ),
        (
            "Mme Awa Faye, précédemment en service à la direction des douanes, rejoint le port.",
            "précédemment en service à la direction des douanes",
        ),
    ],
)
def test_the_matters_of_a_title_are_part_of_it(nlp, text, title):
    doc = nlp(text)
    assert title in [text[one.start : one.end] for one in titles_in(doc)]


def test_a_profession_stands_before_a_name_or_behind_it(nlp):
    text = (
        "Le commentateur sportif Yves Morin est mort. "
        "Odile Garnier, après le vote de l’ONU, a parlé."
    )
    doc = nlp(text)
    found = [(text[one.start : one.end], one.kind) for one in titles_in(doc)]
    assert ("commentateur sportif", "profession") in found
    assert not any("ONU" in shown for shown, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "La sénatrice veut porter Yves Morin à la tête du parti.",
        "L’avion transportant Yves Morin a quitté la piste.",
        "La ville attend Yves Morin.",
        "La loi fut votée sous l’administration Morin, dit Yves Morin.",
    ],
)
def test_verbs_things_and_bodies_before_a_name_are_no_professions(nlp, text):
    assert [one for one in titles_in(nlp(text)) if one.kind == "profession"] == []


@pytest.mark.parametrize("trade", ["nageuse", "grande nageuse", "pâtissier", "peintre", "aviateur"])
def test_trades_before_a_name_are_professions(nlp, trade):
    doc = nlp(f"Le jury entend la {trade} Odile Garnier.")
    assert [one.kind for one in titles_in(doc)] == ["profession"]


def test_a_clause_behind_a_name_is_no_profession(nlp):
    doc = nlp("Pour Odile Garnier, c’est une énergie propre.")
    assert not titles_in(doc)


def test_who_is_appointed_to_an_office_is_of_institutions(nlp):
    doc = nlp("Mme Awa Faye, institutrice, est nommée sous-préfète de Kolda.")
    assert {"20", "6"} & {one.value.code for one in THEME_PASSAGES.read(doc)} == {"20"}


@pytest.mark.parametrize(
    "text",
    [
        "Monsieur le premier ministre, pourquoi ce silence ?",
        "Le ministre des Collectivités territoriales facilitera la fête.",
    ],
)
def test_a_title_of_address_and_its_matters_tell_no_topic(nlp, text):
    doc = nlp(text)
    assert "20" not in [one.value.code for one in THEME_PASSAGES.read(doc)]
