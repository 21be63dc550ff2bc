"""Amounts as texts write them: twice, in two parts, in lists, in short forms."""

import pytest


def shown(amount):
    bounds = "" if amount.low == amount.high else f" [{amount.low}..{amount.high}]"
    return f"{amount.value} {amount.unit}{bounds}"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Un crédit de deux cent dix millions (210 000 000) FCFA est ouvert.", ["210000000 XOF"]),
        ("Le lycée accueille huit cent vingt (820) élèves.", ["820 élève"]),
        ("Il en coûte entre trois mille (3 120) et six mille (6 480) FCFA.",
         ["3120 XOF [3120..6480]"]),
        ("pour cinq milliards deux\n\n41 cent trois mille (5 000 203 000) FCFA",
         ["5000203000 XOF"]),
        ("Le bureau de poste est à 3/4 kilomètre, la gare à 2 1/2 kilomètres.",
         ["0.75 km", "2.5 km"]),
        ("Voir https://exemple.org/taux/12%-net et www.exemple.org/45% pour le détail.", []),
        ("(En millions d’euros.)\n\n2019 : 640\n\n2020 : 655,5\n\nHors report.",
         ["640000000 EUR", "655500000 EUR"]),
        ("(En %)\nHommes : 12\nFemmes : 9,5", ["12 %", "9.5 %"]),
        ("Résultats du scrutin :\nListe A : 640\nListe B : 655", []),
        ("Le plan vaut 12 Mds de recettes et 3 milliards d’économies.",
         ["12000000000 EUR", "3000000000 EUR"]),
        ("Trois milliards d’habitants y vivront.", ["3000000000 habitant"]),
        ("Une dotation de 8,4 MdEuros.", ["8400000000 EUR"]),
        ("On ouvrira 4 000 places en Seine-Maritime, 2 500 dans l’Eure.",
         ["4000 place", "2500 place"]),
        ("Le pays compte 900 infirmier·e·s et 250 éducateur.rice.s.",
         ["900 infirmier", "250 éducateur"]),
        ("Le texte passe par 61 voix contre 8 et 1 abstention.",
         ["61 voix", "8 voix", "1 abstention"]),
        ("La région a perdu une gare. 450 voyageurs y montaient.", ["450 voyageur"]),
        ("L’art. 12 habitants et la page 40 lecteurs", []),
        ("RS 814\nFF 2023 1204", []),
        ("Une commune adhérente au syndicat sur quatre a payé.", ["25 %"]),
        ("Les autres aides 3 existantes demeurent.", []),
    ],
)  # fmt: skip
def test_forms(read, text, amounts):
    assert [shown(amount) for amount in read(text, "SN" if "CFA" in text else "FR")] == amounts


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Nous ferons baisser de 5 à 8 % les charges.", ["down"]),
        ("En abaissant la TVA de 20 % à 10 % sur les livres", ["", "down"]),
        ("Un manque à gagner de 3 millions d’euros", [""]),
        ("La norme est de 6 % ou, du moins, de 4 %.", ["", ""]),
        ("Elle touchera 300 euros net en plus chaque mois.", ["up"]),
        ("Elle rapportera 4 milliards d’euros de recettes en moins.", ["down"]),
        ("Relever également de 15 % les bourses", ["up"]),
        ("Une hausse annuelle de 7 millions d’euros", ["up"]),
        ("dont + 9 milliards d’euros d’impôts", ["up"]),
    ],
)
def test_changes(read, text, changes):
    assert [amount.change for amount in read(text, "FR")] == changes


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Elle verse 2 millions d’euros en moyenne par mois.", "month"),
        ("soit 900 euros en moyenne par agent", "agent"),
        ("Il en coûte 8 millions de francs sur une base annuelle.", "year"),
        ("une économie annuelle de 5 millions d’euros", "year"),
    ],
)
def test_rates(one, text, per):
    assert one(text, "CH").per == per


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("À Bichkek, le pain coûte 60 soms.", "KGS"),
        ("Le loyer est de 800 manats à Bakou.", "AZN"),
        ("Le fonds, à Oslo, vaut 9 milliards de couronnes.", "NOK"),
        ("À Prague, le billet vaut 40 couronnes.", "CZK"),
        ("Le gouvernement du Québec versera 500 $ à chaque foyer.", "CAD"),
        ("Voir www.sante.qc.ca : il en coûte 40 $.", "CAD"),
        ("Le visa coûte 70 $CAD.", "CAD"),
        ("La taxe est de 90 GEL.", "GEL"),
    ],
)
def test_currencies(one, text, unit):
    assert one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("La réforme revient environ à 20 millions d’euros.", "approx"),
        ("L’écart est davantage que 3 %.", "more_than"),
        ("On n’en est même pas à 2 %.", "less_than"),
        ("un taux égal au minimum à 4 %", "more_than"),
    ],
)
def test_bounds(one, text, modifier):
    assert one(text, "FR").modifier == modifier
