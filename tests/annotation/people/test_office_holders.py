"""Who held an office on the day of a text, and where nobody is meant."""

from datetime import date
from itertools import pairwise

import pytest
from hemicycle.kinds.people import PEOPLE
from hemicycle.knowledge.use import load_csv


@pytest.fixture
def offices(nlp):
    def read(text, day, country=""):
        doc = nlp.make_doc(text)
        doc._.document_date, doc._.country = date.fromisoformat(day), country
        people = PEOPLE.read(nlp(doc))
        return [
            (text[m.start : m.end], m.value.name) for m in people if m.value.mention == "office"
        ]

    return read


RIGHT = [
    ("FR", "2024-11-12", "Le Premier ministre a reçu les maires.", "Michel Barnier"),
    ("FR", "2013-03-12", "Le président de la République recevra les maires.", "François Hollande"),
    ("FR", "2006-02-12", "Selon l’entourage du chef de l’État, rien ne presse.", "Jacques Chirac"),
    ("FR", "1985-02-12", "Le Premier ministre a visité l’usine de Lorvel.", "Laurent Fabius"),
    ("FR", "2014-10-12", "La garde des Sceaux défendra le texte.", "Christiane Taubira"),
    ("FR", "2023-02-12", "Le ministre de l’Intérieur a vu les préfets.", "Gérald Darmanin"),
    ("FR", "2016-09-12", "La ministre de la Santé a fermé le service.", "Marisol Touraine"),
    ("FR", "2010-05-12", "Le ministre des Affaires étrangères part à Lorvel.", "Bernard Kouchner"),
    ("FR", "2022-03-01", "Le président américain a appelé les alliés.", "Joe Biden"),
    ("FR", "2018-03-01", "Le Premier ministre canadien visite Lorvel.", "Justin Trudeau"),
    ("FR", "2015-03-01", "Le président malien demande du temps.", "Ibrahim Boubacar Keïta"),
    ("BE", "2016-03-01", "Le Premier ministre a convoqué les syndicats.", "Charles Michel"),
    ("BE", "2019-03-01", "Le président français viendra à Lorvaux.", "Emmanuel Macron"),
    (
        "CH",
        "2012-03-01",
        "La présidente de la Confédération a salué l’accord.",
        "Eveline Widmer-Schlumpf",
    ),
    ("LU", "2010-03-01", "Le Premier ministre rencontre les partenaires.", "Jean-Claude Juncker"),
    ("CA", "2020-03-10", "Le premier ministre du Québec ferme les écoles.", "François Legault"),
    ("CA", "2009-03-10", "Le premier ministre canadien a défendu le budget.", "Stephen Harper"),
    ("SN", "2015-03-10", "Le chef de l’État a lancé les travaux à Thiès.", "Macky Sall"),
    ("SN", "2025-02-10", "Le Premier ministre a installé le comité.", "Ousmane Sonko"),
    ("SN", "1995-02-10", "Le président de la République est attendu à Kaolack.", "Abdou Diouf"),
    ("CI", "2022-02-10", "Le Premier ministre a visité le port.", "Patrick Achi"),
    ("BJ", "2019-02-10", "Le chef de l’État a gracié douze détenus.", "Patrice Talon"),
    ("MA", "2023-02-10", "Le chef du gouvernement a présenté le bilan.", "Aziz Akhannouch"),
    ("TN", "2021-02-10", "Le président de la République a refusé de signer.", "Kaïs Saïed"),
    ("CM", "1999-02-10", "Le chef de l’État rentrera lundi.", "Paul Biya"),
]

NOBODY = [
    ("FR", "2024-11-12", "L’ancien Premier ministre a reçu les maires."),
    ("FR", "2024-11-12", "Le futur Premier ministre devra choisir."),
    ("FR", "2024-11-12", "Un Premier ministre ne devrait pas dire cela."),
    ("FR", "2024-11-12", "Le Premier ministre de l’époque avait refusé."),
    ("FR", "2024-11-12", "En 1997, le Premier ministre avait refusé."),
    ("FR", "2024-11-12", "Le président de la République est élu pour cinq ans."),
    (
        "FR",
        "2024-11-12",
        "L’article 8 dispose que le Président de la République nomme le Premier ministre.",
    ),
    ("FR", "2024-11-12", "Les Premiers ministres se sont vus."),
    ("FR", "2024-11-12", "Le président a reçu les maires."),
    ("FR", "2024-11-12", "Le président de la région a reçu les maires."),
    ("FR", "2024-12-12", "Le Premier ministre a reçu les maires."),
    ("FR", "2012-03-12", "De Gaulle hésitait. Le président de la République voulait un vote."),
    ("FR", "2024-11-12", "Le Premier ministre espagnol a reçu les maires."),
    ("FR", "2024-11-12", "Le président du Sénat a reçu les maires."),
    ("FR", "2024-11-12", "Le vice-président américain est venu."),
    ("CA", "2020-03-10", "Le premier ministre ferme les écoles."),
    ("CH", "2012-03-01", "Le Premier ministre a salué l’accord."),
    ("BE", "2012-03-01", "Le ministre-président a salué l’accord."),
    ("SN", "2045-02-10", "Le Premier ministre a installé le comité."),
    ("", "2015-03-10", "Le chef de l’État a lancé les travaux."),
    ("CD", "2015-03-10", "Le ministre de l’Intérieur a lancé les travaux."),
    ("FR", "2024-11-12", "Le prochain président de la République devra choisir."),
    ("FR", "2016-11-12", "Le ministre de l’Intérieur allemand a reçu les maires."),
]


@pytest.mark.parametrize(("country", "day", "text", "holder"), RIGHT)
def test_the_holder_on_the_day(offices, country, day, text, holder):
    assert [name for _, name in offices(text, day, country)] == [holder]


@pytest.mark.parametrize(("country", "day", "text"), NOBODY)
def test_nobody_rather_than_a_wrong_one(offices, country, day, text):
    assert offices(text, day, country) == []


def test_who_the_document_names_goes_before(offices):
    text = "Le Premier ministre Awa Corvel est à Lorvel. Le Premier ministre y dort."
    assert offices(text, "2024-11-12", "FR") == []


def test_the_holder_has_the_name_of_the_document(offices):
    text = "M. Barnier hésite. Anna Roy et Paul Roux aussi. Le Premier ministre recevra les maires."
    assert {name for _, name in offices(text, "2024-11-12", "FR")} <= {"Barnier"}


def test_no_two_hold_an_office_at_once():
    terms = {}
    for row in load_csv("gazetteers", "office_holders.csv"):
        assert row["from"] < row["until"], row
        terms.setdefault((row["office"], row["country"]), []).append((row["from"], row["until"]))
    for office, held in terms.items():
        held.sort()
        for (_, until), (since, _) in pairwise(held):
            assert until <= since or until[: len(since)] <= since, (office, until, since)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Emmanuel Macron visite Lorvel. Le port, selon le chef de l’État, vivra.", True),
        ("Emmanuel Macron voit Alassane Ouattara. Le chef de l’État s’en réjouit.", False),
        ("Emmanuel Macron visite Lorvel. Le chef de l’État de 2003 l’avait promis.", False),
        ("Nadia Corvel visite Lorvel. Le port, selon le chef de l’État, vivra.", False),
    ],
)
def test_who_is_named_and_holds_the_office_is_meant_whatever_the_country(nlp, text, meant):
    doc = nlp.make_doc(text)
    doc._.document_date = date(2019, 3, 1)
    roles = [m.value.name for m in PEOPLE.read(nlp(doc)) if m.value.mention == "role"]
    assert roles == (["Emmanuel Macron"] if meant else [])


def test_a_law_speaks_of_offices_and_not_of_their_holders(offices):
    lines = [f"Article {k} : Le Premier ministre signe la liste." for k in range(1, 4)]
    assert offices("\n".join(lines), "2014-10-12", "FR") == []
    assert offices(lines[0], "2014-10-12", "FR") in ([], [("Premier ministre", "Manuel Valls")])
