"""What is seen of the person that a function alone is given to: the features of its chance.

Which person a function means is found in one of several ways (:mod:`.holders`,
:mod:`.role_mentions`); the way, and how near and how clear it is, tell how likely it is right. The
weights are fitted like those of names; what is less likely than not gets no row.

The tests read every example, which holds the function in brackets.
"""

from __future__ import annotations

from hemicycle.annotation.people.features import Feature

_SITTING = (
    "Présidence de M. Paul Corvel\nM. le président. La parole est à M. Léo Roy.\n"
    "M. Léo Roy. La mer monte et les digues du port ne sont plus entretenues depuis dix ans ; "
    "les habitants demandent qui paiera.\n"
)

ROLE_FEATURES = (
    Feature(
        "same",
        "a person is given the function, or a fuller one",
        "Le maire Paul Corvel dort. Le [maire] est las.",
    ),
    Feature(
        "shorter",
        "the one who is given the function without what is added here",
        "Le maire Paul Corvel dort. Puis le [maire de Lorvel] part.",
    ),
    Feature(
        "office",
        "a person is given the same office under another name",
        "Le président de la République Paul Corvel dort. Le [chef de l'État] est las.",
    ),
    Feature(
        "alike",
        "the only one with this noun, though more is said of it",
        "La conseillère Anna Roy voit le conseiller Léo Roux. La [conseillère locale] dort.",
    ),
    Feature(
        "only_one",
        "nobody is given it, and one person alone has been named",
        "Paul Corvel a dormi. Puis le [maire] est parti.",
    ),
    Feature(
        "topic",
        "and the title names that person, without a word of address",
        "Paul Corvel expose\nLe [peintre] a choisi la mer.",
    ),
    Feature(
        "chair",
        "who presides over the sitting is addressed",
        _SITTING + "M. Léo Roy. Monsieur le [président], je dors.",
    ),
    Feature(
        "floor",
        "who speaks next after being called",
        _SITTING + "M. le président. La parole est à M. le [ministre].\nM. Léo Roy. Merci.",
    ),
    Feature(
        "answered",
        "the member who spoke before is addressed",
        _SITTING + "M. Ivo Roux, ministre de la Mer. Monsieur le [député], voyez.",
    ),
    Feature(
        "labelled",
        "it opens the turn of a person",
        _SITTING + "M. le [président]. Merci.",
    ),
    Feature(
        "asked",
        "a speaker who bears it is spoken to",
        _SITTING
        + "M. Léo Roy. Monsieur le [ministre], qui paie ?\nM. Ivo Roux, ministre de la Mer. Moi.",
    ),
    Feature(
        "section",
        "the only speaker under this heading who bears it",
        _SITTING + "M. Ivo Roux, ministre de la Mer. Moi.\nM. Léo Roy. Le [ministre] dort.",
    ),
    Feature(
        "addressed",
        "a word of address before it",
        "Le maire Paul Corvel dort. Voyez M. le [maire].",
    ),
    Feature(
        "detailed",
        "more than the noun",
        "Le maire de Lorvel Paul Corvel dort. Le [maire de Lorvel] est las.",
    ),
    Feature(
        "far",
        "the person is named 500 characters away or more",
        f"Le maire Paul Corvel dort. {'Il fait beau. ' * 40}Le [maire] est las.",
    ),
    Feature(
        "later",
        "the person is named only behind it",
        "Le [maire] dort. Le maire Paul Corvel est las.",
    ),
)
WAYS = (
    "same", "shorter", "office", "alike", "only_one", "chair", "floor", "answered", "labelled",
    "asked", "section",
)  # fmt: skip
