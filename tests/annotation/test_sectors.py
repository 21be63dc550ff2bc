import pytest
from hemicycle.annotation.sectors.component import SectorFinder
from hemicycle.kinds.sectors import SECTORS
from hemicycle.knowledge.use import load_csv

FINDER = SectorFinder()


def codes(blank, text):
    doc = FINDER(blank(text))
    return [m.value.section + m.value.division for m in SECTORS.read(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’énergie manque.", ["D35"]),
        ("La construction reprend.", ["F"]),
        ("l'agro-industrie", ["C10"]),
        ("les hôpitaux et les lycées", ["Q86", "P85"]),
        ("La SNCF et les trains", ["H49", "H49"]),
        ("un plan d’eau", []),
        ("les PME", []),
        ("la banque alimentaire", ["Q88"]),
        ("la culture du blé", ["A01"]),
        ("la recherche agricole", ["A01"]),
        ("la recherche et l’agriculture", ["M72", "A01"]),
        ("La recherche avance.", ["M72"]),
        ("le ministère de la Santé", ["Q86"]),
        ("Il est en train de voter.", []),
        ("La culture et les musées", ["R", "R91"]),
        ("La culture demande des sols riches pour ces céréales.", ["A01"]),
        ("Il a voté.", []),
        ("Deux ans ferme pour l’ancien adjoint.", []),
        ("Un soldat a sauté sur une mine.", ["O84"]),
        ("Ce n’est pas une hypothèse d’école.", []),
        ("Les salariés des mines et les doctorants.", ["B07", "M72"]),
    ],
)
def test_sectors(blank, text, expected):
    assert codes(blank, text) == expected


def test_every_code_of_the_lexicon_has_a_label():
    known = {row["section"] + row["division"] for row in load_csv("taxonomies", "naf.csv")}
    used = {row["code"] for row in load_csv("lexicons", "sectors.csv")}
    assert used - {"-"} <= known
    assert {code[0] for code in used - {"-"}} == {code[0] for code in known}


def test_labels_are_official(blank):
    [mention] = SECTORS.read(FINDER(blank("les mines de charbon")))
    assert (mention.value.section, mention.value.division) == ("B", "05")
    assert mention.value.sector == "Extraction de houille et de lignite"
