"""Amounts written by CLDR and by a number-to-words library, read back."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_percent, get_currency_name
from hemicycle.annotation.amounts.currencies import currencies
from hemicycle.annotation.amounts.reader import reader
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words


def read(text):
    (mention,) = reader().read(text)
    return mention.value.value, mention.value.unit


@pytest.mark.parametrize("code", sorted(currencies().living - {"ZWG", "XCG"}))
def test_every_currency_by_its_name(code):
    name = get_currency_name(code, 12, "fr")
    assert read(f"12 {name}") == (12, code)


@settings(deadline=None)
@given(
    variety=st.sampled_from(["fr", "fr_BE", "fr_CH"]),
    code=st.sampled_from(["EUR", "CHF", "KZT", "JPY", "MAD"]),
    number=st.integers(2, 10**9),
)
def test_money_in_words(variety, code, number):
    of = "de " if number % 10**6 == 0 else ""
    text = f"{num2words(number, lang=variety)} {of}{get_currency_name(code, number, 'fr')}"
    assert read(text) == (number, code)


@settings(deadline=None)
@given(
    locale=st.sampled_from(["fr", "fr_BE", "fr_LU"]),
    number=st.decimals(0, 10**9, places=2),
)
def test_money_in_figures(locale, number):
    assert read(format_currency(number, "EUR", locale=locale)) == (number, "EUR")


@settings(deadline=None)
@given(number=st.decimals(0, 10, places=4))
def test_percent(number):
    text = format_percent(number, locale="fr", decimal_quantization=False)
    assert read(text) == (number * Decimal(100), "%")
