"""The examples that stand in the docstrings of rules: `[Cette année], tout change -> 2026`.

Square brackets mark what is found, values follow the arrow, `nothing` if there are none. A country
may stand in front (`BE: …`).
"""

import re

import pytest

EXAMPLE = re.compile(r"^ +(?:(?P<country>[A-Z]{2}): )?(\S.*?) -> (\S.*)$", re.MULTILINE)


def examples(rules):
    """A parameter for each example: its country, its marked text, its values."""
    found = {function for functions in rules.values() for function in functions}
    for function in sorted(found, key=lambda f: (f.__module__, f.__name__)):
        for country, text, values in EXAMPLE.findall(function.__doc__ or ""):
            name = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}: {text}"
            yield pytest.param(country or "FR", text, values, id=name)


def assert_found(read, value, marked, values):
    """What is read in a text is what its brackets mark, with these values.

    Args:
        read: gives the mentions of a text.
        value: the shown value of a mention's value.
        marked: the text with brackets.
        values: the values as they are written behind the arrow.
    """
    text = marked.replace("[", "").replace("]", "")
    found = read(text)
    expected = [] if values == "nothing" else values.split(", ")
    assert [value(mention.value) for mention in found] == expected
    if expected:
        surfaces = re.findall(r"\[([^]]*)\]", marked)
        assert [text[mention.start : mention.end] for mention in found] == surfaces


def assert_each_has_examples(rules, phenomena):
    """Every rule has an example, and every module of rules is known as a phenomenon."""
    functions = [function for functions in rules.values() for function in functions]
    assert [f.__name__ for f in functions if not EXAMPLE.search(f.__doc__ or "")] == []
    assert {module.__name__ for module in phenomena} == {f.__module__ for f in functions}
