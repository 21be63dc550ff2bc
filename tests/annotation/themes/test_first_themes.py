"""Which topic a text leads with, and which text has none."""

import pytest
from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.themes.document_trust import facts_of, read_weights, unpolitical
from hemicycle.annotation.themes.headings import Headings
from hemicycle.annotation.themes.telling import Telling
from hemicycle.annotation.themes.territories import Territories
from hemicycle.annotation.themes.weighing import Evidence, Weighed, Weigher
from hemicycle.kinds.themes import THEMES

SPORT = (
    "L'équipe de Varsac a battu celle de Lomont par trois buts à un, samedi, devant deux mille "
    "personnes. Le gardien a tout arrêté pendant une heure, puis il a glissé dans la boue. "
    "L'entraîneur, qui attendait ce jour depuis l'automne, a embrassé tout le monde et promis un "
    "gâteau. Le championnat reprend dans quinze jours. Les visiteurs, eux, sont repartis sous la "
    "pluie, sans un mot, et leur car est tombé en panne à la sortie du village. On leur a porté du "
    "café, des couvertures et une radio, si bien qu'ils ont chanté jusqu'au matin avec ceux qui "
    "les avaient battus. Personne n'a voulu dire qui avait payé, mais le patron souriait. "
    "La semaine prochaine, tous iront ensemble voir le match de la capitale."
)


@pytest.fixture(scope="module")
def nlp():
    return load()


def themes(nlp, text):
    return [theme.code for theme in THEMES.read(nlp(text))]


def test_a_text_of_no_policy_has_no_theme_for_one_word(nlp):
    assert themes(nlp, SPORT) == []


def test_the_same_word_gives_a_theme_where_a_law_is_debated(nlp):
    told = (
        "Le Gouvernement a déposé au Sénat un projet de loi sur le sport. Les députés demandent "
        "que le championnat de football garde ses clubs, et la ministre des sports l'a promis. "
    )
    assert themes(nlp, told + SPORT)


def test_a_title_tells_what_a_text_leads_with(nlp):
    body = (
        "Les agriculteurs attendent un prix du blé et des aides à l'élevage. Les hôpitaux "
        "attendent des médecins et des infirmiers, et les malades des lits. "
    ) * 5
    farms = themes(nlp, f"L'agriculture et le prix du blé\n\n{body}")
    health = themes(nlp, f"Les malades à l'hôpital\n\n{body}")
    assert (farms[0], health[0]) == ("4", "3")


def test_later_themes_stand_by_how_likely_the_text_speaks_of_them(nlp):
    text = (
        "L'intelligence artificielle et la transformation numérique mobilisent les laboratoires. "
        "Le plan numérique ouvre des centres de données. "
    ) * 6 + "Le Gouvernement prépare une réforme de l'État et la modernisation de l'État. " * 3
    told = THEMES.read(nlp(text + "Un seul camion de blé est passé ce jour-là."))
    assert [theme.code for theme in told[:2]] == ["17", "20"]
    assert "4" not in [theme.code for theme in told]
    assert all(theme.score >= 0.5 for theme in told)
    assert [theme.score for theme in told] == sorted((one.score for one in told), reverse=True)


def test_what_a_text_tells_of_a_topic():
    opening = [Evidence(0, 3, "blé", "4", 2.0), Evidence(9, 12, "prix", "1", 0.5)]
    told = Telling([*opening, Evidence(3000, 3006, "impôt", "1", 2.0)], 0, 4000)
    farms = told.of(Weighed("4", 2.0, 0.8, {"blé": 2.0}))
    money = told.of(Weighed("1", 2.5, 1.0, {"prix": 0.5, "impôt": 2.0}))
    assert (farms.first, farms.early, farms.opening) == (0, 1.0, 0.8)
    assert (money.first, money.opening, money.strong) == (9, 0.2, 0.8)


def test_what_a_heading_says():
    read = Headings(Weigher(1.25, 0.3, 5.0, 5), Territories()).read
    school = read("Les retraites en Guadeloupe")
    assert school.names_territory
    assert sum(school.shares.values()) == pytest.approx(1)
    assert "13" in school.topics
    assert read("").shares == read("Discussion").shares == {}
    assert read("Présidence de Mme Solène Roy").shares == {}


def test_a_short_text_is_not_blamed_for_what_it_does_not_say():
    def sure(words, weight, lacking):
        seen = {"weight": weight, "length": words, "lead": 2.0, "part": 1.0, "share": 1.0}
        return chance(read_weights().weigh(facts_of(seen, lacking)))

    short, long = 3.0, 6.0
    assert sure(long, 1.1, 1.0) < sure(long, 1.1, 0.0)
    assert sure(long, 1.1, 1.0) < sure(long, 3.5, 1.0)
    assert sure(short, 1.1, 0.0) - sure(short, 1.1, 1.0) < 0.1


def test_institutions_and_offices_make_a_text_political():
    said = [Evidence(0, 9, "parlement", "20", 1.5), Evidence(10, 14, "blé", "4", 2.0)]
    assert unpolitical(said, offices=0) == 0
    assert unpolitical(said[1:], offices=0) == 1
    assert 0 < unpolitical(said[1:], offices=1) < 1
    assert unpolitical(said[1:], offices=2) == 0
