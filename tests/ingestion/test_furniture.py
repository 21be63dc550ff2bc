import pytest
from hemicycle.ingestion.cleaning.furniture import without_buttons


@pytest.mark.parametrize(
    "line",
    [
        "Partager cet article",
        "Partager sur LinkedIn",
        "Imprimer la page",
        "Tout accepter",
        "Gérer mes cookies",
        "Nous utilisons des cookies pour mesurer l’audience.",
        "À lire aussi : Le port de Kerlévan rouvre",
        "Retour à l'accueil",
        "S'abonner à la lettre",
    ],
)
def test_what_belongs_to_the_site_goes(line):
    assert without_buttons(f"Avant.\n{line}\nAprès.") == "Avant.\nAprès."


@pytest.mark.parametrize(
    "line",
    [
        "Partager l’effort, voilà notre ambition pour la commune et pour ses habitants.",
        "La publicité sera interdite.",
        "Nous refusons d’accepter tout compromis.",
        "Le menu de la cantine",
        "Accueil des réfugiés : le maire répond",
    ],
)
def test_what_is_said_stays(line):
    assert without_buttons(line) == line
