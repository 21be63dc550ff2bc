"""Which date goes with which amount, and what is measured where words are left out."""

from datetime import date

import pytest
from hemicycle.annotation.loading import load


@pytest.fixture(scope="module")
def rows():
    nlp = load(["hemicycle_sentences", "hemicycle_dates", "hemicycle_amounts"])

    def read(text):
        doc = nlp.make_doc(text)
        doc._.document_date, doc._.country = date(2025, 3, 12), "FR"
        return [span._.amount for span in nlp(doc).spans["amounts"]]

    return read


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Le taux, de 7 % en 2023, est retombé à 3 %.", ["2023", ""]),
        ("Le pont, long de 300 mètres, sera livré en 2029.", [""]),
        ("Des aides de 4 milliards d’euros sont versées et leur total atteindra 6 milliards "
         "d’ici 2030.", ["", "2030"]),
        ("Vous admettez aujourd’hui que le projet coûtera 90 millions d’euros.", [""]),
        ("Un plafond fixe à 20 % la part de la publicité, comme cela se fait à Lille depuis 2014.",
         [""]),
        ("Les impayés de 2020, 2021 et 2022 atteignent 8 millions d’euros.", ["2020/2022"]),
        ("La Région paie en 2026 et en 2027, à hauteur respectivement de 40 % et de 60 % du coût.",
         ["2026", "2027"]),
        ("Elle a préféré au marché RAPPORT ANNUEL 2022 des lots payés à 900 euros.", [""]),
        ("La dette atteint 3 milliards d’euros, soit 115 % du PIB en 2025.", ["2025", "2025"]),
        ("L’excédent a doublé en 2024, à 18 millions d’euros.", ["2024"]),
        ("Deux tracteurs sur trois roulaient alors qu’aujourd’hui aucun ne part.", [""]),
        ("La Ville cède un terrain de 3 millions d’euros et qui est loué aujourd’hui.", [""]),
        ("Une réunion s’est tenue hier afin de reloger 40 familles.", [""]),
        ("Les vols ont reculé de 12 % par rapport à la même période en 2023.", [""]),
        ("En 2031, c’est-à-dire demain, la caisse perdra 9 millions d’euros.", ["2031"]),
        ("On compte 30 écoles contre 20 en 2023, soit 50 % de plus.", ["", "2023", ""]),
        ("Le préfet, qui a quitté Lille en 2019, a reçu 3 maires.", [""]),
    ],
)  # fmt: skip
def test_dates(rows, text, dates):
    assert [amount.date for amount in rows(text)] == dates


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le budget atteindra 4 millions d’euros d’ici 2030.", "by"),
        ("Le budget atteindra 4 millions d’euros en 2030.", "at"),
        ("Le budget perd 4 millions d’euros depuis 2016.", "since"),
        ("L’aide est de 4 millions d’euros à partir de 2027.", "from"),
        ("L’aide est de 4 millions d’euros jusqu’en 2027.", "until"),
    ],
)
def test_roles_of_dates(rows, text, role):
    (amount,) = rows(text)
    assert (bool(amount.date), amount.date_role) == (True, role)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Le tunnel coûterait 700 millions d’euros, l’entretien des quais 80 millions.",
         ["tunnel", "entretien des quais"]),
        ("Le produit de la vente reversé aux communes au titre des secours et de l’entretien s’est "
         "élevé à 3 millions d’euros.", ["produit de la vente"]),
        ("Une mesure destinée à soutenir l’emploi des jeunes est dotée de 40 millions d’euros.",
         ["mesure"]),
        ("Un taux d’abandon très élevé, soit 30 % en lettres, 22 % en droit.",
         ["taux d’abandon", "taux d’abandon"]),
        ("Le rectorat note un manque de 4 200 places d’internat.",
         ["manque de places d’internat"]),
        ("Le service compte 90 médecins ; 40 % d’entre eux partent.", ["médecins", "médecins"]),
        ("Taxe d’accueil : baisse à 3 % pour les hôtels, à 1 % pour les campings.",
         ["Taxe d’accueil", "Taxe d’accueil"]),
        ("Quant au prix du timbre, il est passé de 1 euro à 2 euros.",
         ["prix du timbre", "prix du timbre"]),
        ("Nous consacrons 50 millions d’euros à la forêt et 20 millions au littoral.",
         ["forêt", "littoral"]),
        ("Le prix du blé non traité ne doit pas dépasser 300 euros la tonne.",
         ["prix du blé non traité"]),
        ("Les ventes ne représentent que 6 % du marché.", ["ventes"]),
    ],
)  # fmt: skip
def test_measures(rows, text, measures):
    assert [amount.measure for amount in rows(text)] == measures


def test_the_base_of_a_share_stands_apart(rows):
    (amount,) = rows("Le déficit atteint 5 % du PIB.")
    assert (amount.measure, amount.base) == ("déficit", "PIB")
