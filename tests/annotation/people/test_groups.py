"""The party or group that a text gives with a name."""

import pytest
from hemicycle.kinds.people import PEOPLE


def groups(nlp, text):
    return [
        (m.value.name, m.value.group) for m in PEOPLE.read(nlp(text)) if m.value.mention == "name"
    ]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("La loi est celle de Julie Corvel (PS), qui l’a défendue.", "PS"),
        ("Le rapport de Julie Corvel (Lorvel, LR) est sévère.", "LR"),
        ("Le député Horizons Paul Corvel a hésité.", "Horizons"),
        ("La députée LFI Julie Corvel a hésité.", "LFI"),
        ("Le sénateur (LR) Paul Corvel a hésité.", "LR"),
        ("Julie Corvel, députée PS de Lorvel, a hésité.", "PS"),
        ("Julie Corvel, sénatrice (LR) de Lorvel, a hésité.", "LR"),
        ("Paul Corvel (Parti socialiste) a hésité.", "Parti socialiste"),
        # Nobody says it.
        ("Julie Corvel (Lorvel) a hésité devant le PS.", ""),
        ("Julie Corvel (CNRS) a hésité.", ""),
        ("Julie Corvel, présidente du PS, a hésité.", ""),
        ("Julie Corvel (42 ans) a hésité.", ""),
        ("Le PS et Julie Corvel ont hésité.", ""),
    ],
)
def test_what_the_text_says(nlp, text, group):
    assert [found for _, found in groups(nlp, text)] == [group]


def test_the_label_of_a_turn_says_it(nlp):
    text = (
        "M. Paul Corvel (PS). – Le quai cède et personne ne répare la digue du port.\n"
        "Mme Anna Roy. – Je répondrai à M. Corvel que la digue tient depuis dix ans.\n"
    )
    assert groups(nlp, text) == [("Paul Corvel", "PS"), ("Anna Roy", ""), ("Paul Corvel", "")]
