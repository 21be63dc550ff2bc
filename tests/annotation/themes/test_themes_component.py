import pytest
from hemicycle.knowledge.use import load_csv


def themes(nlp, text):
    doc = nlp(text)
    return [theme.code for theme in doc._.themes]


@pytest.fixture(scope="module")
def tagger():
    import spacy

    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_themes")
    return nlp


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Le déficit public et la dette imposent une réforme de l’impôt.", "1"),
        ("Les hôpitaux manquent de médecins et de soignants.", "3"),
        ("Les agriculteurs réclament un prix juste pour le lait.", "4"),
        ("Les demandeurs d’asile et les réfugiés attendent.", "9"),
        ("Nos armées recevront des missiles et des munitions.", "16"),
        ("L’intelligence artificielle et la numérisation avancent.", "17"),
        ("Les musées et les théâtres rouvrent.", "23"),
    ],
)
def test_the_main_theme(tagger, text, first):
    assert themes(tagger, text)[0] == first


@pytest.mark.parametrize(
    "text", ["", "Je vous remercie.", "La parole est à l’orateur suivant.", "Bonsoir à tous."]
)
def test_formulas_have_no_theme(tagger, text):
    assert themes(tagger, text) == []


def test_scores_fall_and_evidence_stands_in_the_text(tagger):
    doc = tagger("Les écoles et les lycées ouvrent. Les hôpitaux et les médecins aussi. L’école !")
    scores = [theme.score for theme in doc._.themes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert [theme.rank for theme in doc._.themes] == list(range(1, len(scores) + 1))
    assert "école" in doc._.themes[0].evidence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "La députée de l’opposition et le maire ont interpellé le ministre sur le port de "
            "plaisance : le parlement veut un rapport du gouvernement sur le dragage.",
            "10",
        ),
        (
            "Le conseil municipal, sous la présidence de Mme la maire, vote la fermeture de "
            "l’école maternelle et la rénovation du lycée.",
            "6",
        ),
    ],
)
def test_who_governs_is_not_what_the_text_is_about(tagger, text, first):
    assert themes(tagger, text)[0] == first


def test_a_topic_with_strong_evidence_stays_beside_a_much_heavier_one(tagger):
    budget = (
        "Le ministre des Finances défend le budget : le déficit public, la dette publique, la TVA, "
        "l’impôt sur le revenu, l’inflation, la croissance, le pouvoir d’achat, la fraude fiscale, "
        "les niches fiscales, le PIB, la CSG et le taux directeur de la Banque de France. "
    )
    assert "3" in themes(tagger, budget + "Le CHU et le SAMU recrutent.")
    assert "3" not in themes(tagger, budget + "Le CHU recrute.")


def test_every_code_of_the_lexicon_has_a_label():
    known = {row["code"] for row in load_csv("taxonomies", "cap.csv")}
    used = {row["code"] for row in load_csv("lexicons", "themes.csv")} - {"-"}
    assert used == known


def test_the_country_of_the_text_is_no_foreign_affair(tagger):
    text = "Ivoiriennes, Ivoiriens, la Côte d’Ivoire avance."
    assert "19" not in themes(tagger, text)
    assert "19" in themes(tagger, "La Côte d’Ivoire avance.")
