import pytest


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("une croissance du produit intérieur brut de 2 %", "croissance du produit intérieur brut"),
        ("Les réserves de change du pays ont dépassé 30 euros.", "réserves de change"),
        ("Compte tenu du prix du foin estimé à 300 euros, il vend.", "prix du foin"),
        ("Le loyer est porté pour la première fois à 900 euros.", "loyer"),
        ("Il a les primes auxquelles il a droit, jusqu'à 900 euros.", ""),
        ("4 000 postes d'enseignants", "postes d'enseignants"),
        ("62 milliards d'euros de réserves", "réserves"),
        ("20 % des électeurs déclarent hésiter", "électeurs"),
        ("une baisse de 3 % du chômage", "chômage"),
        ("une hausse du prix du pain de 3 %", "prix du pain"),
        ("Le chômage est en baisse de 3 %.", "chômage"),
        ("Le taux d'occupation s'élève à 80 %.", "taux d'occupation"),
        ("Les dépenses de l'État atteignent 3 euros.", "dépenses de l'État"),
        ("La vente de tabac dans les gares a reculé de 3 %.", "vente de tabac"),
        ("Une aide d'un montant de 300 euros", "aide"),
        ("5 millions d'euros pour la rénovation des écoles", "rénovation des écoles"),
        ("Augmenter de 3 % les capacités d'accueil.", "capacités d'accueil"),
        ("Le loyer moyen (300 euros)", "loyer moyen"),
        ("un Français sur dix", "Français"),
        ("L'impôt sur les sociétés est ramené à 25 %.", "impôt sur les sociétés"),
        ("Les dépenses en santé ont grimpé de 3 %.", "dépenses en santé"),
        ("La Chine représente 40 % des émissions.", "émissions"),
        ("55 pays représentant la moitié", "pays"),
        ("On emprunte à un taux proche de 3 %.", "taux"),
        ("La dette nette représente 40 % du PIB.", "dette nette"),
        ("un salaire minimum de 1 500 euros", "salaire minimum"),
        ("Le coût de revient atteint 9,80 euros par repas.", "coût de revient"),
        ("Les dépenses (et elles seules) progressent de 180 euros.", "dépenses"),
        ("Le prix du panier n'augmentera que de 3 % par an.", "prix du panier"),
        ("1,1 milliard de dollars de plus sur cinq ans pour les écoles", "écoles"),
        ("Nous créons un programme d'appui, doté de 400 euros.", "programme d'appui"),
        ("La prime de nuit, gelée depuis longtemps, sera relevée de 9 euros.", "prime de nuit"),
        ("La loi de finances 2026, d'un montant de 15 milliards de francs", "loi de finances"),
        ("L'utilisation des avoirs gelés, estimés à 210 euros", "avoirs gelés"),
        ("Un porte-avions, long de 310 mètres", "porte-avions"),
        ("Faute d'accord, estimé à 3 euros", "accord"),
        ("46 % de ses habitants vivent mal.", "habitants"),
        ("52 millions d'euros par an de dotation de solidarité", "dotation de solidarité"),
        ("Le déficit sera ramené sous 5 % du PIB.", "déficit"),
        ("Un studio se loue 1 450 euros.", "studio"),
        ("Le crédit « Habitat » passe à 40 000 euros.", "crédit"),
        ("La Cour évalue à 2 milliards d'euros le coût de la réforme.", "coût de la réforme"),
        ("Le conseil a fixé à 3 % l'indice de base.", "indice de base"),
        ("3 millions d'euros au titre de la prime de nuit", "prime de nuit"),
        ("La main-d'œuvre saisonnière coûte 300 euros.", "main-d'œuvre saisonnière"),
        ("Elle a souffert de la crise dans le Nord : 300 euros.", ""),
        ("Il a donné 300 euros.", ""),
        ("à 40 km de Lyon", ""),
    ],
)
def test_what_the_amount_measures(one, text, measure):
    assert one(text).measure == measure


def test_a_comparison_measures_the_same(read):
    text = "L'inflation atteint 2 %, contre 5 % un an plus tôt."
    assert [amount.measure for amount in read(text)] == ["inflation", "inflation"]


@pytest.mark.parametrize(
    "text",
    [
        "Le déficit s'établit à 9 milliards d'euros, soit 1,5 % du PIB.",
        "Le déficit atteint 9 milliards d'euros, soit +2,4 % par rapport au budget voté.",
        "Le déficit restera sous 30 % du PIB : 27 % en 2026.",
        "Le déficit est estimé à 9 milliards d'euros, en hausse de 17,9 %.",
        "Le déficit passe de 3,1 à 2,9 milliards d'euros, soit une baisse de 6,5 %.",
    ],
)
def test_what_an_amount_amounts_to_measures_the_same(read, text):
    assert {amount.measure for amount in read(text)} == {"déficit"}
