"""An interview: who asks and who answers, what each answer is about, and who speaks how much."""

import hemicycle
import pytest

RAIL = (
    "La ligne entre Vaubrune et Saint-Ambre a perdu la moitié de ses trains en dix ans. Nous "
    "rouvrirons trois gares, nous achèterons douze rames neuves, et les voyageurs auront un train "
    "chaque demi-heure aux heures de pointe. Le transport ferroviaire ne doit plus être la "
    "variable d'ajustement du budget régional, et les gares rouvertes auront des guichets. Un "
    "abonnement unique vaudra pour le train, le tramway et l'autocar, parce que les voyageurs "
    "ne doivent pas payer trois fois le même trajet quand ils vont travailler le matin."
)
HOSPITAL = (
    "L'hôpital de Saint-Ambre manque d'infirmières, et ses urgences ferment la nuit depuis "
    "l'automne. Je ne l'accepte pas. Nous logerons les infirmières qui viennent travailler ici, "
    "nous aiderons les médecins à ouvrir des maisons de santé, et les urgences rouvriront la nuit "
    "avant la fin de l'année, car aucun patient ne doit faire une heure de route pour être soigné. "
    "Les maisons de santé ne remplacent pas l'hôpital, elles soulagent les urgences, et les "
    "médecins qui s'y installent nous disent combien ils attendaient cette aide de la région."
)
INTERVIEW = f"""\
Entretien avec Ysaline Corbier, présidente de la région. Propos recueillis par Basile Fontenoy.

Le Courrier de Vaubrune : Madame la présidente, les trains de la région sont-ils condamnés ?

Ysaline Corbier : {RAIL}

Le Courrier de Vaubrune : Et les urgences, qui ferment la nuit ?

Ysaline Corbier : {HOSPITAL}

Le Courrier de Vaubrune : Serez-vous de nouveau candidate ?

Ysaline Corbier : Vous le saurez au printemps.
"""


@pytest.fixture(scope="module")
def rows():
    return hemicycle.rows([{"id": "1", "text": INTERVIEW}])


def test_questions_and_answers_take_turns(rows):
    assert [row["kind"] for row in rows["speeches"]] == ["question", "answer"] * 3
    assert {row["speaker"] for row in rows["speeches"][1::2]} == {"Ysaline Corbier"}


def test_each_long_answer_has_themes_and_keywords_of_its_own(rows):
    first = {row["speech"]: row["code"] for row in rows["themes"] if row["rank"] == "1"}
    assert (first["2"], first["4"]) == ("10", "3")
    assert set(first) == {"", "2", "4"}
    words = {
        number: {row["keyword"] for row in rows["keywords"] if row["speech"] == number}
        for number in ("2", "4")
    }
    assert "voyageurs" in words["2"] and "urgences" in words["4"]
    assert not words["2"] & words["4"]
    told = {row["speaker"] for row in rows["keywords"] if row["speech"]}
    assert told == {"Ysaline Corbier"}


def test_words_of_questions_and_answers_are_counted_apart(rows, tmp_path):
    (tmp_path / "entretien.txt").write_text(INTERVIEW, encoding="utf-8")
    hemicycle.run([str(tmp_path / "entretien.txt")], output=tmp_path / "out")
    summary = hemicycle.read(tmp_path / "out").summary
    said = [row for row in rows["speeches"] if row["speaker"] == "Ysaline Corbier"]
    counted = summary["speakers"].query("group == 'Ysaline Corbier'").iloc[0]
    assert (counted["speeches"], counted["words"]) == (3, sum(int(row["words"]) for row in said))
    themes = summary["speaker_themes"].query("group == 'Ysaline Corbier'")
    assert {*themes["code"]} >= {"10", "3"}
