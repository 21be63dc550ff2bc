"""Runs the examples that stand in the docstrings of the rules."""

import re

import pytest
from hemicycle.annotation.laws.grammar import RULES
from hemicycle.annotation.laws.reader import PHENOMENA, read_laws

_EXAMPLE = re.compile(r"^ +(?:(?P<country>[A-Z]{2}): )?(\S.*?) -> (\S.*)$", re.MULTILINE)


def _examples():
    rules = {function for functions in RULES.values() for function in functions}
    for function in sorted(rules, key=lambda f: (f.__module__, f.__name__)):
        for country, text, names in _EXAMPLE.findall(function.__doc__ or ""):
            name = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}: {text}"
            yield pytest.param(country or "FR", text, names, id=name)


@pytest.mark.parametrize(("country", "marked", "names"), list(_examples()))
def test_example(country, marked, names):
    text = marked.replace("[", "").replace("]", "")
    found = read_laws(text, country)
    expected = [] if names == "nothing" else names.split(", ")
    assert [mention.value.name for mention in found] == expected
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
