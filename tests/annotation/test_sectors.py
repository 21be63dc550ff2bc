import pytest
from hemicycle.annotation.sectors.component import SectorFinder
from hemicycle.kinds.sectors import SECTORS
from hemicycle.knowledge.use import load_csv

FINDER = SectorFinder(least_confidence=0)  # what terms mean, however sure


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
        ("L’assurance vieillesse est en déficit.", ["O84"]),
        ("Le vide sanitaire a duré deux mois.", []),
        ("Leur projet a échoué au port.", []),
        ("La restauration de deux fresques et la restauration d’un vitrail.", []),
        ("La restauration et l’hôtellerie recrutent.", ["I56", "I55"]),
        ("Un porte-avions nucléaire croise au large.", ["O84"]),
        ("Le nucléaire et ses réacteurs.", ["D35", "D35"]),
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


def sure(blank, text, least=0.0):
    doc = SectorFinder(least_confidence=least)(blank(text))
    return {m.value.term: m.value.confidence for m in SECTORS.read(doc)}


FILLER = "Le soir tombe sur la colline et chacun rentre chez soi en silence. " * 12


def test_a_word_among_others_of_its_branch_is_surer_than_alone(blank):
    alone = sure(blank, f"{FILLER}La batterie est morte. {FILLER}")["batterie"]
    company = f"{FILLER}La batterie est morte, l’électroménager et les piles manquent. {FILLER}"
    assert sure(blank, company)["batterie"] > alone


def test_a_body_of_politics_is_hardly_a_branch_of_a_longer_text(blank):
    text = f"{FILLER}Le parlement vote, la police veille. {FILLER}"
    chances = sure(blank, text)
    assert chances["parlement"] < 0.5 < chances["police"]
    assert "parlement" not in sure(blank, text, 0.65)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nous avons l’assurance que cela tiendra.", "assurance"),
        ("Le bilan de la principale formation de l’opposition.", "formation"),
        ("Les art. 12 et 14 de l’ordonnance.", "arts"),
        ("Un bracelet électrique sans fil.", "électrique"),
        ("C’est l’arbre qui cache la forêt.", "forêt"),
        ("Il a voyagé en bateau.", "bateau"),
        ("La publicité des débats est de règle.", "publicité"),
        ("Une mesure de justice sociale.", "justice"),
        ("Ses traditions culturelles.", "culturel"),
    ],
)
def test_another_sense_names_no_branch(blank, text, term):
    assert term not in sure(blank, text)
