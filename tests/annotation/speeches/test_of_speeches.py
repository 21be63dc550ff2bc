"""Themes and keywords of single speeches: of long ones, where several speak."""

import hemicycle
import pytest

SCHOOL = (
    "Notre école maternelle perd une classe, et le collège attend sa cantine depuis trois "
    "ans. Les enseignants ne sont plus remplacés, les élèves restent sans cours, et les "
    "parents d'élèves nous écrivent chaque semaine. Une école maternelle sans enseignants "
    "n'est plus une école. Je demande que la prochaine rentrée scolaire soit préparée avec "
    "eux tous, et que la cantine du collège ouvre enfin, et que nous disions clairement "
    "combien de postes d'enseignants le rectorat nous doit encore cette année."
)
WATER = (
    "La rivière a débordé deux fois, et les digues n'ont pas tenu. Les inondations ont touché "
    "quarante maisons. Nous voulons des zones humides, une gestion de l'eau plus sobre et des "
    "digues entretenues contre les inondations, avant la prochaine crue de la rivière."
)
COUNCIL = f"""\
Conseil municipal de Vaubrune

Présidence de Mme Odile Garance, maire

Mme la maire. La séance est ouverte. La parole est à M. Basile Fontenoy.

M. Basile Fontenoy. {SCHOOL} (Applaudissements sur les bancs du groupe Vaubrune autrement.)

Mme la maire. La parole est à Mme Ysaline Corbier, sur les transports.

Mme Ysaline Corbier. {WATER}

M. Basile Fontenoy. Très bien, la santé aussi !

Mme la maire. Je mets aux voix l'amendement. La séance est levée.
"""


@pytest.fixture(scope="module")
def rows():
    return hemicycle.rows([{"id": "1", "text": COUNCIL}])


def of_speeches(rows, table, column):
    found = {}
    for row in rows[table]:
        if row["speech"]:
            found.setdefault((row["speech"], row["speaker"]), []).append(row[column])
    return found


def test_long_speeches_have_themes_of_their_own(rows):
    themes = of_speeches(rows, "themes", "code")
    assert [who for _, who in themes] == ["Basile Fontenoy", "Ysaline Corbier"]
    assert [codes[0] for codes in themes.values()] == ["6", "7"]


def test_only_longer_ones_have_keywords(rows):
    keywords = of_speeches(rows, "keywords", "keyword")
    assert [who for _, who in keywords] == ["Basile Fontenoy"]
    ((found),) = keywords.values()
    assert "école maternelle" in found
    assert len(found) <= 5


def test_rows_of_the_document_come_first_and_name_nobody_of_several(rows):
    for table in ("themes", "keywords"):
        speeches = [row["speech"] for row in rows[table]]
        whole = speeches.count("")
        assert whole and "" not in speeches[whole:]
        assert {row["speaker"] for row in rows[table][:whole]} == {""}
        keys = [(row["speech"], row["rank"]) for row in rows[table]]
        assert len(set(keys)) == len(keys)


def test_procedure_tells_no_topic(rows):
    told = {row["keyword"].lower() for row in rows["keywords"]}
    assert not told & {"amendement", "séance", "parole", "applaudissements", "bancs du groupe"}
    # `transports` stands only where the chair gives the floor.
    assert "10" not in {row["code"] for row in rows["theme_passages"]}
    assert "transport" not in {row["term"] for row in rows["sectors"]}


def test_one_speech_by_one_person_has_no_second_copy():
    text = f"Discours de M. Basile Fontenoy, maire\n\nMesdames, Messieurs,\n\n{SCHOOL}\n\n{WATER}\n"
    rows = hemicycle.rows([{"id": "1", "text": text}])
    assert len(rows["speeches"]) == 1
    for table in ("themes", "keywords"):
        assert {row["speech"] for row in rows[table]} == {""}
        assert {row["speaker"] for row in rows[table]} == {"Basile Fontenoy"}


def test_lines_in_another_language_tell_no_topic():
    dutch = (
        "De regering heeft het budget voor de zorg niet verhoogd, en dat is een probleem voor ons."
    )
    text = "\n\n".join(
        [f"01.0{n} {who} (PS): {said}" for n, (who, said) in enumerate(
            [("Ada Verlin", SCHOOL), ("Joris Maes", f"{dutch} {dutch} {dutch}")] * 2, start=1)]
    )  # fmt: skip
    rows = hemicycle.rows([{"id": "1", "text": text}])
    assert len(rows["speeches"]) == 4
    words = {word for row in rows["keywords"] for word in row["keyword"].lower().split()}
    assert not words & {"het", "een", "regering", "voor"}
