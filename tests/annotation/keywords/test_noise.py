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
        # One with the noun before it, an ordinal, a pronoun behind its verb, a preposition.
        (
            "La mise en service du tramway tarde. On attend la mise en service du tramway.",
            "tramway",
            "service du tramway",
        ),
        ("La 12e édition du salon ouvre. Le salon ferme jeudi.", "salon", "12e édition"),
        ("Le verger va-t-il geler ? Le verger résiste.", "verger", "verger va-t-il"),
        ("Un verger face au gel. Le verger face au froid.", "verger", "verger face"),
        # Verbs that end like nouns of trades, or whose imperfect has another stem.
        ("Il faut ratifier le pacte, ratifier sans attendre.", "pacte", "ratifier"),
        (
            "Le tramway reliera deux quais. Un tramway relie deux rives.",
            "tramway",
            "tramway reliera",
        ),
        (
            "La taxe foncière monte. Payez la taxe foncière.",
            "taxe foncière",
            "foncière",
        ),
        ("Connaître le sol, connaître la nappe.", "nappe", "connaître"),
        # Joined to an adjective, compared, said of the subject.
        (
            "La rigueur sociale et fiscale. L’équité sociale et fiscale.",
            "rigueur sociale",
            "fiscale",
        ),
        ("Le marais est vulnérable. Ce marais est vulnérable.", "marais", "vulnérable"),
        # An adjective, however often it stands.
        (
            "La pêche clandestine nuit au lac, et la chasse clandestine à la forêt. La cueillette "
            "clandestine aussi.",
            "pêche clandestine",
            "clandestine",
        ),
        # A sentence opens.
        ("Au-delà des digues, la dune. Cette dune recule.", "dune", "Au-delà des digues"),
    ],
)
def test_noise(nlp, text, wanted, never):
    found = keywords(nlp, text)
    assert wanted in found
    assert never not in found


@pytest.mark.parametrize(
    ("text", "wanted", "never"),
    [
        (
            "Discours de Mme Lise Arnaud, ministre de la Mer\n\nChers pêcheurs de Morlieu,\n\nLe "
            "quai rouvre. Je le promets, ce quai vivra. Je vous remercie.",
            "quai",
            {"Lise Arnaud", "pêcheurs", "pêcheurs de Morlieu"},
        ),
        (
            "M. Paul Arnaud attire l’attention du Gouvernement sur la fermeture du bac de Morlieu. "
            "Ce bac transporte les élèves.",
            "bac",
            {"Paul Arnaud", "Gouvernement", "attention du Gouvernement"},
        ),
        (
            "La pose de la première pierre du lycée aura lieu mardi. Le lycée ouvrira en 2027.",
            "lycée",
            {"pose", "pierre du lycée", "pierre"},
        ),
    ],
)
def test_who_speaks_asks_and_listens_is_none(nlp, text, wanted, never):
    found = keywords(nlp, text)
    assert wanted in found
    assert never.isdisjoint(found)


def test_what_every_text_has_comes_behind(nlp):
    found = list(
        keywords(
            nlp,
            "Le gouvernement défend la loi. La loi du gouvernement protège les tourbières, dit le "
            "gouvernement, et les tourbières reculent.",
        )
    )
    assert found[0] == "tourbières"
