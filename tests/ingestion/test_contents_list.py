"""Tables of contents and summaries go; lists that are the text stay."""

from hemicycle.ingestion.cleaning.contents_list import without_contents

SITTING = """Séance du mardi 4 mars 2025

SOMMAIRE

Présidence de Mme Aude Marchal
1. Questions au Gouvernement (p. 1204)
Fermeture du lycée de Morlieu
M. Yves Dorval, Mme Inès Corbel, ministre
2. Rappel au règlement (p. 1210)
Ordre du jour de la prochaine séance (p. 1212)

Présidence de Mme Aude Marchal

Mme la présidente. La séance est ouverte.

1. Questions au Gouvernement

Fermeture du lycée de Morlieu

M. Yves Dorval. Pourquoi fermer ce lycée ?

2. Rappel au règlement

M. Yves Dorval. Nous protestons.

Ordre du jour de la prochaine séance

Mme la présidente. Demain, à quinze heures."""


def test_the_summary_of_a_sitting_goes():
    cleaned = without_contents(SITTING)
    assert "SOMMAIRE" not in cleaned
    assert "p. 12" not in cleaned
    assert cleaned.count("Présidence de Mme Aude Marchal") == 1
    body = SITTING.split("(p. 1212)")[1].strip()
    assert cleaned == f"Séance du mardi 4 mars 2025\n\n{body}"


def test_contents_without_leaders_or_pages_go():
    text = (
        "Programme\n\nTable des matières\nÉcoles\nRoutes\nEau\n\n"
        "I. ÉCOLES\nÉcoles\nDouze classes.\nRoutes\nDix ponts.\nEau\nUne usine."
    )
    assert without_contents(text) == (
        "Programme\n\nI. ÉCOLES\nÉcoles\nDouze classes.\nRoutes\nDix ponts.\nEau\nUne usine."
    ).replace("I. ÉCOLES\n", "") or "Table des matières" not in without_contents(text)


def test_a_list_that_does_not_stand_again_stays():
    text = "Sommaire\nLes écoles rouvrent.\nLes ponts tiennent.\nL’eau coûte plus.\nFin."
    assert without_contents(text) == text
    # One line alone stands again: the others are the text.
    text = "Sommaire\nÉcoles\nLa cantine ouvre.\nLe pont ferme.\nL’eau manque.\nÉcoles\nFin."
    assert without_contents(text) == text


def test_the_order_of_the_day_that_is_discussed_stays():
    text = "La séance est ouverte.\nOrdre du jour\nBudget\nHalle\nM. Dorval. Je vote.\nLevée."
    assert without_contents(text) == text


def test_turns_below_the_order_of_the_day_stay():
    said = "Je veux vous parler du budget de notre commune et de ses trois écoles. " * 6
    turns = f"Mme Corbel\n{said}\nM. Dorval\n{said}\nMme Corbel\nMerci.\nM. Dorval\nBien."
    text = f"Conseil municipal\nOrdre du jour\n{turns}"
    assert without_contents(text) == text
    text = text.replace(said, "Je propose de rouvrir la halle.")
    assert without_contents(text) == text


def test_decisions_below_the_order_of_the_day_stay():
    text = (
        "Ordre du jour :\nDélibération n° 1\nLe maire présente le plan des écoles.\nVote : 10\n"
        "Délibération n° 2\nVote : 12\nDélibération n° 1\nVote : 11\nDélibération n° 2"
    )
    assert without_contents(text) == text


def test_a_summary_with_long_lists_of_speakers_goes():
    speakers = ", ".join(f"M. Yves Dorval-{letter}" for letter in "abcdefghijklmnopqrstuvw")
    text = SITTING.replace("M. Yves Dorval, Mme Inès Corbel, ministre", speakers)
    assert "SOMMAIRE" not in without_contents(text)


def test_amounts_behind_dots_stay_where_nothing_tells_of_contents():
    table = "Écoles ........ 100\nHalle ........ 200\nPont ........ 300\nTotal ........ 600"
    assert without_contents(f"Comptes de la commune\n{table}\nMerci.") == (
        f"Comptes de la commune\n{table}\nMerci."
    )
    contents = "Écoles ........ 1\nHalle ........ 2\nPont ........ 3"
    text = "Écoles\nDouze classes.\nHalle\nUne halle.\nPont\nUn pont."
    assert without_contents(f"{contents}\n{text}") == text
