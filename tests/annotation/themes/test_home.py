import pytest
from hemicycle.annotation.themes.home import Homes

HOMES = Homes()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vive le Mali !", "Mali"),
        ("Vive la Côte d’Ivoire !", "Côte d'Ivoire"),
        ("Sénégalaises, mes chers Sénégalais,", "Sénégal"),
        ("Chères Ivoiriennes et chers Ivoiriens", "Côte d'Ivoire"),
        ("Discours\nDakar, le 3 avril 2026", "Sénégal"),
        ("RÉPUBLIQUE DU BÉNIN\nFraternité", "Bénin"),
        ("République de Guinée\n", "Guinée"),
    ],
)
def test_a_text_tells_its_country(text, name):
    assert name in HOMES.terms(text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali et les Maliens attendent.",
        "Vive la France et le Mali ! Vive le Mali !",
        "Kiev, 3 avril (AFP) - Les troupes avancent",
        "Le président de la République du Bénin viendra.",
        "Vive le Malibu !",
    ],
)
def test_other_texts_do_not(text):
    assert HOMES.terms(text, "") == frozenset()


def test_a_given_country_is_believed():
    assert "malien" in HOMES.terms("Vive le Bénin !", "ml")
    assert HOMES.terms("Vive le Bénin !", "ZZ") == frozenset()
