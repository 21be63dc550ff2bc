"""What a name means: canonical name, kind, country and id."""

import pytest
from hemicycle.annotation.bodies.component import PlaceAndBodyFinder, Setting


def told(text, country="", year=0):
    found = PlaceAndBodyFinder().mentions(text, [], [], setting=Setting(country, year))
    return {
        text[m.start : m.end]: (m.value.name, m.value.kind, m.value.country, m.value.entity_id)
        for mentions in found.values()
        for m in mentions
    }


@pytest.mark.parametrize(
    ("country", "entity_id"),
    [("BE", "be:parti-socialiste"), ("FR", "fr:parti-socialiste"), ("CH", "ch:parti-socialiste")],
)
def test_the_country_of_the_document_tells_homonyms_apart(country, entity_id):
    assert told("Le PS hésite.", country)["PS"][3] == entity_id


def test_an_institution_alone_is_that_of_the_country():
    assert told("La Chambre vote.", "BE")["Chambre"][0] == "Chambre des représentants"
    assert told("La Chambre vote.", "LU")["Chambre"][0] == "Chambre des députés"
    assert told("Le Sénat vote.", "ML")["Sénat"] == ("Sénat", "parliament", "ML", "ml:senat")


@pytest.mark.parametrize(
    ("text", "alone", "name"),
    [
        ("Les Vingt-Sept débattent. L’Union tranchera.", "Union", "Union européenne"),
        ("Le sommet de l’UA s’ouvre. L’Union veut agir.", "Union", "Union africaine"),
        (
            "L’UEMOA a publié ses comptes. Selon l’Union, tout ralentit.",
            "Union",
            "Union économique et monétaire ouest-africaine",
        ),
        (
            "La CGT appelle à la grève. La Confédération insiste.",
            "Confédération",
            "Confédération générale du travail",
        ),
    ],
)
def test_a_head_alone_is_the_body_named_before_by_acronym_or_nickname(text, alone, name):
    assert told(text)[alone][0] == name


def test_the_country_is_read_off_the_text():
    text = "Au Sénégal, à Dakar et à Thiès, l’Assemblée nationale débat."
    assert told(text)["Assemblée nationale"][2] == "SN"


def test_a_name_tells_its_own_country():
    assert told("L’Assemblée nationale du Bénin vote.", "FR")["Assemblée nationale du Bénin"] == (
        "Assemblée nationale",
        "parliament",
        "BJ",
        "bj:assemblee-nationale",
    )


def test_an_acronym_means_what_the_text_says():
    text = "Le Parti des Sables (PS) parle. Le PS insiste."
    assert {value[0] for value in told(text, "FR").values()} == {"Parti des Sables"}


def test_a_head_alone_means_what_was_named_before():
    text = "La Commission nationale des Marées enquête. La Commission rendra son avis."
    names = told(text, "SN")
    assert names["Commission"] == names["Commission nationale des Marées"]


def test_names_are_one_whatever_they_are_written_like():
    text = "L’UE, l’Union européenne, la RDC et le Burkina."
    ids = {surface: value[3] for surface, value in told(text).items()}
    assert ids["UE"] == ids["Union européenne"] == "eu:union-europeenne"
    assert ids["RDC"] == "CD"
    assert ids["Burkina"] == "BF"


def test_a_region_or_its_town():
    assert told("Au Québec, on vote.", "CA")["Québec"][3] == "CA-QC"
    assert told("À Québec, on vote.", "CA")["Québec"][1] == "commune"
    assert told("Les sables du Sahel.", "SN")["Sahel"][1] == "other"


def test_an_unknown_body_is_of_the_country_of_the_document():
    assert told("Le Syndicat des Marins parle.", "TG")["Syndicat des Marins"] == (
        "Syndicat des Marins",
        "union",
        "TG",
        "tg:syndicat-des-marins",
    )


def test_the_country_of_the_document_tells_towns_of_one_name_apart():
    assert told("Le navire est à San Pedro.", "CI")["San Pedro"][2] == "CI"
    assert told("Le navire est à San Pedro.", "PH")["San Pedro"][2] == "PH"


def test_a_river_has_the_name_of_a_department_or_a_country():
    assert told("La vallée de la Moselle est belle.", "FR")["Moselle"][1] == "other"
    assert told("Les crues du Niger ont cessé.", "ML")["Niger"][1:3] == ("other", "")
    assert told("Le département de la Moselle est beau.", "FR")["Moselle"][1] == "department"
    assert told("Il vient du Niger.", "ML")["Niger"][1] == "country"
