import pytest
from hemicycle.annotation.keywords.names import Name
from hemicycle.annotation.keywords.turning import greetings_of, questions_of


@pytest.mark.parametrize(
    ("text", "greetings"),
    [
        ("Chers habitants de la vallée,\nLe pont rouvre.", ["Chers habitants de la vallée,"]),
        (
            "Mesdames et Messieurs les maires du plateau !\n",
            ["Mesdames et Messieurs les maires du plateau !"],
        ),
        ("Le pont rouvre, chers amis, et je m’en réjouis.", []),
        ("Madame Roy a voté la loi.\nMonsieur Guy aussi", []),
        ("Chers amis, le pont rouvre : voici pourquoi,", []),
    ],
)
def test_lines_that_greet(text, greetings):
    assert [text[start:end] for start, end in greetings_of(text)] == greetings


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Mme Odile Marsan appelle l’attention de M. le ministre des transports sur le bac.",
            "Odile Marsan appelle l’attention de M. le ministre des transports ",
        ),
        (
            "M. Odile Marsan (Rhône) interroge le Gouvernement sur le bac.",
            "Odile Marsan (Rhône) interroge le Gouvernement ",
        ),
        (
            "Titre\nOdile Marsan demande à la ministre si le bac rouvre.",
            "Odile Marsan demande à la ministre ",
        ),
        ("Mme Odile Marsan alerte. Sur le bac, rien.", "Odile Marsan alerte"),
        ("Hier, Odile Marsan interroge le Gouvernement sur le bac.", ""),
        ("Odile Marsan préside le bac.", ""),
    ],
)
def test_who_asks_a_government_what(text, asked):
    start = text.index("Odile")
    found = questions_of(text, [Name(start, start + 12, "Odile Marsan", True)])
    assert [text[name.start : stop] for name, stop in found] == [asked] * bool(asked)


def test_a_body_asks_nothing():
    text = "Réseau Bac interroge le Gouvernement sur le quai."
    assert questions_of(text, [Name(0, 10, "Réseau Bac")]) == []
