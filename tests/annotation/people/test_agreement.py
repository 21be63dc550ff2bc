"""What a document tells of a candidate: each fact, and where it ends."""

import pytest
from hemicycle.annotation.people.agreement import FACTS
from hemicycle.annotation.people.finder import find
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.weights import agreement_weights
from hemicycle.reading.reading import Reading


def facts(text, entities=()):
    """The facts of the candidates, with their words."""
    found = find(Reading(text), entities, lexicon(), 0.5)
    words = found.words
    return [
        (text[words.starts[c.start] : words.ends[c.end - 1]], c.facts)
        for c in found.candidates
        if not c.veto
    ]


def of(text, surface, index=-1):
    return [told for shown, told in facts(text) if shown == surface][index]


def test_every_fact_has_a_weight_and_no_other_has():
    assert sorted(agreement_weights().of) == sorted(fact.name for fact in FACTS)


def test_one_place_tells_the_same_of_itself_and_of_everywhere():
    told = of("Ici Paul Corvel dort.", "Paul Corvel")
    assert told["here"] == told["everywhere"] == told["best"]


def test_places_with_the_same_words_share_their_mean_and_best():
    text = "Ici M. Corvel dort. Demain Corvel partira."
    first, second = (told for shown, told in facts(text) if shown == "Corvel")
    assert first["here"] > second["here"]
    assert first["everywhere"] == second["everywhere"]
    assert first["everywhere"] == pytest.approx((first["here"] + second["here"]) / 2)
    assert second["best"] == first["here"]
    assert (second.get("addressed"), second.get("surname")) == (1.0, None)


def test_sums_are_bounded():
    text = "Le ministre de la Mer, M. Paul Corvel (PLR), a déclaré cela."
    assert of(text, "Paul Corvel")["here"] == 6.0


@pytest.mark.parametrize("surname", ["Corvel", "Estang", "Corvel-Estang"])
def test_a_surname_and_its_halves_are_those_of_a_full_name(surname):
    text = f"Hier Paul Corvel-Estang dormait. Demain {surname} partira."
    assert of(text, surname)["surname"] == 1.0


def test_a_known_place_is_no_surname():
    assert "surname" not in of("Hier Paul Sénégal dormait. Au sud, Sénégal gagne.", "Sénégal")


def test_what_is_shown_in_another_place_is_told_and_here_is_not():
    text = "Hier Paul Corvel dormait."
    assert "shown_elsewhere" not in of(text, "Paul Corvel")
    assert of(f"{text} Puis Paul Corvel partit.", "Paul Corvel")["shown_elsewhere"] == 1.0


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Ici Paul Roux, Anna Roy, Zorbel.", True),
        ("Ici Paul Roux (54 ans), Anna Roy et Zorbel.", True),
        ("Ici Paul Roux, Zorbel.", False),  # two are no list
        ("Ici Paul Roux, Zorbel, Trobul, Krabul.", False),  # fewer than half are persons
        ("Ici Paul Roux, Zorbel, Anna Roy, Krabul.", True),  # half are
        ("Ici Paul Roux, Anna Roy, Zorbel, Sénégal.", False),  # a place
        ("Ici Paul Roux, Anna Roy dort Zorbel.", False),
    ],
)
def test_who_stands_in_a_list_of_persons(text, listed):
    assert ("listed" in of(text, "Zorbel")) == listed


def test_a_surname_begins_at_its_particle_where_a_list_begins():
    text = "Hier Paul du Corvel dormait. Puis Anna Roy, du Corvel et Léo Roux partirent."
    found = find(Reading(text), [], lexicon(), 0.5)
    words = found.words
    shown = [text[words.starts[c.start] : words.ends[c.end - 1]] for c in found.names]
    assert "du Corvel" in shown


def test_a_body_with_its_article_has_no_surname():
    text = "Bilan : L'OFRAC parle. Hier, à l'OFRAC, on dormait ; OFRAC agira."
    found = find(Reading(text), [(8, 15, "PER")], lexicon(), 0.5)
    words = found.words
    told = {
        text[words.starts[c.start] : words.ends[c.end - 1]]: c.facts
        for c in found.candidates
        if not c.veto
    }
    assert not any("surname" in facts for facts in told.values())


def test_what_speaks_more_against_a_person_is_no_surname():
    text = "Paul Zorbe dort. Hier Zorbe parlait. La taxe des ZORBE est levée."
    assert "surname" in of(text, "Zorbe")
    assert "surname" not in of(text, "ZORBE")
