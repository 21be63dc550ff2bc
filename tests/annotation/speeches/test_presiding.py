"""Who presides and speaks at length gives a speech; who leads the sitting does not."""

import hemicycle
import pytest

BUDGET = (
    "Mes chers collègues, le budget que nous vous présentons ce soir tient en trois idées. D'abord "
    "l'école maternelle des Tilleuls, dont le toit sera refait cet été, et dont la cantine "
    "accueillera enfin tous les élèves. Ensuite les digues de la Vesle, car deux crues ont "
    "noyé quarante maisons, et personne ici ne veut revoir cela. Enfin la dette, que nous ramenons "
    "à neuf cents euros par habitant sans toucher aux impôts, parce que les familles de Vaubrune "
    "n'ont pas à payer les erreurs d'hier. Je remercie les services de leur travail patient."
)
LEADING = (
    "La séance est ouverte. Je vérifie que le quorum est atteint, et je désigne un secrétaire de "
    "séance. Le procès-verbal de la séance du mois dernier est soumis à vos remarques, et je le "
    "mets aux voix s'il n'y en a pas. L'ordre du jour appelle huit délibérations, que nous "
    "prendrons dans l'ordre du jour que vous avez reçu avec la convocation. Je rappelle que le "
    "temps de parole de chaque groupe est de dix minutes, et que les amendements doivent m'être "
    "remis avant que la discussion générale soit close. La parole est à M. Basile Fontenoy."
)
COUNCIL = f"""\
Conseil municipal de Vaubrune

Présidence de Mme Odile Garance, maire

Mme la maire. {LEADING}

M. Basile Fontenoy. Où en sont les comptes de la commune, madame la maire ?

Mme la maire. {BUDGET} L'amendement de M. Fontenoy est mis aux voix.

M. Basile Fontenoy. Je vous remercie de ces précisions, que nous lirons avec attention.

Mme la maire. {BUDGET} La parole est à Mme Ysaline Corbier.

Mme Ysaline Corbier. Nous voterons ce budget avec quelques réserves sur la dette.

Mme la maire. La séance est levée.
"""


@pytest.fixture(scope="module")
def rows():
    return hemicycle.rows([{"id": "1", "text": COUNCIL}])


def test_the_kind_is_told_by_what_is_said(rows):
    led = [row["kind"] for row in rows["speeches"] if row["speaker"] == "Odile Garance"]
    assert led == ["chair", "answer", "speech", "chair"]


def test_procedure_within_a_speech_from_the_chair_tells_no_topic(rows):
    told = {row["keyword"].lower() for row in rows["keywords"]}
    assert "dette" in " ".join(told)
    assert not told & {"amendement", "parole", "voix"}


def test_a_long_call_to_order_at_question_time_answers_nobody():
    text = f"""\
Présidence de Mme Odile Garance

Questions au Gouvernement

Mme la présidente. La parole est à M. Basile Fontenoy.

M. Basile Fontenoy. Monsieur le ministre, quand l'école des Tilleuls aura-t-elle un toit ?

Mme la présidente. {BUDGET}

M. Joris Maes, ministre de l'éducation nationale. L'été prochain, monsieur le député.
"""
    kinds = [row["kind"] for row in hemicycle.rows([{"id": "1", "text": text}])["speeches"]]
    assert kinds == ["chair", "question", "speech", "answer"]


def test_what_the_chair_leads_in_another_language_is_no_speech():
    dutch = "Wij gaan nu over tot de stemming, en ik geef het woord aan de leden van de kamer. "
    text = COUNCIL.replace(LEADING, f"{dutch * 8}La parole est à M. Basile Fontenoy.")
    kinds = [row["kind"] for row in hemicycle.rows([{"id": "1", "text": text}])["speeches"]]
    assert kinds[0] == "chair"
