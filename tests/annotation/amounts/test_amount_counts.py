from decimal import Decimal

import pytest
from hemicycle.annotation.amounts.reader import reader
from hemicycle.reading.nounphrases import noun_phrases


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("4 000 postes d'infirmiers", 4000, "poste"),
        ("60 000 nouveaux logements", 60000, "logement"),
        ("deux ministres", 2, "ministre"),
        ("les 577 députés", 577, "député"),
        ("une quinzaine de maires", 15, "maire"),
        ("2 millions d’élèves", 2_000_000, "élève"),
        ("trois autres grandes villes", 3, "ville"),
        ("2026 logements", 2026, "logement"),
        ("200 jeunes", 200, "jeune"),
        ("200 jeunes agriculteurs", 200, "agriculteur"),
        ("plusieurs milliers de familles", 1000, "famille"),
        ("312 voix", 312, "voix"),
        ("450 ETP", 450, "ETP"),
        ("1 000 000 d'habitants", 1_000_000, "habitant"),
        ("vingt mille personnes", 20_000, "personne"),
    ],
)
def test_what_is_counted(one, text, value, unit):
    amount = one(text)
    assert (amount.kind, amount.value, amount.unit) == ("count", value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "une école",
        "les deux assemblées",
        "ces trois textes",
        "nos deux pays",
        "trois fois",
        "à deux reprises",
        "deux choses",
        "mille excuses",
        "l'un des deux",
        "article 12",
        "les articles 12, 13 et 14 modifiés",
        "les amendements nos 3 et 45 identiques",
        "page 3 à 12",
        "12, rue des Lilas",
        "37 avenue Foch",
        "France 24",
        "le G20",
        "la loi n° 2004-575",
        "l'article L. 613-19-1",
        "le 49.3",
        "victoire 3-1",
        "au 01 45 67 89 10",
        "un deux-roues",
        "le cinq étoiles",
        "trois ans",
        "60 ans",
        "le deuxième tour",
        "la 3e voie",
        "1\n\nRappels au règlement",
        "31.12.25",
    ],
)
def test_no_count(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("salariés", "salarié"),
        ("hôpitaux", "hôpital"),
        ("ouvriers", "ouvrier"),
        ("tombes", "tombe"),
        ("temps", "temps"),
        ("petits-enfants", "petit-enfant"),
        ("assurés", "assuré"),
    ],
)
def test_singular(word, lemma):
    assert noun_phrases().singular(word) == lemma


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 000 jeunes demain, 10 000 en 2030 et 50 000 à l'horizon 2035", [3000, 10000, 50000]),
        ("14 000 emplois, contre 12 500 aujourd'hui", [14000, 12500]),
        ("14 000 emplois, contre 2020", [14000]),
        ("adoptée par 14 voix contre 9", [14, 9]),
        ("adopté par 16 voix pour, 4 contre", [16, 4]),
        ("3 200 observateurs, dont 450 de l'Union", [3200, 450]),
        ("3 200 observateurs, dont 450 de plus", [3200]),
        ("14 000 emplois et 12 500 euros", [14000, 12500]),
        ("14 000 emplois. Il y en avait, en tout, 12 500.", [14000]),
    ],
)
def test_a_bare_number_goes_on_counting(text, values):
    stop = text.find(". ") + 2
    found = reader().read(text, sentences=[0, stop] if stop > 1 else [0])
    assert [mention.value.value for mention in found] == values
    assert len({mention.value.unit for mention in found}) == 1 + ("euros" in text)


@pytest.mark.parametrize("text", ["Pas un euro de plus.", "sans une tonne", "ni un dollar"])
def test_not_one_is_no_amount(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Il y avait 74 000 nageurs ; on en comptait 51 300 en 2024.", [74000, 51300], "nageur"),
        ("Le pays compte 112 écoles. Il n'en reste plus que 15.", [112, 15], "école"),
        ("L'hôpital a 42 lits, et il en a ouvert 60 de plus.", [42, 60], "lit"),
        ("Il fallait 15 millions de dollars ; il n'en a reçu que 3,4.", [15000000, 3400000], "USD"),
        ("Le parc compte 5,9 GW de panneaux, et en comptera 30.", [Decimal("5.9"), 30], "GW"),
        # `en` is a preposition, or the number has a noun or is a year
        ("Ils sont 42 élus. En France 15, en Suisse 30.", [42], "élu"),
        ("Il a 42 lits ; on en parlait en 1995.", [42], "lit"),
        ("Il a 42 lits, en comptant 15 par salle.", [42], "lit"),
    ],
)  # fmt: skip
def test_a_bare_number_of_what_the_pronoun_stands_for(read, text, values, unit):
    found = read(text)
    assert [amount.value for amount in found] == values
    assert {amount.unit for amount in found} == {unit}


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("La gauche obtient 33 des 45 sièges.", [33, 45], "siège"),
        ("Sur les 440 maires, 62 ont dit non.", [440, 62], "maire"),
        ("Le texte passe avec 1 579 000 oui.", [1579000], "oui"),
        ("Il faut 2 000 logements par an, contre 500 à 600 aujourd'hui.", [2000, 500], "logement"),
        ("Le litre valait 2 000 euros, contre 775 avant le siège.", [2000, 775], "EUR"),
        ("Le prix était de 492 euros en août, après 487 en juillet.", [492, 487], "EUR"),
    ],
)
def test_parts_and_comparisons(read, text, values, unit):
    found = read(text)
    assert [amount.value for amount in found] == values
    assert {amount.unit for amount in found} == {unit}


@pytest.mark.parametrize(
    ("text", "modifier", "change"),
    [
        ("Il n'emploie plus que 30 agents.", "", ""),
        ("Il reste 30 agents à payer deux fois.", "", ""),
        ("Dans les 14 communes, on vote.", "", ""),
        ("Les 14 communes de moins de mille âmes votent.", "", ""),
        ("Il emploiera 30 agents au plus fort du chantier.", "", ""),
        ("Il emploiera 30 agents au plus.", "less_than", ""),
        ("Il y a 30 agents de moins.", "", "down"),
    ],
)
def test_words_around_a_count(read, text, modifier, change):
    found = read(text)[0]
    assert (found.modifier, found.change) == (modifier, change)


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("Le nombre de chômeurs augmente de 38 000.", 38000, "chômeurs"),
        ("On estime à 11 800 le nombre de déplacés.", 11800, "déplacés"),
        ("Le nombre total de visites aux urgences a atteint 34 000 en 2023.", 34000, "visites"),
        ("Le nombre de vaches laitières passe sous la barre des 3 millions.", 3000000, "vaches"),
    ],
)
def test_a_noun_before_its_number(one, text, value, measure):
    found = one(text)
    assert (found.kind, found.value) == ("count", value)
    assert found.measure.startswith(measure)


def test_it_measures_the_same(read):
    found = read("Le dinar valait 0,52 euro. Il en vaut 0,29 aujourd'hui.")
    assert [amount.measure for amount in found] == ["dinar", "dinar"]
