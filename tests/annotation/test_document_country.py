"""Which country a document is of, and when nobody can tell."""

import pytest
from hemicycle.annotation.document_country import document_country
from hemicycle.reading.reading import Reading


def country(text, told=""):
    return document_country(Reading(text), told)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le Sénégal importe du riz. Les Sénégalais paient, et à Dakar on attend.", "SN"),
        ("La réunion de Kaolack a porté sur le riz du Sénégal ; Thiès suivra.", "SN"),
        ("Écrivez à info@ville.qc.ca avant vendredi.", "CA"),
        ("Conakry, mardi 4 mars 2025 – Le ministre a reçu les boulangers.", "GN"),
        ("RÉPUBLIQUE DU BÉNIN\n\nLe décret est publié.", "BJ"),
        ("La votation divise les cantons.", "CH"),
        ("Le Sénat a voté, puis l’Assemblée nationale et le préfet.", "FR"),
    ],
)
def test_a_text_tells_its_country(text, code):
    assert country(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a ouvert la séance.",
        "Le Mali et le Niger se sont parlé ; le Niger a cédé, le Mali aussi.",
        "Les Congolais attendent, et les Congolais de l’étranger aussi.",
        "Bruxelles, le 3 mai 2025. La Commission a tranché.",
        "Le Togo a dit non.",
    ],
)
def test_none_rather_than_a_wrong_one(text):
    assert country(text).code == ""


def test_what_is_told_goes_before_what_is_named():
    told = country("Le Sénégal, le Sénégal et encore le Sénégal.", "FR")
    assert (told.code, told.origin, told.sure) == ("FR", "told", True)


def test_only_much_is_sure():
    assert not country("Dakar se tait. Le Sénégal aussi.").sure
    assert country("Dakar se tait. Le Sénégal, à Thiès, à Kaolack, attend.").sure
    assert country("Vive le Togo !").sure
