from decimal import Decimal

import pytest
from hemicycle.reading.numbers import read_numbers


def values(text):
    return [number.value for number in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 500", "12500"),
        ("12\u00a0500", "12500"),
        ("12\u202f500", "12500"),
        ("1\u2009250\u2009000", "1250000"),
        ("1'250'000", "1250000"),
        ("1’250’000", "1250000"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250", "1250"),
        ("1.250,75", "1250.75"),
        ("1'250.50", "1250.50"),
        ("3,14", "3.14"),
        ("0.125", "0.125"),
        ("2.5", "2.5"),
        ("3 ½", "3.5"),
        ("-4,2", "-4.2"),
        ("\u22124,2", "-4.2"),
    ],
)
def test_figures(text, value):
    assert values(text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("septante-deux", "72"),
        ("huitante-trois", "83"),
        ("nonante-neuf", "99"),
        ("soixante et onze", "71"),
        ("soixante-et-onze", "71"),
        ("quatre vingt dix sept", "97"),
        ("quatre-vingts", "80"),
        ("dix-neuf cent quarante-cinq", "1945"),
        ("deux mille vingt-six", "2026"),
        ("MILLE NEUF CENT DIX-HUIT", "1918"),
        ("mille et un", "1001"),
        ("trois cent mille", "300000"),
        ("mille milliards", "1000000000000"),
        ("un million deux cent mille", "1200000"),
        ("deux virgule cinq milliards", "2500000000"),
        ("zéro virgule zéro sept", "0.07"),
    ],
)
def test_words(text, value):
    assert values(text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("deux milliards et demi", "2500000000"),
        ("3,5 millions", "3500000"),
        ("80 Md", "80000000000"),
        ("80Mds", "80000000000"),
        ("4,2 mia", "4200000000"),
        ("20 mille", "20000"),
        ("1 million 200 000", "1200000"),
        ("un demi-milliard", "500000000"),
        ("un quart de million", "250000"),
        ("un million de milliards", "1000000000000000"),
        ("deux centaines de milliers", "200000"),
    ],
)
def test_magnitudes(text, value):
    assert values(text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("une quinzaine", 15),
        ("une bonne centaine", 100),
        ("trois dizaines", 30),
        ("un millier", 1000),
    ],
)
def test_nouns_in_aine_are_approximate(text, value):
    (number,) = read_numbers(text)
    assert (number.value, number.approximate) == (value, True)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("quelques dizaines de milliers de foyers", "quelques dizaines de milliers", 10000),
        ("plusieurs milliards", "plusieurs milliards", 10**9),
        ("face à des centaines de riverains", "centaines", 100),
    ],
)
def test_a_plural_magnitude_without_number_is_a_lower_bound(text, surface, value):
    (number,) = read_numbers(text)
    assert text[number.start : number.end] == surface
    assert (number.value, number.vague) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trois quarts", "0.75"),
        ("la moitié", "0.5"),
        ("le quart des voix", "0.25"),
        ("trois cinquièmes des suffrages", "0.6"),
        ("½", "0.5"),
    ],
)
def test_fractions(text, value):
    (number,) = read_numbers(text)
    assert (number.value, number.fraction) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("deux ou trois", [2, 3]),
        ("vingt et deux", [20, 2]),
        ("12, 13 et 14", [12, 13, 14]),
        ("2024-2025", [2024, 2025]),
        ("en 2012 500 foyers", [2012, 500]),
        ("cinq pour cent", [5]),
        ("douze pour mille", [12]),
        ("cinquante cents", [50]),
    ],
)
def test_where_numbers_begin_and_end(text, found):
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "le 3e âge",
        "la 2nde",
        "le 1er",
        "le G20",
        "la Covid-19",
        "le 31.12.25",
        "un cinquième candidat",
    ],
)
def test_no_number(text):
    assert [number for number in read_numbers(text) if not number.article] == []


@pytest.mark.parametrize("text", ["1" * 40, "123 " * 40, "un " + "trillion de trillions " * 3])
def test_what_is_too_long_is_no_number(text):
    assert read_numbers(text) == []


def test_a_lone_article_is_marked():
    assert [number.article for number in read_numbers("une école et vingt et un élèves")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "form"), [("12", "digits"), ("douze", "words"), ("12 millions", "mixed")]
)
def test_form(text, form):
    assert [number.form for number in read_numbers(text)] == [form]
