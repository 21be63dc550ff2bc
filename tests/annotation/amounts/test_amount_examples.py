"""Runs the examples that stand in the docstrings of the rules and of the variants."""

import pytest
from hemicycle.annotation.amounts.grammar import RULES
from hemicycle.annotation.amounts.reader import PHENOMENA, reader
from hemicycle.annotation.amounts.understood import VARIANTS

from tests.annotation.examples import (
    EXAMPLE,
    assert_each_has_examples,
    assert_found,
    examples,
)


def shown(amount):
    return f"{amount.value} {amount.unit}"


@pytest.mark.parametrize(
    ("country", "marked", "values"), list(examples(RULES | {"understood": VARIANTS}))
)
def test_example(country, marked, values):
    assert_found(lambda text: reader().read(text, country=country), shown, marked, values)


def test_every_rule_and_phenomenon_has_examples():
    assert_each_has_examples(RULES, PHENOMENA)
    assert all(EXAMPLE.search(function.__doc__) for function in VARIANTS)
