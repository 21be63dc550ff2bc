"""Runs the examples that stand in the docstrings of the rules."""

from datetime import date

import pytest
from hemicycle.annotation.dates.grammar import RULES
from hemicycle.annotation.dates.reader import PHENOMENA, read_dates

from tests.annotation.examples import assert_each_has_examples, assert_found, examples

ANCHOR = date(2026, 5, 13)  # a Wednesday


@pytest.mark.parametrize(("country", "marked", "values"), list(examples(RULES)))
def test_example(country, marked, values):
    assert_found(
        lambda text: read_dates(text, ANCHOR, country), lambda timex: timex.value, marked, values
    )


def test_every_rule_and_phenomenon_has_examples():
    assert_each_has_examples(RULES, PHENOMENA)
