"""Every feature and veto holds in its example, and the weights know each."""

import re

import pytest
from hemicycle.annotation.people.features import FEATURES, VETOES
from hemicycle.annotation.people.finder import find
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.weights import name_weights
from hemicycle.reading.reading import Reading

_MARKED = re.compile(r"\[([^\]]+)\]([A-Z]{3,4})?")


def read(example):
    """Text, place of the first bracket, and what the recogniser takes the brackets for."""
    text, places, position = "", [], 0
    for marked in _MARKED.finditer(example):
        text += example[position : marked.start()]
        places.append((len(text), len(text) + len(marked[1]), marked[2]))
        text += marked[1]
        position = marked.end()
    return text + example[position:], places[0][:2], [place for place in places if place[2]]


@pytest.mark.parametrize("feature", (*FEATURES, *VETOES), ids=lambda feature: feature.name)
def test_a_feature_holds_in_its_example(feature):
    text, (start, end), entities = read(feature.example)
    found = find(Reading(text), entities, lexicon(), 0.5)
    words = found.words
    there = [
        c for c in found.candidates if words.starts[c.start] < end and words.ends[c.end - 1] > start
    ]
    assert any(feature.name in (*c.seen, c.veto) for c in there), there


def test_every_feature_has_a_weight_and_no_other_has():
    assert sorted(name_weights().of) == sorted(feature.name for feature in FEATURES)


def test_names_are_given_once():
    names = [feature.name for feature in (*FEATURES, *VETOES)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ici Corvel (PLR) dort.", False),  # half of a proof
        ("Ici Corvel (PLR) parle.", False),
        ("Ici Corvel, le maire, dort.", False),
        ("Ici Zorbo-Marc CORVEL dort.", True),  # two halves
        ("Ici Zorbo CORVEL dort.", False),
        ("Ici Paul Corvel dort.", True),
    ],
)
def test_two_halves_show_a_person(text, shown):
    assert [c.strong for c in find(Reading(text), [], lexicon(), 0.5).candidates][-1] == shown
