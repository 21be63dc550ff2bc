from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("entre 30 et 45 M€", 30_000_000, 45_000_000, "EUR"),
        ("de 90 000 à 110 000 €", 90_000, 110_000, "EUR"),
        ("2 à 3 milliards d'euros", 2_000_000_000, 3_000_000_000, "EUR"),
        ("entre 12 % et 15 %", 12, 15, "%"),
        ("10-12 %", 10, 12, "%"),
        ("deux ou trois communes", 2, 3, "commune"),
        ("500 000 à 2 millions d'euros", 500_000, 2_000_000, "EUR"),
        ("entre un et deux millions d'euros", 1_000_000, 2_000_000, "EUR"),
        ("31 à 32 °C", 31, 32, "°C"),
        ("quinze à vingt mille personnes", 15_000, 20_000, "personne"),
    ],
)
def test_a_range_is_one_amount(one, text, low, high, unit):
    amount = one(text)
    assert (amount.low, amount.high, amount.value, amount.unit) == (low, high, low, unit)


@pytest.mark.parametrize(
    "text", ["Le taux passe de 12 à 15,5 %.", "porter le taux d'exécution de 12 à 15,5 %"]
)
def test_a_move_is_two_amounts(read, text):
    amounts = read(text)
    assert [(a.low, a.high, a.unit) for a in amounts] == [
        (12, 12, "%"),
        (Decimal("15.5"), Decimal("15.5"), "%"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 et 15 %", [12, 15]),
        ("des hausses de 10, 15 et 20 %", [10, 15, 20]),
        ("12 euros et 15 euros", [12, 15]),
        ("En 2012, 5 % des élus", [5]),
    ],
)
def test_lists_share_the_unit(read, text, values):
    assert [amount.value for amount in read(text)] == values
