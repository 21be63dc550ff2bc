"""What is no keyword: speakers, offices, lone adjectives, verbs; and one form a phrase."""

import pytest
from hemicycle.kinds.keywords import KEYWORDS


def keywords(nlp, text):
    return {keyword.keyword: keyword.count for keyword in KEYWORDS.read(nlp(text))}


SITTING = (
    "PRIX DES LOYERS\n\nM. le président. La parole est à Mme Lise Arnaud.\n\n"
    "Mme Lise Arnaud. Les loyers des étudiants flambent. Un étudiant sur deux ne mange plus à sa "
    "faim, et les loyers montent encore."
)


def test_no_speaker_and_no_procedure(nlp):
    found = keywords(nlp, SITTING)
    assert "loyers" in found
    assert found.keys().isdisjoint({"Lise Arnaud", "parole", "président"})
    assert not any("\n" in one or one.endswith((" M", " Mme")) for one in found)


@pytest.mark.parametrize(
    ("text", "wanted", "never"),
    [
        (
            "Le ministre de la Culture a lancé le pass musées. Le pass musées ouvrira en mai, dit "
            "le ministre de la Culture.",
            "pass musées",
            "ministre de la Culture",
        ),
        (
            "Une panne de courant touche le port depuis hier. La panne de courant coûte cher.",
            "panne de courant",
            "panne de courant touche",
        ),
        (
            "Le Conseil Communal a voté. Le conseil communal se réunit en mai, puis le conseil "
            "communal se sépare.",
            "conseil communal",
            "Conseil Communal",
        ),
        (
            "HAUSSE DE LA TVA SUR LES VÉLOS\n\nLes marchands protestent contre cette hausse.",
            "vélos",
            "Tva",
        ),
        ("Le lait cru se vend mal. Le prix du lait baisse.", "lait", "cru"),
        # The noun of a locution, a verb without its accent, a word of another language.
        (
            "À propos du barrage, le barrage tient. Nous parlerons à l’issue du vote du barrage.",
            "barrage",
            "propos du barrage",
        ),
        ("Cela interesserait les ports. Les ports sont pleins.", "ports", "interesserait"),
        ("De vergadering van het bureau. Le canal est gelé, le canal fermera.", "canal", "van"),
    ],
)
def test_noise(nlp, text, wanted, never):
    found = keywords(nlp, text)
    assert wanted in found
    assert never not in found


def test_what_every_text_has_comes_behind(nlp):
    found = list(
        keywords(
            nlp,
            "Le gouvernement défend la loi. La loi du gouvernement protège les tourbières, dit le "
            "gouvernement, et les tourbières reculent.",
        )
    )
    assert found[0] == "tourbières"
