"""What nobody says gives no row of what is spoken of."""

import hemicycle
import pytest

SITTING = """\
Présidence de Mme Apolline Ferrandi

Mme la présidente. La parole est à M. Gaspard Lestrade.

M. Gaspard Lestrade. Les hôpitaux ruraux ferment leurs lits. (Applaudissements sur les bancs du \
groupe SRC. – Exclamations sur les bancs du groupe UMP.)

Mme Sidonie Vaucher, ministre de la santé. Les hôpitaux ruraux recrutent, et le groupe SRC le sait.

M. Gaspard Lestrade. Les lits ferment.
"""


@pytest.fixture(scope="module")
def rows():
    return hemicycle.rows([{"id": "1", "text": SITTING}])


def test_groups_that_react_are_told_with_the_reaction(rows):
    assert [row["groups"] for row in rows["reactions"]] == ["SRC; UMP"]
    organisations = [row["text"] for row in rows["organisations"]]
    assert "UMP" not in " ".join(organisations)


def test_labels_and_reactions_give_no_keywords(rows):
    keywords = {row["keyword"] for row in rows["keywords"]}
    assert "hôpitaux ruraux" in keywords
    assert not {"Exclamations", "Applaudissements", "UMP", "Sidonie Vaucher"} & keywords


def test_what_stands_outside_turns_has_no_speech(rows):
    by_text = {row["text"]: row["speech"] for row in rows["people"]}
    assert by_text["Apolline Ferrandi"] == ""
    assert by_text["Sidonie Vaucher"] == ""


def test_the_words_of_a_turn_are_its_speakers(rows):
    (passage, *_) = rows["theme_passages"]
    assert (passage["speech"], passage["speaker"]) == ("2", "Gaspard Lestrade")


def test_an_abbreviation_in_brackets_is_no_reaction():
    text = "Le règlement (dit « DSA ») s'applique à la société (« le requérant »)."
    assert hemicycle.rows([{"id": "1", "text": text}])["reactions"] == []
