from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3km", "3", "km"),
        ("douze hectares", "12", "ha"),
        ("1,5 million de tonnes", "1500000", "t"),
        ("39 m³/s", "39", "m³/s"),
        ("40 m3", "40", "m³"),
        ("480 MW", "480", "MW"),
        ("12 térawattheures", "12", "TWh"),
        ("110 kilomètres à l'heure", "110", "km/h"),
        ("une tonne", "1", "t"),
        ("demi-litre", "0.5", "l"),
        ("trois quarts de litre", "0.75", "l"),
        ("deux kilos et demi", "2.5", "kg"),
        ("12 tonnes équivalent CO2", "12", "tCO2e"),
        ("37 °C", "37", "°C"),
        ("moins quinze degrés", "-15", "°"),
        ("six degrés au-dessous de zéro", "-6", "°"),
        ("- 3 °C", "-3", "°C"),
        ("50 mg", "50", "mg"),
    ],
)
def test_value_and_unit(one, text, value, unit):
    amount = one(text)
    assert (amount.kind, amount.value, amount.unit) == ("measure", Decimal(value), unit)


@pytest.mark.parametrize("text", ["350 M€", "15 M$"])
def test_millions_are_no_metres(one, text):
    assert one(text).kind == "money"


@pytest.mark.parametrize(
    "text",
    ["la 5G", "un pied", "un degré", "3D", "au 4e t", "le H1N1", "Le cabinet {#1°-le-cabinet-3}"],
)
def test_no_measure(read, text):
    assert read(text) == []


def test_yields_by_the_hectare(one):
    amount = one("Le rendement atteint 73,7 q/ha.")
    assert (amount.unit, amount.measure) == ("q/ha", "rendement")
