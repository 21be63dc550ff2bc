import pytest


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Ce n'est pas vrai, a dit la rapporteure pour avis. Ce fut long.", [("Ce", "PER")]),
        ("Mme la ministre Ce n'est rien.", [("Ce", "PER")]),
        ("Acte II : les enfants rentrent. Livre Ier du code civil.", [("Acte II", "PER")]),
        ("Une quarantaine de SDIS sont visés.", [("SDIS", "PER")]),
        ("Il préside le comité Consultatif national.", [("Consultatif", "PER")]),
        ("Ouh là là ! Bravo !", [("Ouh", "PER"), ("Bravo", "PER")]),
        ("La circulaire Corvel est au journal.", [("Corvel", "PER")]),
        ("SON EXCELLENCE VIENDRA. Son Altesse suit.", [("SON EXCELLENCE", "PER")]),
        ("Le fonds Corvel et le programme FRONTIÈRE.", [("Corvel", "PER")]),
        ("Mme la députée de Taschel votera.", [("Taschel", "PER")]),
        ("Après-demain, nous votons.", [("Après-demain", "PER")]),
    ],
)
def test_what_names_nobody(names, text, entities):
    assert names(text, *entities) == []


def test_an_exclamation_is_no_part_of_a_name(names):
    assert names("Bravo Aslan Corvel !", ("Bravo Aslan Corvel", "PER")) == ["Aslan Corvel"]


def test_a_pope_s_number_is_part_of_the_name(names):
    assert names("Le pape Pie XI a écrit.", ("Pie XI", "PER")) == ["Pie XI"]
