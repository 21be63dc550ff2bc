"""Functions read whole: all their words, and all of those that are told together."""

import pytest


def roles(people, text):
    return [(name, role) for _, name, role, kind in people(text) if kind == "name"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # an adjective before the noun of a complement
        (
            "Le ministre du travail, du plein emploi et de l'insertion, Aslan Corvel, a répondu.",
            "ministre du travail, du plein emploi et de l'insertion",
        ),
        (
            "Awa Corvel, représentante de la nouvelle génération d'artistes, a chanté.",
            "représentante de la nouvelle génération d'artistes",
        ),
        (
            "Le ministre des petites et moyennes entreprises, Aslan Corvel, a parlé.",
            "ministre des petites et moyennes entreprises",
        ),
        (
            "Awa Corvel, conseillère du nouveau Premier ministre, le confirme.",
            "conseillère du nouveau Premier ministre",
        ),
        ("Aslan Corvel, maire du Grand Ostel, a signé.", "maire du Grand Ostel"),
        ("Le conseiller du nouveau président Aslan Corvel accuse.", "nouveau président"),
        # a list of plurals under one article
        (
            "Aslan Corvel, député du Parti des paysans, artisans et indépendants, a voté.",
            "député du Parti des paysans, artisans et indépendants",
        ),
        # no complement
        ("Aslan Corvel, électricien suisse de 43 ans, a témoigné.", "électricien suisse"),
        ("Aslan Corvel, bourgmestre d'Ans, a témoigné.", "bourgmestre d'Ans"),
        (
            "Aslan Corvel, chercheur associé à la Chaire Talbot, commente.",
            "chercheur associé à la Chaire Talbot",
        ),
        # two functions
        (
            "Selon Aslan Corvel, sociologue et professeur à l'Université de Gand, c'est peu.",
            "sociologue, professeur à l'Université de Gand",
        ),
        ("L'avocat et écrivain Aslan Corvel a parlé.", "avocat, écrivain"),
        (
            "Elle bat l'ancienne ministre et ancienne candidate à la mairie Awa Corvel.",
            "ancienne ministre, ancienne candidate à la mairie",
        ),
        (
            "Vice-présidente du Conseil, Mme Corvel, 42 ans, est porte-parole du parti.",
            "vice-présidente du Conseil, porte-parole du parti",
        ),
        (
            "Le journaliste et commentateur sportif Aslan Corvel dort.",
            "journaliste, commentateur sportif",
        ),
        ("Elle joue aux côtés du trompettiste Aslan Corvel.", "trompettiste"),
        ("Le maire et le préfet Aslan Corvel sont là.", "préfet"),
        # brought in by another
        ("Aslan Corvel, historien et critique d'art, expose.", "historien, critique d'art"),
        (
            "Le ministre de la Transition Ecologique, Aslan Corvel, part.",
            "ministre de la Transition Ecologique",
        ),
        # another subject, and a participle
        ("Selon le livre d'Aslan Corvel, son élève s'est bornée à traduire.", ""),
        ("Pour Aslan Corvel, son secrétaire général, rien ne presse.", "secrétaire général"),
        ("Aslan Corvel, représentant la moitié du capital, a voté.", ""),
        ("Aslan Corvel, correspondant à Rome, a écrit.", "correspondant à Rome"),
        ("Un autre conseiller, Aslan Corvel, a voté contre.", "conseiller"),
    ],
)
def test_a_function_is_read_whole(people, text, role):
    assert [r for _, r in roles(people, text)] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Un porte-parole d'A. Berral, Awa Corvel, a répondu.", "porte-parole d'A. Berral"),
        ("L'avocat de Léo Roux, Awa Corvel, a plaidé.", "avocat de Léo Roux"),
        ("Le frère de Léo Roux, Awa Corvel, a plaidé.", ""),
    ],
)
def test_who_is_named_first_may_own_the_function_of_the_next(people, text, role):
    assert roles(people, text)[1:] == [("Awa Corvel", role)]


@pytest.mark.parametrize(
    "text",
    [
        "L'avocat au cabinet Zorvel Partners conseille la mairie.",
        "Le client est défendu par le cabinet d'avocats Marston Felby.",
        "Le professeur à l'École de gestion Tessier conseille la mairie.",
        "La conception générale Polaris a été publiée.",
        "L'approbation parlementaire du crédit Zénith a eu lieu.",
        "Elle est membre du trio Velours.",
        "La séance a lieu au 4, avenue du Général Corvel.",
    ],
)
def test_what_a_body_is_called_is_nobody(people, text):
    assert roles(people, text) == []


def test_a_noun_of_a_body_within_a_function_takes_no_name_away(people):
    text = "Le directeur de cabinet Corvel et la présidente du parti Awa Roux ont répondu."
    assert roles(people, text) == [
        ("Corvel", "directeur de cabinet"),
        ("Awa Roux", "présidente du parti"),
    ]
