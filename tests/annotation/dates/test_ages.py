"""Which lengths of time are ages."""

from datetime import date

import pytest
from hemicycle.annotation.dates.reader import read_dates


def mods(text):
    return [m.value.mod for m in read_dates(text, date(2026, 5, 13), "FR")]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Durand, 54 ans, boulanger", "Jeanne Morel (54 ans) a parlé.", "Elle a 54 ans.",
        "Âgée de plus de 60 ans", "Les plus de 60 ans", "Les moins de 25 ans votent peu.",
        "Les jeunes de moins de 25 ans", "Aux 65 ans et plus", "Les 18-25 ans", "Mort à 84 ans",
        "Un bébé de six mois", "Âgé de 7 mois", "Âgé d'une quarantaine d'années",
        "Un homme d'environ 50 ans", "Les jeunes entre 16 et 18 ans", "à l'âge de 3 ans",
        "Il est âgé de 35 ans et trois mois.",
    ],
)  # fmt: skip
def test_ages(text):
    assert mods(text)[-1] == "AGE"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("Depuis plus de 20 ans", "MORE_THAN"), ("En moins de 5 ans", "LESS_THAN"),
        ("Un bail d'environ 10 ans", "APPROX"), ("Il a 20 ans de carrière.", ""),
        ("Un mandat de cinq ans", ""), ("Condamné à 20 ans de prison", ""),
        ("D'ici à 20 ans", "ON_OR_BEFORE"), ("Dix ans (2 ans en 2012)", ""),
    ],
)  # fmt: skip
def test_lengths(text, mod):
    assert mods(text)[0] == mod
