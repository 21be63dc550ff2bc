"""Runs the examples that stand in the docstrings of the rules."""

import pytest
from hemicycle.annotation.laws.grammar import RULES
from hemicycle.annotation.laws.reader import PHENOMENA, read_laws

from tests.annotation.examples import assert_each_has_examples, assert_found, examples


@pytest.mark.parametrize(("country", "marked", "names"), list(examples(RULES)))
def test_example(country, marked, names):
    assert_found(lambda text: read_laws(text, country), lambda law: law.name, marked, names)


def test_every_rule_and_phenomenon_has_examples():
    assert_each_has_examples(RULES, PHENOMENA)
