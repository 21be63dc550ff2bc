"""Runs the examples that stand in the docstrings of the rules."""

import re
from datetime import date

import pytest
from hemicycle.annotation.dates.grammar import RULES
from hemicycle.annotation.dates.reader import PHENOMENA, read_dates

ANCHOR = date(2026, 5, 13)  # a Wednesday
_EXAMPLE = re.compile(r"^ +(\S.*?) -> (\S.*)$", re.MULTILINE)


def _examples():
    rules = {function for functions in RULES.values() for function in functions}
    for function in sorted(rules, key=lambda f: (f.__module__, f.__name__)):
        for text, values in _EXAMPLE.findall(function.__doc__ or ""):
            name = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}: {text}"
            yield pytest.param(text, values, id=name)


@pytest.mark.parametrize(("marked", "values"), list(_examples()))
def test_example(marked, values):
    text = marked.replace("[", "").replace("]", "")
    found = read_dates(text, ANCHOR, "FR")
    expected = [] if values == "nothing" else values.split(", ")
    assert [mention.value.value for mention in found] == expected
    if expected:
        surfaces = re.findall(r"\[([^]]*)\]", marked)
        assert [text[mention.start : mention.end] for mention in found] == surfaces


def test_every_rule_has_examples():
    without = [
        function.__name__
        for functions in RULES.values()
        for function in functions
        if not _EXAMPLE.search(function.__doc__ or "")
    ]
    assert without == []


def test_every_phenomenon_has_rules():
    modules = {function.__module__ for functions in RULES.values() for function in functions}
    assert {module.__name__ for module in PHENOMENA} == modules
