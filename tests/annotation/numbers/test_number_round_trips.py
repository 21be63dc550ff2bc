"""Numbers written by kept libraries and read back."""

from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import format_decimal
from hemicycle.reading.numbers import read_numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words


def read(text):
    (number,) = read_numbers(text)
    assert (number.start, number.end) == (0, len(text))
    return number.value


@pytest.mark.parametrize("variety", ["fr", "fr_BE", "fr_CH"])
@given(number=st.one_of(st.integers(0, 2000), st.integers(0, 10**15)))
def test_words(variety, number):
    assert read(num2words(number, lang=variety)) == number


@pytest.mark.parametrize("variety", ["fr", "fr_BE", "fr_CH"])
@given(number=st.decimals(0, 10**6, places=2))
def test_spoken_decimals(variety, number):
    assert read(num2words(number, lang=variety)) == number


@pytest.mark.parametrize("locale", ["fr", "fr_BE", "fr_CA", "fr_LU", "fr_SN"])
@given(number=st.decimals(-(10**12), 10**12, places=2))
def test_formatted(locale, number):
    text = format_decimal(number, format="#,##0.##", locale=locale)
    assert read(text) == Decimal(number)


@pytest.mark.parametrize("mark", ["'", "’"])
@given(number=st.decimals(-(10**12), 10**12, places=2))
def test_formatted_with_apostrophes(mark, number):
    """The Swiss way. Babel 2.19 sets one apostrophe in a number and no second."""
    text = format_decimal(number, format="#,##0.##", locale="fr")
    assert read(text.replace("\N{NARROW NO-BREAK SPACE}", mark)) == Decimal(number)


@given(text=st.text())
def test_any_text_is_read_without_overlap(text):
    numbers = read_numbers(text)
    assert all(a.end <= b.start for a, b in pairwise(numbers))


@settings(deadline=None, max_examples=50)
@given(
    text=st.lists(
        st.sampled_from(
            ["cent", "mille", "un", "et", "demi", "12", "million", "de", "-", ",", "virgule"]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_any_row_of_number_words_is_read(text):
    assert all(text[n.start : n.end].strip() for n in read_numbers(text))
