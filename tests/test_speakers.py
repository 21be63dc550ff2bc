"""Who utters the words of a mention."""

import hemicycle
import pytest
from hemicycle.tables.utterers import Turns, Utterers

TEXT = (
    "Le budget 2027 est prêt. « Nous ouvrirons la ligne ferroviaire en 2029 pour 3 millions "
    "d'euros », a déclaré Mme Aude Marchal à Lille. Le maire répondra en 2031."
)


def speakers(rows, table):
    return {row["text"]: row["speaker"] for row in rows[table]}


def test_the_person_quoted_else_the_speaker_of_the_document():
    rows = hemicycle.rows([{"id": "1", "text": TEXT, "speaker": "Orsat Dubois"}])
    dates = speakers(rows, "dates")
    assert (dates["2027"], dates["2029"]) == ("Orsat Dubois", "Aude Marchal")
    assert speakers(rows, "amounts") == {"3 millions d'euros": "Aude Marchal"}
    assert speakers(rows, "sectors") == {"ligne ferroviaire": "Aude Marchal"}
    assert speakers(rows, "places") == {"Lille": "Orsat Dubois"}
    assert speakers(rows, "people") == {"Aude Marchal": "Orsat Dubois"}
    # A sentence of which only a part is quoted is the text's own.
    *_, passage = rows["theme_passages"]
    assert passage["text"].endswith("à Lille.")
    assert passage["speaker"] == "Orsat Dubois"


def test_a_quotation_has_the_one_who_is_quoted():
    text = "« Nous ne céderons pas devant eux, jamais » : ce mot a fait le tour du pays."
    rows = hemicycle.rows([{"id": "1", "text": text, "speaker": "Orsat Dubois"}])
    assert "Orsat Dubois" not in speakers(rows, "quotes").values()


def test_nobody_where_nobody_is_known():
    rows = hemicycle.rows([{"id": "1", "text": TEXT}])
    assert speakers(rows, "dates")["2027"] == ""
    assert {row["speech"] for row in rows["dates"]} == {""}


def test_it_is_kept_with_the_document():
    nlp = hemicycle.load(["hemicycle_sentences"])
    doc = nlp("Bonjour.")
    assert doc._.speaker == ""
    doc._.speaker = "Aude Marchal"
    assert type(doc)(nlp.vocab).from_bytes(doc.to_bytes())._.speaker == "Aude Marchal"


QUOTED = [(10, 50, "A"), (20, 30, "B"), (60, 70, "C"), (62, 64, "")]


@pytest.mark.parametrize(
    ("start", "end", "speaker"),
    [
        (0, 5, "X"), (10, 50, "A"), (12, 15, "A"), (20, 30, "B"), (22, 25, "B"), (25, 35, "A"),
        (35, 45, "A"), (45, 55, "X"), (51, 60, "X"), (62, 64, "C"), (65, 70, "C"), (70, 71, "X"),
    ],
)  # fmt: skip
def test_the_innermost_quotation_that_covers_all_of_it(start, end, speaker):
    assert Utterers(QUOTED, Turns([]), "X").at(start, end) == speaker


@pytest.mark.parametrize(
    ("start", "end", "number", "speaker"),
    [
        (0, 4, "", "X"), (5, 9, "1", "Y"), (12, 15, "1", "A"), (52, 54, "2", ""), (54, 58, "", "X"),
        (62, 64, "3", "C"),
    ],
)  # fmt: skip
def test_the_turn_speaks_where_nobody_is_quoted(start, end, number, speaker):
    turns = Turns([(55, 80, 3, "Z"), (5, 50, 1, "Y"), (50, 55, 2, "")])
    assert turns.number_at(start, end) == number
    assert Utterers(QUOTED, turns, "X").at(start, end) == speaker
