"""Whom a function alone means, and when it means nobody."""

import pytest


def told(people, text):
    return [(surface, name) for surface, name, _, kind in people(text) if kind != "name"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # the one whom the title names
        (
            "Nadia Corvel expose à Gand\n\nLa sculptrice montre ses bronzes jusqu'en mai.",
            ("sculptrice", "Nadia Corvel"),
        ),
        # a government named after somebody, beside another president
        (
            "Aux États-Unis, l'administration Corvel inquiète. Le nouveau président américain vit. "
            "Le président de la Banque centrale, Léo Roux, se tait. Paul Corvel signe.",
            ("nouveau président américain", "Paul Corvel"),
        ),
    ],
)
def test_a_function_alone_has_a_bearer(people, text, row):
    assert told(people, text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        # a deputy is not who is deputised for
        "Mme Awa Corvel, ministre déléguée auprès du ministre de la Santé, a répondu. "
        "Le ministre de la Santé y travaille.",
        "Awa Corvel : procureure fiscale adjointe\n\nLéo Roux : substitut de la procureure fiscale",
        # one who speaks for somebody else
        "M. Léo Corvel interroge le Gouvernement\n\nLe maire a fermé l'école.",
        # whoever will be chosen
        "Léo Corvel fait campagne\n\nLes membres vont élire le trésorier du club.",
        # an office of state, which nobody here is known to hold
        "Léo Corvel part en tournée\n\nLe président de la République a réagi.",
    ],
)
def test_a_function_alone_is_nobody_s(people, text):
    assert told(people, text) == []


def test_who_presides_without_a_name_is_nobody(people):
    text = (
        "M. le président. La séance est ouverte.\n\n"
        "M. Aslan Corvel. Je remercie le président Jacquin de ses mots sur les digues du port.\n\n"
        "M. le président. La parole est à M. Jacquin.\n\n"
        "M. Jacquin, président du groupe Horizon. Monsieur le président, merci.\n"
    )
    assert told(people, text) == []


def test_thanks_to_a_minister_announce_nobody(people):
    text = (
        "Mme la présidente. La parole est à M. le ministre de la mer.\n\n"
        "M. Léo Marnier, ministre de la mer. Nous avons agi, et nous agirons.\n\n"
        "Mme la présidente. Merci, monsieur le ministre.\n\n"
        "M. Aslan Corvel. Et la suite ?\n\n"
        "M. Léo Marnier, ministre. Les digues sont prêtes, et je les ai vues.\n"
    )
    assert ("ministre", "Aslan Corvel") not in told(people, text)


CALLED = """Mme la présidente. La parole est à M. le ministre de la mer.

M. Paul Odal. Et la pêche ?

M. Léo Marnier, ministre de la mer. Nous avons agi, et nous agirons pour tous les ports.

M. Paul Odal. Le Président de la République dort, et le Président aussi.

Mme Awa Bréhant, présidente de la commission de la mer. J'ai lu le premier ministre Starley.

M. Paul Odal. Monsieur le premier ministre, parlez !
"""


def test_who_breaks_in_is_not_whom_the_chair_calls(people):
    assert told(people, CALLED)[0] == ("ministre de la mer", "Léo Marnier")


def test_in_a_sitting_those_alone_are_spoken_to_who_are_there(people):
    assert "Starley" not in [name for _, name in told(people, CALLED)[1:]]


def test_in_a_sitting_the_president_alone_is_who_presides_or_nobody(people):
    assert "Awa Bréhant" not in [name for _, name in told(people, CALLED)]


def test_the_deputy_of_a_minister_is_not_the_minister_in_a_label(people):
    text = (
        "Mme la présidente. La parole est à M. le ministre délégué auprès du ministre de l'eau.\n\n"
        "M. Léo Marnier, ministre délégué auprès du ministre de l'eau. Nous avons bien agi.\n\n"
        "M. Paul Odal. Et les ports ?\n"
    )
    assert told(people, text) == [
        ("ministre délégué auprès du ministre de l'eau", "Léo Marnier"),
    ]


def test_who_gives_a_speech_does_not_speak_to_himself(people):
    text = "Discours du président Diané\n\nLe Président a la parole.\n\nMonsieur le Président,\n"
    assert [name for _, name in told(people, text)] == ["Diané"]


def test_who_speaks_of_a_minister_speaks_of_another(people):
    text = CALLED + (
        "\nMme la présidente. La parole est à Mme Lise Morane.\n\n"
        "Mme Lise Morane, sous-préfète. Nous le ferons en mars. La sous-préfète y veille.\n"
    )
    assert "Lise Morane" not in [name for _, name in told(people, text)]
