"""Within turns, who speaks tells whom a function means; outside them nobody is spoken to."""

import pytest

SITTING = """Présidence de Mme Solange Corvel, vice-présidente
Mme la présidente. La parole est à M. Jean Estang.
M. Jean Estang. {asked} Voilà dix ans que les digues du port attendent ; qui paiera les travaux \
que votre prédécesseur avait promis aux habitants ?
Mme la présidente. La parole est à M. le ministre de la mer.
M. Léo Marnier, ministre de la mer. {answered} L'État paiera.
Mme la présidente. La parole est à Mme Awa Bréhant, ministre de la santé.
Mme Awa Bréhant, ministre de la santé. Merci.
"""


def told(people, **said):
    text = SITTING.format(**({"asked": "Bonjour.", "answered": "Bien."} | said))
    place = {text.index(words): words for words in said.values()}
    assert place
    rows = people(text)
    return [(surface, name) for surface, name, _, kind in rows if kind == "role"]


@pytest.mark.parametrize(
    ("said", "surface", "person"),
    [
        ({"asked": "Monsieur le ministre, écoutez."}, "ministre", "Léo Marnier"),
        ({"asked": "Madame la ministre, écoutez."}, "ministre", "Awa Bréhant"),
        ({"answered": "Monsieur le député, merci."}, "député", "Jean Estang"),
        ({"answered": "Merci, madame la présidente."}, "présidente", "Solange Corvel"),
    ],
)
def test_who_is_spoken_to_in_a_sitting_is_who_speaks_there(people, said, surface, person):
    assert (surface, person) in told(people, **said)


@pytest.mark.parametrize(
    "said",
    [
        {"asked": "Monsieur le Premier ministre, écoutez."},
        {"asked": "Monsieur le ministre de la culture, écoutez."},
        {"asked": "Le ministre de la culture dort."},
        {"asked": "L'ancien ministre de la mer dort."},
    ],
)
def test_who_does_not_speak_there_is_nobody(people, said):
    assert [surface for surface, _ in told(people, **said) if "culture" in surface] == []
    assert {name for surface, name in told(people, **said) if "inistre" in surface} <= {
        "Léo Marnier"
    }
    assert len([s for s, _ in told(people, **said) if s.startswith(("Premier", "ancien"))]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "La question de M. Paul Corvel est reportée.\nMonsieur le député, on l'étudie.",
        "Le Premier ministre Paul Corvel dort. Le Premier ministre bahaméen veille.",
        "Le maire Paul Corvel dort. L'ancien maire veille.",
        "Le ministre de la Mer Paul Corvel dort. Le ministre de la Santé veille.",
        "Paul Corvel, président de la commission des lois de la République, dort."
        " Le président de la République veille.",
    ],
)
def test_another_office_is_nobody_s(people, text):
    assert [surface for surface, _, _, kind in people(text) if kind == "role"] == []


def test_a_country_that_was_spoken_of_is_the_holder_s(people):
    text = "En France, le président Paul Corvel dort. Puis le nouveau président français rit."
    assert [name for _, name, _, kind in people(text) if kind == "role"] == ["Paul Corvel"]
