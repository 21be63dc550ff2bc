import pytest
from hemicycle.annotation.bodies.component import PlaceAndBodyFinder


def read(text, *entities, people=()):
    located = []
    for surface, label in entities:
        start = text.find(surface)
        located.append((start, start + len(surface), label))
    spans = sorted((text.find(p), text.find(p) + len(p)) for p in people)
    found = PlaceAndBodyFinder().mentions(text, located, spans)
    return {label: [text[m.start : m.end] for m in ms] for label, ms in found.items()}


def test_articles_are_no_part_of_a_name():
    text = "Devant l’Agence du Climat, à Lorvel."
    found = read(text, ("l’Agence du Climat,", "ORG"), ("Lorvel", "LOC"))
    assert found == {"ORG": ["Agence du Climat"], "LOC": ["Lorvel"]}


def test_a_call_a_day_and_a_dateline():
    text = "MORLIEU, 3 mai 2024 (ATI) – Avant Noël. Vive les Nations unies !"
    entities = [("MORLIEU", "ORG"), ("Noël", "ORG"), ("Vive les Nations unies !", "ORG")]
    assert read(text, *entities) == {"ORG": ["Nations unies"], "LOC": ["MORLIEU"]}


def test_one_name_has_one_label_over_the_document():
    text = "Volterra paie. Chez Volterra. Avec VOLTERRA."
    entities = [("Volterra", "ORG"), ("Volterra.", "ORG"), ("VOLTERRA", "LOC")]
    assert read(text, *entities)["LOC"] == []


def test_the_lexicon_knows_better_than_the_model():
    text = "Matignon consulte Paris."
    found = read(text, ("Matignon", "LOC"), ("Paris", "ORG"))
    assert found == {"ORG": ["Matignon"], "LOC": ["Paris"]}


def test_a_person_is_no_place():
    text = "Aslan Corvel parle."
    assert read(text, ("Corvel", "LOC"), people=["Aslan Corvel"]) == {"ORG": [], "LOC": []}


def test_a_name_takes_the_noun_that_it_is_the_name_of():
    text = (
        "Le groupe scolaire Aude-Arvor, la société Lorvel et la rue Ménez, au ministère du Travail."
    )
    entities = [("Aude-Arvor", "LOC"), ("Lorvel", "LOC"), ("Ménez", "LOC"), ("Travail", "ORG")]
    assert read(text, *entities) == {
        "ORG": ["groupe scolaire Aude-Arvor", "Lorvel", "ministère du Travail"],
        "LOC": ["rue Ménez"],
    }


def test_a_name_ends_before_a_day_and_holds_no_file_number():
    text = "Le Comité des eaux du jeudi siège. Mle 46 726 B naît au XXIe. Réunis, ils votent."
    entities = [
        ("Comité des eaux du jeudi", "ORG"),
        ("Mle 46 726 B", "ORG"),
        ("XXIe", "ORG"),
        ("Réunis", "LOC"),
    ]
    assert read(text, *entities) == {"ORG": ["Comité des eaux"], "LOC": []}


def test_functions_and_laws_are_no_bodies():
    text = "Le ministre du Travail, le Premier ministre et la loi Arvor."
    entities = [("Travail", "ORG"), ("Premier ministre", "ORG"), ("Arvor", "ORG")]
    assert read(text, *entities) == {"ORG": [], "LOC": []}


def test_a_name_ends_with_its_line_and_begins_behind_the_edge_of_a_cell():
    text = "École Arvor\n2024 : départ\n| membre | Observatoire de Lorvel |"
    entities = [("École Arvor\n2024", "ORG"), ("| Observatoire de Lorvel |", "ORG")]
    assert read(text, *entities) == {"ORG": ["École Arvor", "Observatoire de Lorvel"], "LOC": []}


def test_an_acronym_in_brackets_after_a_person_is_a_party():
    text = "Aslan Corvel (DéKI) est venu de Lorvel."
    found = read(text, ("DéKI", "LOC"), ("Lorvel", "LOC"), people=["Aslan Corvel"])
    assert found == {"ORG": ["DéKI"], "LOC": ["Lorvel"]}


def test_a_note_of_a_sitting_is_no_body():
    text = "Voilà ! (Applaudissements à gauche.) Merci."
    assert read(text, ("Applaudissements à gauche", "ORG")) == {"ORG": [], "LOC": []}


def test_it_runs_in_a_pipeline(blank):
    blank.add_pipe("hemicycle_places_and_bodies")
    assert list(blank("").spans["places"]) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Le tarif social de vente (TSV) baisse. Le TSV plaît.", [("TSV", "ORG")]),
        ("Une assurance neuve des récoltes (ANR) existe. L'ANR paie.", [("ANR", "ORG")]),
        ("Il faut 12 AXR. Ces AXR manquent.", [("AXR", "ORG")]),
        ("Chaque XRV compte.", [("XRV", "ORG")]),
        ("Le Plan Corvel est déclenché.", [("Plan Corvel", "ORG")]),
        ("L'avenir est à nous.", [("L'avenir", "ORG")]),
        ("SITUATION À L'HÔPITAL", [("L'HÔPITAL", "LOC")]),
    ],
)
def test_a_thing_is_no_body(text, labels):
    assert read(text, *labels) == {"ORG": [], "LOC": []}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Les services de secours (SS) sont là.", "SS"),
        ("Le centre de ressources maritimes (RM) ouvre.", "RM"),
        ("Le Crédit de Corvel prête.", "Crédit de Corvel"),
    ],
)
def test_small_nouns_of_bodies_and_of_houses_make_bodies(text, name):
    assert name in read(text, (name, "ORG"))["ORG"]


def test_a_body_is_one_whatever_its_acronym_spells():
    text = "La Conférence des directeurs cantonaux de la pêche (CDP) vote."
    name = "Conférence des directeurs cantonaux de la pêche"
    found = read(text, (name, "ORG"), ("CDP", "ORG"))
    assert found["ORG"] == [name, "CDP"]


def test_a_name_in_capitals_is_one_where_all_else_is_in_small_letters():
    assert read("Il vit à L'Hôpital, en Moselle.", ("L'Hôpital", "LOC"))["LOC"][0] == "L'Hôpital"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Direction des Ressources en Eau ouvre.", "Direction des Ressources en Eau"),
        ("L'Agence des Participations de l'État achète.", "Agence des Participations de l'État"),
        ("Le Centre d'études sur la pêche ferme.", "Centre d'études sur la pêche"),
        (
            "L'Union des ports de la Caraïbe orientale vote.",
            "Union des ports de la Caraïbe orientale",
        ),
        ("Le Conseil fédéral sur la question se tait.", "Conseil fédéral"),
        (
            "La commission de la Mer, de la Pêche et des Ports siège.",
            "commission de la Mer, de la Pêche et des Ports",
        ),
        (
            "Le Laboratoire des Bâtiments et Travaux publics ouvre.",
            "Laboratoire des Bâtiments et Travaux publics",
        ),
    ],
)
def test_how_far_the_name_of_a_body_reaches(text, name):
    assert name in read(text)["ORG"]


@pytest.mark.parametrize(
    ("text", "entity", "names"),
    [
        ("Elle quitte mon ministère pour dire non.", "", []),
        ("Un ministère de tutelle suffit.", "", []),
        ("La direction du PMRN recule.", "PMRN", ["PMRN"]),
        ("Elle dirige la société Zorvel pour l'Asie.", "Zorvel pour l'Asie", ["Zorvel"]),
        ("Le Sénat, pour bien faire, attend.", "Sénat, pour bien", ["Sénat"]),
        ("Il reçoit le Garde des Sceaux.", "Garde des Sceaux", []),
    ],
)
def test_what_a_name_does_not_take_in(text, entity, names):
    assert read(text, *([(entity, "ORG")] if entity else []))["ORG"] == names
