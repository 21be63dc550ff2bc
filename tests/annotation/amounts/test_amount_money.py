from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12 euros", "12", "EUR"),
        ("1 250,50 €", "1250.50", "EUR"),
        ("3 M€", "3000000", "EUR"),
        ("2,5 Md€", "2500000000", "EUR"),
        ("40 k€", "40000", "EUR"),
        ("7 Mds d’euros", "7000000000", "EUR"),
        ("15 M d'euros", "15000000", "EUR"),
        ("2 G$", "2000000000", "USD"),
        ("EUR 40,5", "40.5", "EUR"),
        ("CHF 3'400", "3400", "CHF"),
        ("US$ 12", "12", "USD"),
        ("£250", "250", "GBP"),
        ("Fr. 1'250.–", "1250", "CHF"),
        ("un demi-milliard d'euros", "500000000", "EUR"),
        ("deux milliards et demi de dollars", "2500000000", "USD"),
        ("une centaine d'euros", "100", "EUR"),
        ("quatre mille tenges", "4000", "KZT"),
        ("90 couronnes danoises", "90", "DKK"),
        ("500 FCFA", "500", "XOF"),
        ("2 500 F CFA", "2500", "XOF"),
        ("100 dollars de Singapour", "100", "SGD"),
        ("un euro", "1", "EUR"),
        ("deux euros et demi", "2.5", "EUR"),
        ("4 euros 50", "4.5", "EUR"),
        ("six euros vingt", "6.2", "EUR"),
        ("trois euros et quinze centimes", "3.15", "EUR"),
        ("8 centimes d'euro", "0.08", "EUR"),
        ("30 marks allemands", "30", "DEM"),
        ("100 francs belges", "100", "BEF"),
        ("1.000.000 d'euros", "1000000", "EUR"),
        ("1 milliard 200 millions de FCFA", "1200000000", "XOF"),
        ("cinquante mille (50 000) euros", "50000", "EUR"),
        ("30 MMDH", "30000000000", "MAD"),
        ("1'500.- francs suisses", "1500", "CHF"),
    ],
)
def test_value_and_currency(one, text, value, unit):
    amount = one(text, "CH" if text.startswith("Fr.") else "")
    assert (amount.kind, amount.value, amount.unit) == ("money", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("40 dollars", "", "USD"),
        ("40 dollars", "CA", "CAD"),
        ("40 $", "AU", "AUD"),
        ("40 francs", "CH", "CHF"),
        ("40 francs", "SN", "XOF"),
        ("40 francs CFA", "CM", "XAF"),
        ("40 francs", "FR", "FRF"),
        ("40 livres", "LB", "LBP"),
        ("40 dinars", "TN", "TND"),
    ],
)
def test_a_shared_name_is_the_currency_of_the_country(one, text, country, unit):
    assert one(text, country).unit == unit


def test_a_qualified_name_decides_for_the_bare_one(read):
    text = "L'aide de 90 dollars canadiens est portée à 110 dollars."
    assert [amount.unit for amount in read(text)] == ["CAD", "CAD"]


def test_place_names_tell_the_country(read):
    text = "À Québec, le ministre promet 40 dollars. Montréal en veut 50 dollars."
    assert {amount.unit for amount in read(text)} == {"CAD"}


def test_hundredths_without_a_currency_keep_their_name(one):
    assert (one("20 centimes").value, one("20 centimes").unit) == (20, "centime")
    assert (one("20 centimes", "CH").value, one("20 centimes", "CH").unit) == (
        Decimal("0.2"),
        "CHF",
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("750 millions d'euros en 2026, contre 610 cette année", [750_000_000, 610_000_000]),
        ("19,90 € contre 18 aujourd'hui", [Decimal("19.90"), 18]),
        ("750 millions d'euros contre 610 voix", [750_000_000, 610]),
        ("185 millions de francs, c'est 45 millions de trop", [185_000_000, 45_000_000]),
    ],
)
def test_a_bare_number_against_money_is_money(read, text, values):
    assert [amount.value for amount in read(text)] == values


@pytest.mark.parametrize("text", ["475 M€ supplémentaires par an", "475 M€ de plus par an"])
def test_what_is_added_each_year(one, text):
    assert one(text).per == "year"


def test_milliards_carry_the_currency_on(read):
    text = "Il faut 9 Md€ d'économies et 2,4 milliards de recettes."
    assert [(a.value, a.unit) for a in read(text)] == [
        (9_000_000_000, "EUR"),
        (2_400_000_000, "EUR"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Elle est l'autrice de deux livres.",
        "trois livres sur l'Europe",
        "une livre",
        "F-16",
        "la COP 21",
        "[1992] 2 SCR",
    ],
)
def test_no_money(read, text):
    assert "money" not in {amount.kind for amount in read(text)}


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("9,80 euros par repas", "repas"),
        ("Fr. 45.- par habitant", "habitant"),
        ("300 euros par chèque", ""),
        ("20 euros par l'État", ""),
        ("20 euros par rapport à 2024", ""),
        ("300 euros par mois", "month"),
        ("3 € / m³", "m³"),
        ("2 euros le litre", "l"),
        ("11 euros de l'heure", "hour"),
        ("900 euros mensuels", "month"),
        ("40 euros par habitant", "habitant"),
        ("45 € le mètre carré", "m²"),
        ("5 euros par rapport à l'an passé", ""),
    ],
)
def test_rates(one, text, per):
    assert one(text).per == per


def test_a_conversion_does_not_go_on(read):
    text = "Il a 15 milliards de francs CFA, soit 24 millions d'euros. Le solde est de 1 milliard."
    assert [amount.unit for amount in read(text)] == ["XOF", "EUR", "XOF"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Tunis, 14 janvier 2026\nLe salaire est de 528 dinars.", "TND"),
        ("Québec, le 18 novembre 2025 — Le plan coûte 12 M$.", "CAD"),
        ("Lille, le 18 novembre 2025\nLe plan coûte 12 M$.", "USD"),
        ("Le Grand Conseil attendait 378 mio de francs.", "CHF"),
    ],
)
def test_where_a_text_was_written_tells_whose_money_it_is(read, text, unit):
    assert [amount.unit for amount in read(text) if amount.kind == "money"] == [unit]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        # a price is not the money of the text
        (
            "Yaoundé, le 3 mai 2026\nLe budget est de 8 milliards de FCFA, à 60 dollars le baril. "
            "La dette atteint 5 milliards.",
            ["XAF", "USD", "XAF"],
        ),
        # bare millions where sums are told so
        ("Le fonds a 20 millions d'euros. Le plan, de 45 millions, attend.", ["EUR", "EUR"]),
        ("Le fonds a 20 millions d'euros. Ils sont 3 millions.", ["EUR"]),
        ("Le fonds a 20 millions d'euros, et aura 2 milliards d'ici 2035.", ["EUR", "EUR"]),
        ("La dette recule de 1,31 à 1,27 milliard d'euros.", ["EUR", "EUR"]),
    ],
)
def test_the_money_of_bare_millions(read, text, units):
    assert [amount.unit for amount in read(text) if amount.kind == "money"] == units
