"""What is seen of a candidate for the name of a person: the features of the model, each by name.

A feature holds of a candidate or does not. The model is the sum of the weights of those that hold,
which is the logarithm of the odds that a person is named; the weights are fitted by ``hemicycle
calibrate`` and stand in ``models/calibration/people.toml``. A veto is no weight: a candidate that
meets one names no person, whatever else is seen.

The example of a feature holds the candidate in brackets; what the recogniser takes a phrase for
stands behind it (`[Lorvel]LOC`). The tests read every one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature or a veto.

    Attributes:
        name: as in ``models/calibration/people.toml``.
        sees: what must hold, in words.
        example: a phrase in which it does.
        alone: whether it shows a person without the recogniser's word; what is a doubt only
            where nothing speaks for a person (an article, quotation marks) then is none.
        half: whether it does so together with another such feature.
    """

    name: str
    sees: str
    example: str
    alone: bool = False
    half: bool = False


FEATURES = (
    # What stands before.
    Feature("address", "a word of address or rank before it", "Puis Mme [Corvel] a parlé.", True),
    Feature(
        "function_before", "a function before it", "Le ministre de la Mer [Corvel] part.", True
    ),
    Feature("kin", "a noun of kinship, or `cher`, `collègue`", "Son frère [Aslan] est là.", True),
    Feature("said_by", "a verb of speech before it", "« Non », répond [Corvel]."),
    Feature("taker", "a noun whose complement is a person", "Les obsèques de [Corvel].", True),
    Feature(
        "comrade",
        "a fellow of a body, and a full name",
        "Son collègue de parti [Paul Corvel] part.",
        True,
    ),
    Feature(
        "body_named",
        "a body that may bear the name, which the recogniser takes for a person",
        "La fondation [Paul Corvel]PER finance.",
    ),
    # The name itself.
    Feature(
        "first_name", "several words, the first a known first name", "Ici [Paul Corvel].", True
    ),
    Feature(
        "first_name_of_thing",
        "the same, but the last word is a place or a common word",
        "Ici [Florence Paris].",
        half=True,
    ),
    Feature("initial", "an initial before a word in usual case", "Ici [P. Corvel].", True),
    Feature(
        "surname_capitals", "the last word alone in capitals", "Ici [Zorbo CORVEL].", half=True
    ),
    Feature("particle", "a foreign particle inside", "Ici [Zorbo van Corvel].", True),
    Feature("two_syllables", "a Korean or Chinese given name", "Ici [Kang Min-jae].", True),
    Feature(
        "surname_first",
        "the surname in capitals, then a first name",
        "Ont voté : [CORVEL-ROY Awa], préfète.",
        True,
    ),
    Feature("compound_first", "a double word first", "Ici [Zorbo-Marc Corvel].", half=True),
    Feature(
        "capitals",
        "in capitals in a line that is not, no article before",
        "Ensuite, avec l'aide de tous, [CORVEL] propose une motion.",
        True,
    ),
    # What follows.
    Feature(
        "age", "an age behind it, or the other party of a case", "[Corvel], 54 ans, part.", True
    ),
    Feature("party", "a party in brackets", "Ici [Corvel] (PLR) parle.", half=True),
    Feature("speaks", "a verb of speech behind it", "Hier [Corvel] affirme cela.", True),
    Feature("acts", "a verb of what people do behind it", "Hier [Corvel] a démissionné.", True),
    Feature("function_after", "a function in apposition", "Ici [Corvel], députée de Lorvel.", True),
    Feature(
        "function_after_article",
        "the same with an article, closed behind",
        "Ici [Corvel], le maire, part.",
        half=True,
    ),
    # What the recogniser says.
    Feature("model_person", "the recogniser takes it for a person", "Ici [Zorbo Corvel]PER dort."),
    Feature(
        "model_wider", "it takes a wider or narrower phrase for a person", "Ici [Zorbo]PER Corvel."
    ),
    Feature(
        "model_divided",
        "it takes a smaller part of it for a person",
        "[Zorbo]PER [Corvel]LOC dort.",
    ),
    Feature("model_silent", "it takes it for nothing", "Ici [Corvel] dort."),
    Feature("model_thing", "it takes one word for a place or a body", "Ici [Corvel]LOC dort."),
    Feature("model_thing_many", "it takes several words for one", "[Zorbo Corvel]ORG dort."),
    Feature("model_other", "it takes one word for something else", "Ici [Corvel]MISC dort."),
    Feature("model_other_many", "it takes several words for it", "[Zorbo Corvel]MISC dort."),
    # What speaks against a person.
    Feature("known_place", "a known place", "Ici [Sénégal] gagne."),
    Feature("known_body", "a known institution, paper or firm", "Ici [Renault] gagne."),
    Feature("demonym", "one word, a people", "Ici [Suisses] gagne."),
    Feature("common", "one word, a common noun", "Ici [Artisanat] change."),
    Feature("quoted", "in quotation marks, nothing shows a person", "Le film « [Corvel] » sort."),
    Feature("body_before", "the noun of a body before it", "L'agence syrienne [Corvel] dort."),
    Feature("article", "one word, an article before it", "Le [Corvel] est paru."),
    Feature("at", "one word, `à` before it", "Il va à [Corvel] demain."),
    Feature("plural_article", "one word, a plural article, or capitals", "Les [Corvel] jouent."),
    Feature("acronym", "one word of five capitals or fewer", "Hier la [CRVL] dort."),
    Feature("acronym_led", "one word of four capitals behind a function", "Le président [CORV]."),
    Feature("in_function", "one word inside a function", "Hier [Député] il dormait."),
    Feature("opening_word", "a common word that opens a sentence", "[Vitesse] fait loi."),
    Feature("opening_verb", "the same with an ending of verbs", "[Refuser] serait honteux."),
    Feature("digit", "one word with a digit", "Ici [Corvel2] dort."),
    Feature("all_capitals", "several words in capitals, no first name", "[ZORBO CORVEL]"),
)

VETOES = (
    Feature("named_after", "a street, school, law or ship has the name", "La rue [Paul Corvel]."),
    Feature(
        "body",
        "an adjective and a noun of a body before it",
        "Le président de l'opérateur historique [Corvel].",
    ),
    Feature("never", "words that name nobody, see `never_names.py`", "Puis [Ce] texte."),
    Feature("letters", "single letters that are no initials", "Le point [A] est lu."),
    Feature("thing", "the noun of what bears names first", "Vu à l'[Hôpital Awa Corvel]PER."),
    Feature("media", "the end of a paper's or channel's name", "Lire dans [Corvel Matin]."),
    Feature("group", "a party behind its members", "Les députés [CRV-LRVL] votent."),
    Feature(
        "seat",
        "what one sits for, in a bracket behind a name or behind a dash in a list",
        "M. Paul Corvel ([Jean-Lorvel]) : Merci.",
    ),
    Feature("function_word", "the noun of a function itself", "Puis le [Bourgmestre] répond."),
)

_ALONE = frozenset(feature.name for feature in FEATURES if feature.alone)
_HALF = frozenset(feature.name for feature in FEATURES if feature.half)


def is_shown(seen: list[str]) -> bool:
    """Whether something other than the recogniser shows a person: one feature, or two halves."""
    halves = 0
    for name in seen:
        if name in _ALONE:
            return True
        halves += name in _HALF
    return halves > 1
