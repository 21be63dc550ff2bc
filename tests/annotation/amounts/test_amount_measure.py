import pytest


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("une croissance du produit intérieur brut de 2 %", "croissance du produit intérieur brut"),
        ("Les réserves de change du pays ont dépassé 30 euros.", "réserves de change"),
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
        ("un salaire minimum de 1 500 euros", "salaire minimum"),
        ("Il a donné 300 euros.", ""),
        ("à 40 km de Lyon", ""),
    ],
)
def test_what_the_amount_measures(one, text, measure):
    assert one(text).measure == measure


def test_a_comparison_measures_the_same(read):
    text = "L'inflation atteint 2 %, contre 5 % un an plus tôt."
    assert [amount.measure for amount in read(text)] == ["inflation", "inflation"]
