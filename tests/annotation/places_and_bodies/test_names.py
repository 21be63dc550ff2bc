"""Which phrases are names of bodies and places, and where they end."""

import pytest
from hemicycle.annotation.bodies import trust
from hemicycle.annotation.bodies.acronyms import full_name, is_acronym
from hemicycle.annotation.bodies.component import PlaceAndBodyFinder
from hemicycle.annotation.bodies.features import NAMES
from hemicycle.annotation.bodies.gazetteer import gazetteer, key_of, organisation_id
from hemicycle.evaluation.read_cells import BODIES, fit_cells, read_cells
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.words import Words
from spacy.lang.fr import French


def read(text, people=()):
    spans = sorted((text.find(p), text.find(p) + len(p)) for p in people)
    found = PlaceAndBodyFinder().mentions(text, [], spans)
    return [text[m.start : m.end] for m in found["ORG"]], [
        text[m.start : m.end] for m in found["LOC"]
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Le Sénat hésite et la Chambre refuse.", ["Sénat", "Chambre"]),
        ("Nous prions le Conseil cantonal de répondre.", ["Conseil cantonal"]),
        ("Il invite le Conseil cantonal à faire le point.", ["Conseil cantonal"]),
        (
            "Le ministère de l’Eau, des Mines et de la Pêche a signé avec le Sénat.",
            ["ministère de l’Eau, des Mines et de la Pêche", "Sénat"],
        ),
        (
            "L’Agence nationale de la Navigation, des Ports et du Climat enquête.",
            ["Agence nationale de la Navigation, des Ports et du Climat"],
        ),
        ("Le ministère de la pêche a répondu.", ["ministère de la pêche"]),
        ("Le Conseil économique et social s’est réuni.", ["Conseil économique et social"]),
        (
            "Le Parti Lorvélien pour la Réforme Rurale (PLRR) se divise.",
            ["Parti Lorvélien pour la Réforme Rurale", "PLRR"],
        ),
        ("L’Insee et la Gécamines publient leurs chiffres.", ["Insee", "Gécamines"]),
        ("Selon bpost, tout va bien.", ["bpost"]),
        ("Le conseil d’administration de la Sonatrach a voté.", ["Sonatrach"]),
    ],
)
def test_bodies(text, bodies):
    assert read(text)[0] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Elle est ministre de la Mer, de la Pêche et de l’Eau.",
        "La DETR finance la salle.",
        "Un État de droit protège. Tout État le doit. Le chef de l’État parle.",
        "Les Sénégalais et les Européens votent.",
        "Le Plan national des Rivières (PNR) est prêt.",
        "Les Communautés et les Régions se partagent la tâche.",
    ],
)
def test_what_is_no_body(text):
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("On vit mieux aux Sables-d’Olonne.", ["Sables-d’Olonne"]),
        ("Dans le canton de Vaud, sur le fleuve Niger.", ["Vaud", "Niger"]),
        ("La mer du Nord monte.", ["mer du Nord"]),
        ("MORLIEU - La séance est ouverte.", ["MORLIEU"]),
        ("Cher collègue, la Manche attend.", ["Manche"]),
    ],
)
def test_places(text, places):
    assert read(text)[1] == places


def test_a_riding_stands_between_a_person_and_a_party():
    text = "M. Aslan Corvel (Montclair, BQ) : Je vote contre."
    assert read(text, people=["Aslan Corvel"]) == (["BQ"], ["Montclair"])


@pytest.mark.parametrize("form", ["PMRN", "N-VA", "M23", "G20", "MoDem", "CMOC"])
def test_acronyms(form):
    assert is_acronym(form)


@pytest.mark.parametrize("form", ["Corvel", "A", "de", "2024", "Mme"])
def test_no_acronyms(form):
    assert not is_acronym(form)


def test_the_full_name_of_an_acronym_stands_before_its_bracket():
    words = Words("Hier le Front des pêcheurs du lac (FPL) a parlé.")
    index = words.forms.index("FPL")
    assert words.forms[full_name(words, index)] == "Front"
    assert full_name(Words("Hier un ami (FPL) a parlé."), 3) == -1


def test_keys_are_cut_as_texts_are():
    assert key_of("L’Année de la N’Djamena") == "l' annee de la n'djamena"
    assert key_of("Côte d’Ivoire").split(" ") == [w.lower() for w in Words("Cote d'Ivoire").forms]


def test_ids_are_one_a_thing():
    known = gazetteer()
    assert known.by_id["FR"].name == "France"
    assert known.by_id["insee:75056"].name == "Paris"
    assert organisation_id("FR", "Cour des comptes") in known.by_id


def test_every_feature_has_weights():
    tables = load_toml("calibration", "bodies.toml")
    for table in ("organisations", "places"):
        assert set(tables[table]) == {"constant", *NAMES}
    for table in trust.TABLES.values():
        assert set(tables[table]) == {"constant", *trust.FEATURES}


def test_rows_that_were_read_have_features_that_are_known():
    for column, table in (("organisation", "organisation_rows"), ("place", "place_rows")):
        cells = read_cells(BODIES, column)
        assert {name for cell in cells for name in cell.seen} <= trust.FEATURES.keys()
        fitted = fit_cells(trust.FILE, table, trust.FEATURES, cells)
        shipped = load_toml(*trust.FILE)[table]
        for name, line in fitted.lines.items():
            assert line[0] == pytest.approx(shipped[name]["weight"], abs=0.01)


def test_kinds_of_the_gazetteer_are_those_of_the_columns():
    from hemicycle.kinds.named import ORGANISATION_KINDS, PLACE_KINDS

    kinds = {"ORG": set(ORGANISATION_KINDS), "LOC": set(PLACE_KINDS)}
    for entries in gazetteer().entries.values():
        for entry in entries:
            assert entry.kind in kinds[entry.label], entry


def test_a_blank_pipeline_can_have_the_component():
    nlp = French()
    nlp.add_pipe("hemicycle_places_and_bodies")
    doc = nlp("Le Sénat vote.")
    assert [span.text for span in doc.spans["organisations"]] == ["Sénat"]


def test_a_body_alone_is_of_the_union_where_the_text_names_it(nlp):
    def ids(text, country=""):
        doc = nlp.make_doc(text)
        doc._.country = country
        return [m.value.entity_id for m in ORGANISATIONS.read(nlp(doc))]

    assert ids("Le requérant a saisi la Commission.") == ["commission"]
    told = ids("Bruxelles et l'Union européenne attendent. La Commission répond.")
    assert told[-1] == "eu:commission-europeenne"
    assert ids("L'Union doit agir.", "BE") == ["eu:union-europeenne"]
    assert ids("L'Union doit agir.", "SN") == ["union"]
