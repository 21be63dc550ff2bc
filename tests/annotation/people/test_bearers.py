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
