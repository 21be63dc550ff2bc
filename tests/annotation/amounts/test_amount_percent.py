from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6%", "6", "%"),
        ("6,5\u202f%", "6.5", "%"),
        ("cinq pour cent", "5", "%"),
        ("14,2 p. 100", "14.2", "%"),
        ("trois pour mille", "3", "‰"),
        ("25 points de base", "25", "bp"),
        ("1,3 point", "1.3", "pp"),
        ("deux points de PIB", "2", "pp"),
        ("un demi-point", "0.5", "pp"),
        ("un tiers des élus", "33.333333", "%"),
        ("les trois quarts de la population", "75", "%"),
        ("la moitié des communes", "50", "%"),
        ("neuf communes sur dix", "90", "%"),
        ("une entreprise sur quatre", "25", "%"),
        ("le double du budget voté", "200", "%"),
        ("les 2/3 des voix", "66.666667", "%"),
        ("une aide réduite d'un tiers", "33.333333", "%"),
        ("le déficit (- 0,3 %)", "-0.3", "%"),
    ],
)
def test_value_and_unit(one, text, value, unit):
    amount = one(text)
    assert (amount.kind, amount.value, amount.unit) == ("percent", Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "trois points à l'ordre du jour",
        "un tiers de confiance",
        "la moitié du temps",
        "un quart d'heure",
        "une fois sur deux ans",
        "le double discours",
    ],
)
def test_no_percentage(read, text):
    assert read(text) == []


def test_points_of_an_index_are_counted(one):
    assert (one("Le CAC 40 perd 35 points.").kind, one("L'indice gagne 2 points.").unit) == (
        "count",
        "point",
    )


def test_points_that_something_gains(one):
    assert one("La liste gagne trois points.").unit == "pp"


def test_all_the_time_is_no_share(read):
    assert read("Les urgences sont ouvertes 24 heures sur 24, 7 jours sur 7.") == []
