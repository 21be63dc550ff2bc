import pytest
from hemicycle.annotation.keywords.formulas import FormulaFinder
from hemicycle.reading.words import Words

FINDER = FormulaFinder()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("COMMUNIQUÉ DE PRESSE\nLe lac baisse.", ["COMMUNIQUÉ DE PRESSE"]),
        ("Compte rendu intégral de la journée", ["Compte rendu intégral"]),
        ("Discours du maire\nSon discours fut bref.", ["Discours"]),
        ("La liberté de la presse et le discours.", []),
        ("Le décommuniqué, un communiqués", ["communiqués"]),
        # In small letters it has one more.
        ("İ : Communiqué\n– Discours", ["Communiqué", "– Discours"]),
        ("Compte rendu\n\nRapport annuel", ["Compte rendu", "Rapport annuel"]),
    ],
)
def test_what_names_a_kind_of_text(text, found):
    assert [text[start:end] for start, end in FINDER.find(Words(text))] == found
