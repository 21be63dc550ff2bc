"""What is measured where a verb carries it, a pronoun stands for it, or a length says where."""

import re

import pytest
from hemicycle.annotation.amounts.reader import reader


def measures(text):
    starts = [0, *(match.end() for match in re.finditer(r"\. (?=[A-Z])", text))]
    return [mention.value.measure for mention in reader().read(text, sentences=starts)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # the object of the verb, however far
        (
            "Relever la part des énergies propres dans la production de la région à 40 %.",
            "part des énergies propres",
        ),
        ("Fixer le plafond des loyers dans les îles (loi Belval) à 12 %.", "plafond des loyers"),
        (
            "Il faut relever le plafond de l'amende pour les pêcheurs à 300 euros.",
            "plafond de l'amende",
        ),
        ("La loi fera passer le seuil des marchés dans les communes à 9 %.", "seuil des marchés"),
        # a share of what is behind
        ("Nous voulons une retraite à 85 % du smic.", "retraite"),
        ("La bourse verse une aide à 20 % des ménages.", "ménages"),
        ("La cave a connu une baisse de 12 % de son chiffre d'affaires.", "chiffre d'affaires"),
        ("La cave a perdu 12 % de sa valeur.", "cave"),
        ("Seules 20 % environ des fermes paieront.", "fermes"),
        # who loses is not what is lost, nobody is counted
        ("Le gel privera la province de plusieurs millions d'euros.", ""),
        ("Vous êtes incapables de financer les 4 milliards d'euros.", ""),
        ("Vous évoquez un montant de 35 millions d'euros.", ""),
        # between a verb and its amount
        ("La tonne était échangée avant la guerre à 180 dollars.", "tonne"),
        ("Le billet y est facturé le week-end à 15 dirhams.", "billet"),
        (
            "Un plafonnement des frais, liés aux horaires tardifs, à 9 euros.",
            "plafonnement des frais",
        ),
        ("La consommation des deux sites ne dépasse pas 3 TWh.", "consommation"),
        ("La perte s'élève à un montant proche de 700 euros.", "perte"),
        # a limit behind what is limited, an act before it
        ("Le décret fixe un prix plancher de 450 francs.", "prix plancher"),
        ("Nous demandons le respect strict du salaire plancher de 900 euros.", "salaire plancher"),
        (
            "La cheffe craint la perspective d'une hausse de la vitesse à 80 km/h.",
            "hausse de la vitesse",
        ),
        # of all, not of the last
        (
            "Le rachat d'actions de la poste, de la gare et de la mairie pour un montant de 20 M€.",
            "rachat d'actions de la poste",
        ),
        # where something is
        ("Le village est situé à 12 km de la frontière.", ""),
        ("Le bourg, distant de 9 km du port, a perdu sa gare.", ""),
        ("Nous avons bitumé 320 km de pistes.", "pistes"),
        # what became of people
        ("Au moins 60 personnes sont mortes.", "personnes mortes"),
        ("Plus de 300 personnes ont été arrêtées à la foire.", "personnes arrêtées"),
        ("Les 60 pêcheurs ont été entendus.", "pêcheurs"),
        # what money is for
        ("Près de 25 M€ ont déjà été attribués à des projets de forage.", "projets de forage"),
        ("Les 40 M€ vont vers la recherche.", "recherche"),
        ("Les 15 M€ serviront à réparer les digues.", "digues"),
        ("La commune a obtenu 3 M€ à titre de subvention.", "subvention"),
        ("L'État prévoit 300 M€ de plus pour le « pacte rural ».", "pacte rural"),
        ("La Suède consacre 10 % de son PIB à la santé.", "santé"),
        ("Le pays consacre à la défense 1,4 % de son PIB.", "défense"),
        ("À Dakar, il faut compter 2 500 francs pour un sac de charbon.", "sac de charbon"),
    ],
)
def test_one_amount(text, measure):
    assert measures(text) == [measure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le coût d'un lycéen est de 900 euros et celui d'un collégien de 700 euros.",
            ["coût d'un lycéen", "coût d'un collégien"],
        ),
        (
            "La part des fermes équipées atteint 40 %, celle des usines 70 %.",
            ["part des fermes équipées", "part des usines"],
        ),
        (
            "Le seuil de vente dépasse un million d'euros. Le crédit est maintenu ; il coûte 7 M€.",
            ["seuil de vente", "crédit"],
        ),
        ("Elle a coûté 3 millions d'euros, dont 1 million de subventions.", ["", "subventions"]),
        ("Les primes montent de 6 %, soit 90 francs pour une famille.", ["primes", "primes"]),
        ("La ville paie 45 % de la facture, l'État 40 %.", ["facture", ""]),
        ("Le prix du sac de 50 kilos baisse de 100 francs.", ["sac", "prix du sac"]),
    ],
)
def test_two_amounts(text, expected):
    assert measures(text) == expected
