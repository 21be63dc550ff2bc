import pytest


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("12 %", ""),
        ("environ 12 %", "approx"),
        ("près de la moitié des élus", "approx"),
        ("quelque 300 maires", "approx"),
        ("une centaine de maires", "approx"),
        ("plus de 12 %", "more_than"),
        ("plus d'un million d'euros", "more_than"),
        ("au moins 12 euros", "more_than"),
        ("12 euros au moins", "more_than"),
        ("12 euros ou plus", "more_than"),
        ("des milliers de familles", "more_than"),
        ("ont dépassé l'équivalent de 12 euros", "more_than"),
        ("jusqu'à plusieurs centaines d'euros", "more_than"),
        ("moins de 12 %", "less_than"),
        ("pas plus de 12 %", "less_than"),
        ("jusqu'à 12 euros", "less_than"),
        ("ne doit pas dépasser 12 euros", "less_than"),
        ("une aide plafonnée à 12 euros", "less_than"),
        ("exactement 12 euros", ""),
    ],
)
def test_modifier(one, text, modifier):
    assert one(text).modifier == modifier


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [("plus de", 12, None), ("moins de", None, 12), ("environ", 12, 12)],
)
def test_a_bound_leaves_the_other_side_open(one, modifier, low, high):
    amount = one(f"{modifier} 12 euros")
    assert (amount.value, amount.low, amount.high) == (12, low, high)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("La dette est en hausse de 3 %.", "up"),
        ("Les prix ont encore augmenté de 3 %.", "up"),
        ("Les prix reculent de près de 3 %.", "down"),
        ("L'indice perd 3 %.", "down"),
        ("L'aide est portée à 300 euros.", "up"),
        ("La prime est ramenée à 300 euros.", "down"),
        ("Le déficit est ramené sous la barre de 3 %.", "down"),
        ("Abaisser la TVA à 5 %.", "down"),
        ("une baisse du chômage de 3 %", "down"),
        ("Le tarif n'augmentera que de 3 %.", "up"),
        ("+3 %", "up"),
        ("30 euros de plus", "up"),
        ("Le taux atteint 3 %.", ""),
        ("une croissance de 3 %", ""),
        ("L'État cède 3 hectares.", ""),
    ],
)
def test_change(one, text, change):
    assert one(text).change == change


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Le plafond est relevé de 29,8 à 31,5 milliards de francs.", ["", "up"]),
        ("Le repas est porté de 3 euros à 4 euros.", ["", "up"]),
        ("Les accidents ont reculé de 614 à 385 décès.", ["", "down"]),
    ],
)
def test_the_level_that_is_reached_has_the_change(read, text, changes):
    assert [amount.change for amount in read(text)] == changes


def test_close_to(one):
    found = one("Le taux est proche de 3 %.")
    assert (found.modifier, found.measure) == ("approx", "taux")
