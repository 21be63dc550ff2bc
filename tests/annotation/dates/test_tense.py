"""The verb that decides between a past and a future day."""

from datetime import date

import pytest
from hemicycle.annotation.dates.reader import read_dates

ANCHOR = date(2026, 5, 13)  # a Wednesday


def value(text):
    return [mention.value.value for mention in read_dates(text, ANCHOR, "FR")]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a démissionné en septembre.",
        "Il avait été élu en septembre.",
        "Ils quittèrent le pays en septembre.",
        "Les mesures annoncées en septembre déçoivent.",
        "Le pays est en crise depuis septembre.",
        "Elle est née en septembre.",
        "En septembre, vous promettiez le contraire.",
        "Le salaire a augmenté de 2 % en septembre, pour atteindre 1 400 euros.",
    ],
)
def test_past(text):
    assert value(text) == ["2025-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre démissionnera en septembre.",
        "Les travaux vont commencer en septembre.",
        "Les résultats seront publiés en septembre.",
        "Le vote est prévu en septembre.",
        "Le texte devrait passer en septembre.",
        "Elle veut rouvrir le dossier en septembre.",
        "Rien ne changera d'ici septembre.",
        "On se prépare pour septembre.",
    ],
)
def test_future(text):
    assert value(text) == ["2026-09"]


def test_without_a_verb_a_month_is_of_the_year_of_the_document():
    assert value("Budget : les arbitrages de mars") == ["2026-03"]
    assert value("Budget : les arbitrages de décembre") == ["2026-12"]


def test_without_a_verb_a_month_of_another_year_must_be_close():
    found = read_dates("Les arbitrages de décembre", date(2026, 1, 6), "FR")
    assert [mention.value.value for mention in found] == ["2025-12"]


def test_what_a_sentence_opens_with_is_no_aim():
    assert value("Pour septembre, la hausse est estimée à 2 %.") == ["2026-09"]
    assert value("Pour avril, la hausse est estimée à 2 %.") == ["2026-04"]


def test_a_story_stays_in_its_year():
    text = "Le 3 mai 2019, il fut entendu. Le 12 juin, le parquet ordonna une expertise."
    assert value(text) == ["2019-05-03", "2019-06-12"]


def test_news_do_not_stay_in_the_year_of_a_story():
    text = "Le portail, ouvert le 1er juin 2023, a reçu deux millions de visites en novembre."
    assert value(text) == ["2023-06-01", "2025-11"]


def test_verbs_around_a_relative_clause_tell_nothing_of_its_date():
    text = "Corvel, dont le pays quitte la présidence le 31 décembre, a salué un compromis."
    found = read_dates(text, date(2025, 12, 19), "FR")
    assert [mention.value.value for mention in found] == ["2025-12-31"]


def test_what_was_to_come_is_ahead():
    found = read_dates("Corvel, qui devait partir samedi, a renoncé.", date(2025, 12, 19), "FR")
    assert [mention.value.value for mention in found] == ["2025-12-20"]


def test_a_season_that_is_over_is_the_next_in_the_future():
    found = read_dates("Nous rouvrirons dès ce printemps.", date(2025, 10, 21), "FR")
    assert [mention.value.value for mention in found] == ["2026-SP"]
    found = read_dates("Nous avons ouvert ce printemps.", date(2025, 10, 21), "FR")
    assert [mention.value.value for mention in found] == ["2025-SP"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Au quatrième trimestre, le produit intérieur brut ralentit.", "2025-Q4"),
        ("En novembre, les prix augmentent de 2 %.", "2025-11"),
        ("Au deuxième trimestre, les prix augmentent de 2 %.", "2026-Q2"),
    ],
)
def test_in_january_what_has_just_been_is_told(text, expected):
    found = read_dates(text, date(2026, 1, 30), "FR")
    assert [mention.value.value for mention in found] == [expected]


def test_the_half_year_that_has_begun_is_not_over():
    found = read_dates("Nous agirons au second semestre.", date(2026, 10, 15), "FR")
    assert [mention.value.value for mention in found] == ["2026-H2"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # 12 December 2025 was a Friday, that of 2026 is a Saturday, of 2027 a Sunday.
        ("Le vendredi 12 décembre, ils ont signé.", "2025-12-12"),
        ("Le samedi 12 décembre, ils signeront.", "2026-12-12"),
        ("Le dimanche 12 décembre, ils ont signé.", "2025-12-12"),
        ("Le dimanche 12 décembre, ils signeront.", "2026-12-12"),
    ],
)
def test_a_weekday_that_neither_the_last_nor_the_next_has_moves_no_day(text, wanted):
    assert value(text) == [wanted]
