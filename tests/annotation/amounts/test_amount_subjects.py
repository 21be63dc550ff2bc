"""What is measured where dates, asides and pronouns stand between it and its amount."""

import re
from datetime import date

import pytest
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.dates.reader import read_dates


def measures(text):
    taken = [(mention.start, mention.end) for mention in read_dates(text, date(2026, 5, 13), "FR")]
    starts = [0, *(match.end() for match in re.finditer(r"\. (?=[A-Z])", text))]
    found = reader().read(text, taken=taken, times=taken, sentences=starts)
    return [mention.value.measure for mention in found]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # what says when, stands between
        ("Les prêts ont progressé de 5 % sur un an, à 36 milliards d'euros.", "prêts"),
        ("La dette passe de 54 M€ cette année à 75 M€ en 2028.", "dette"),
        ("Le budget s'élevait à 68 M€ en 2024, en hausse de 21 % en cinq ans.", "budget"),
        ("Le coût du film d'une durée de dix minutes est de 300 euros.", "coût du film"),
        ("Les chiffres ont évolué en sens inverse en mai, s'établissant à 9 %.", "chiffres"),
        ("L'ensemble des inscrits est en nette hausse (+ 3 %).", "ensemble des inscrits"),
        # how it moved, behind a mark
        ("La collecte recule pour la troisième fois, à 12 tonnes (- 3 %).", "collecte"),
        ("La dépense des ménages accélère nettement (+ 3 % après + 1 %).", "dépense des ménages"),
        ("Le prix du trajet a baissé, de 9 € à 7 €.", "prix du trajet"),
        ("La masse salariale atteint 21 M€ (+ 18 %).", "masse salariale"),
        ("Le coût est de 3,8 %, supérieur de 1,2 point à la moyenne.", "coût"),
        ("Le solde est ressorti excédentaire de 17 M€.", "solde"),
        ("Le salaire a augmenté de 2 %, pour atteindre 1 400 euros.", "salaire"),
        # verbs before a colon, asides, brackets
        ("Le coût de la ligne a été réévalué : 214 M€, puis 251 M€.", "coût de la ligne"),
        ("Le déficit, base caisse, dons compris, s'est élevé à 787 M€.", "déficit"),
        ("Le produit intérieur (PI) en volume augmente de 2 %.", "produit intérieur"),
        # the subject behind
        ("Estimé à 182 M€ en 2017, le coût de la ligne a doublé.", "coût de la ligne"),
        ("La pression passe de 14 % à 15 % du PIB.", "pression"),
        ("Le revenu a chuté de 16 % en 2023, puis encore de 22 % en 2024.", "revenu"),
        ("La couverture des 65 ans et plus atteint 55 %.", "couverture"),
        ("L'État consacre chaque année 41 M€ à l'aide à domicile.", "aide à domicile"),
        # how far the phrase reaches
        ("La lutte contre la fraude a rapporté 15 M€.", "lutte contre la fraude"),
        ("Le droit de sortie sur le bois est de 3 %.", "droit de sortie sur le bois"),
        ("Les aides dans les énergies neuves ont atteint 3 M€.", "aides dans les énergies neuves"),
        ("La consommation dans notre pays a atteint 3 M€.", "consommation"),
        ("Les billets et pièces émis ont atteint 25 M€.", "billets et pièces émis"),
        ("Les restes à payer du ministère dépassent 99 M€.", "restes à payer"),
        ("Les recettes issues du tabac ont atteint 3 M€.", "recettes"),
        ("Le taux d'emploi des gens de 20 à 64 ans est de 72 %.", "taux d'emploi des gens"),
        ("On ferme 12 écoles sans cantine.", "écoles sans cantine"),
        # verbs between
        ("Le volume a diminué, passant de 14 M€ à 11 M€.", "volume"),
        ("Le déficit s'est aggravé pour s'établir à 61 M€.", "déficit"),
        ("Les bus représentent à eux seuls 12 M€.", "bus"),
        ("Le service de la dette se chiffre à 41 M€.", "service de la dette"),
        ("Le taux communal est maintenu à 68 % de l'impôt de base.", "taux communal"),
        ("On vit sous le seuil de pauvreté, fixé à 1 520 euros.", "seuil de pauvreté"),
        # nouns of acts, and of what is asked
        ("La fin de la prime de 35 euros choque.", "prime"),
        ("Les agents réclament une hausse générale de 150 euros.", "hausse générale"),
        ("Le devis monte à 3 M€, soit 14 % du budget.", "devis"),
        ("La subvention, d'un coût de 22 M€, a doublé.", "subvention"),
        # what opens the line
        ("Sucre : le prix du kilo passe de 65 à 60 euros.", "Sucre : prix du kilo"),
        ("2. **Savon** : le prix est de 3 €, contre 4 €.", "Savon : prix"),
        ("- Versements aux clubs : 3 M€ (4 M$)", "Versements aux clubs"),
        ("Bilan\n- **Recettes** : 3 M€", "Recettes"),
        ("Savon : le coût des stocks est de 3 M€.", "coût des stocks"),
        ("Les prix de l'eau et de l'air montent de 3 %.", "prix de l'eau et de l'air"),
        # pronouns
        ("Le taux est ressorti à 2 %. Pour avril, il est estimé à 3 %.", "taux"),
        ("La dette a doublé : de 34 M€ en 2019, elle a été portée à 71 M€.", "dette"),
    ],
)
def test_the_same_is_measured_by_all(text, measure):
    assert set(measures(text)) == {measure}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le taux est de 2 %. Elle est estimée à 3 %.", ["taux", ""]),
        ("L'entrée en vigueur, le 7 août, des droits de 15 %.", ["droits"]),
        ("Ils ont refusé, par 64 % des voix, la hausse de 5 % du loyer.", ["voix", "loyer"]),
        ("La récolte, l'une des plus faibles du siècle, en recul de 5 %.", [""]),
        ("Il en faudra 10 milliards d'euros d'ici à 2030 pour donner une garantie.", [""]),
        (
            "Il y a deux campagnes promotionnelles lancées dans les années 1920.",
            ["campagnes promotionnelles"],
        ),
        ("Le deuxième, chiffré à 3 M€, attend.", [""]),
        ("La demande contribue positivement à l'essor (+ 3 %).", [""]),
    ],
)
def test_other_things_are_not(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # a verb or participle of any kind ties by `à`
        ("La patente des marchés, gelée à 31 euros, suffit.", "patente des marchés"),
        ("Le loyer des halles s'est figé à 4 % de la recette.", "loyer des halles"),
        ("Chaque armateur verse une quote-part équivalant à 2 % des ventes.", "quote-part"),
        ("Le retard, s'il se creuse à 12 % des délais, coûtera cher.", "retard"),
        ("Quant à la prime de mer, elle se maintient à 3 % de la solde.", "prime de mer"),
        ("Un guichet ouvre, avec une avance plafonnée à 900 euros.", "avance"),
        ("Nous ne sommes pas encore parvenus à 40 % des travaux.", "travaux"),
        (
            "Il faut réduire peu à peu la dîme des foyers privés à 300 euros.",
            "dîme des foyers privés",
        ),
        (
            "Le texte demande que la dîme des foyers privés soit limitée à 20 euros.",
            "dîme des foyers privés",
        ),
        # whose `à` says whom
        ("La mesure profite à 40 % des pêcheurs.", "pêcheurs"),
        # verbs that stand apart from their amount
        ("La redevance ne représente plus que 6 % du budget.", "redevance"),
        ("Les experts évaluent en moyenne à 700 euros la casse.", "casse"),
        ("Le coût final dépasse de 9 millions d'euros le devis.", "coût final"),
        ("Le fonds qui leur est destiné sera doté de 10 millions d'euros.", "fonds"),
        ("Les rafales de nord pourront atteindre 120 km/h.", "rafales de nord"),
        ("La jetée a coûté « 100 millions de francs ».", "jetée"),
        ("Les prix du fioul auraient dû augmenter de 50 %.", "prix du fioul"),
        ("Les prix du fioul auraient dû connaître une hausse de 35 %.", "prix du fioul"),
        ("Voici la taxe de séjour, que nous avons ramenée à 4 %.", "taxe de séjour"),
        ("On vise la part du rail, qui croît sans cesse et qui atteint 26 %.", "part du rail"),
        ("La Ville verse 150 euros de sorte que chacun parte.", ""),
        # prices, names, what an apposition is about
        ("On a payé la caisse vendue 12 euros.", "caisse"),
        ("Le mont Durci culmine à 900 mètres.", "mont Durci"),
        ("Il crée un rabais selon l'âge, pour un montant de 28 millions d'euros.", "rabais"),
        ("Le bien d'une valeur supérieure ou égale à 3 000 euros est taxé.", "valeur"),
        ("Les cas dépassent le seuil d'alerte, loin au-dessus de la norme de 1 %.", "norme"),
    ],
)
def test_what_ties_an_amount(text, measure):
    assert measures(text) == [measure]


def test_nobody_counts_a_part():
    assert len(measures("Le conseil a 7 abstentions. Chaque franc investi en rapporte 2,70.")) == 1


def test_gross_and_net_are_not_counted():
    assert measures("Elle est de 3 100 bruts.") == []
