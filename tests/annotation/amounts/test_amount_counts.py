import pytest

from pipeline.annotation.amounts.reader import reader
from pipeline.annotation.amounts.words import noun_lemma


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
    assert noun_lemma(word) == lemma


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
