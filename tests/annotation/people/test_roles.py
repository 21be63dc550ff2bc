import pytest


def roles(people, text):
    return [(name, role) for _, name, role, kind in people(text) if kind == "name"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("le président du Kazakhstan, Aslan Corvel, a parlé", "président du Kazakhstan"),
        ("le président Aslan Corvel a parlé", "président"),
        (
            "Le ministre d'État, ministre de la Mer, Aslan Corvel, a annoncé jeudi un plan.",
            "ministre d'État, ministre de la Mer",
        ),
        (
            "La ministre déléguée chargée du Logement Awa Corvel",
            "ministre déléguée chargée du Logement",
        ),
        (
            "Awa Corvel, ministre de l'Économie, des Finances et de l'Industrie, a parlé",
            "ministre de l'Économie, des Finances et de l'Industrie",
        ),
        ("l'ex-Premier ministre pakistanais Aslan Corvel", "ex-Premier ministre pakistanais"),
        (
            "l'ancien président de la commission des lois Aslan Corvel",
            "ancien président de la commission des lois",
        ),
        ("Awa Corvel (maire de Lorvel) a parlé", "maire de Lorvel"),
        ("Awa Corvel, 54 ans, députée de la Drôme, a parlé", "députée de la Drôme"),
        ("Awa Corvel a été nommée préfète de région.", "préfète de région"),
        ("Awa Corvel est devenue secrétaire générale.", "secrétaire générale"),
        ("M. Aslan Corvel, rapporteur. Avis défavorable.", "rapporteur"),
        (
            "Awa Corvel, ministre de la pêche maritime, fluviale et lagunaire, a parlé",
            "ministre de la pêche maritime, fluviale et lagunaire",
        ),
        (
            "Le ministre délégué auprès du ministre de la Mer, M. Aslan Corvel, a parlé",
            "ministre délégué auprès du ministre de la Mer",
        ),
        ("Monsieur le préfet, cher Aslan Corvel, bonjour.", "préfet"),
        ("La ministre responsable des Aînés, Mme Awa Corvel, a", "ministre responsable des Aînés"),
        ("le chef de l'État Aslan Corvel", "chef de l'État"),
        ("Le président a reçu Awa Corvel", ""),
        ("son rival Aslan Corvel a perdu", ""),
    ],
)
def test_a_role_is_read_with_its_complement(people, text, role):
    assert [r for _, r in roles(people, text)] == [role]


def test_a_role_before_the_next_name_is_that_name_s(people):
    text = "Avec Awa Corvel, le ministre Aslan Estang a signé."
    assert roles(people, text) == [("Awa Corvel", ""), ("Aslan Estang", "ministre")]


def test_a_surname_that_is_a_function_is_no_function(people):
    text = "Hugo Le Maire et Nadine Corvel sont venus."
    assert roles(people, text) == [("Hugo Le Maire", ""), ("Nadine Corvel", "")]


def test_a_function_alone_stands_for_its_holder(people):
    text = "Aïcha Corvel, garde des Sceaux, a écouté. La garde des Sceaux a répondu."
    assert people(text)[-1] == ("garde des Sceaux", "Aïcha Corvel", "garde des Sceaux", "role")


def test_another_name_of_the_office_stands_for_its_holder(people):
    text = "Le président de la République Aslan Corvel est là. Le chef de l'État a souri."
    assert people(text)[-1][1] == "Aslan Corvel"


def test_an_office_that_nobody_of_the_text_holds_is_no_mention(people):
    assert people("Un ministre a dit que les députés dormaient. Le préfet aussi.") == []


def test_a_relation_stands_for_whom_it_was_said_of(people):
    text = (
        "Mon prédécesseur, Jean Corvel, l'avait promis. Marie Estang le sait :"
        " mon prédécesseur a menti."
    )
    assert people(text)[-1] == ("prédécesseur", "Jean Corvel", "prédécesseur", "role")


def test_the_chair_of_a_sitting_is_whoever_presides(people):
    text = (
        "Présidence de Mme Solange Corvel\n\nMme la présidente. La parole est à M. Jean Estang."
        "\n\nM. Jean Estang. Merci, madame la présidente."
    )
    told = [(surface, name) for surface, name, _, kind in people(text) if kind == "role"]
    assert told == [("présidente", "Solange Corvel")] * 2


def test_who_is_given_the_floor_speaks_next(people):
    text = (
        "M. le président. La parole est à Mme la ministre de la mer.\n\n"
        "Mme Awa Corvel, ministre déléguée. Avis défavorable."
    )
    told = [(surface, name) for surface, name, _, kind in people(text) if kind == "role"]
    assert told == [("ministre de la mer", "Awa Corvel")]


def test_the_gender_of_the_address_is_the_holder_s(people):
    text = (
        "Le ministre Jean Corvel écoute. La ministre Awa Estang aussi. Jean Corvel se tait."
        " Je vous le demande, madame la ministre."
    )
    assert people(text)[-1][:2] == ("ministre", "Awa Estang")
    text = "Mme Awa Estang, ministre, écoute. Merci, monsieur le ministre."
    assert [kind for _, _, _, kind in people(text)] == ["name"]


def test_a_text_that_speaks_of_mayors_in_general_means_any_mayor(people):
    general = "Les maires célèbrent. Un maire peut refuser. Des maires hésitent. "
    text = "Aslan Corvel, maire de Lorvel, a parlé. " + general * 12 + "Le maire agit pour l'État."
    assert [kind for _, _, _, kind in people(text)] == ["name"]


def test_in_a_sitting_a_group_s_president_is_no_head_of_state(people):
    text = (
        "Présidence de Mme Solange Corvel\n\nM. Jean Estang. Le président Aslan Vidrel a crié."
        " Il revient au chef de l'État de trancher."
    )
    assert "chef de l'État" not in [surface for surface, *_ in people(text)]


def test_the_country_tells_two_presidents_apart(people):
    text = (
        "Le président des États-Unis, Jean Corvel, et le président kazakh, Aslan Estang, signent."
        " Le président américain a souri."
    )
    assert people(text)[-1][1] == "Jean Corvel"


def test_a_party_s_defined_in_brackets_is_known_from_there_on(people):
    text = "M. Karim Corvel (« le requérant ») et Marie Estang ont témoigné. Le requérant a menti."
    assert people(text)[-1][:2] == ("requérant", "Karim Corvel")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("MM. Aslan Corvel et Luc Morvel et Mme Awa Corvel, sénateurs, sont là.", "sénateur"),
        ("M. Aslan Corvel, Mmes Awa Corvel et Léa Sarnel, vice-présidentes.", "vice-présidente"),
    ],
)
def test_a_plural_after_a_list_is_the_role_of_each(people, text, role):
    assert [r for _, r in roles(people, text)] == [role] * 3


def test_a_member_who_is_answered_is_the_one_who_asked(people):
    text = (
        "M. Aslan Corvel. Monsieur le député Morvel l'a dit. "
        + "Quand agirez-vous ? " * 8
        + "\nM. Luc Sarnel. Jamais !\nMme Awa Bréhant, ministre. Non, monsieur le député.\n"
    )
    assert [name for surface, name, _, kind in people(text) if kind == "role"] == ["Aslan Corvel"]


def test_a_party_s_candidate_is_no_other_party_s(people):
    text = "La candidate écologiste parle. Awa Corvel, candidate du Mouvement lorvelois, se tait."
    assert [kind for _, _, _, kind in people(text)] == ["name"]


def test_who_is_called_at_the_end_of_a_line_speaks_next(people):
    text = "La Présidente : Mme la ministre responsable de la Mer.\n\nMme Corvel-Roy : Merci.\n"
    told = [(name, role) for _, name, role, kind in people(text) if kind == "role"]
    assert told == [("Corvel-Roy", "ministre responsable de la Mer")]


def test_a_plural_after_a_list_with_two_words_of_address_is_each_one_s(people):
    text = "Mmes et MM. Awa Corvel, Luc Estang, Aslan Roy, Échevins ;"
    assert roles(people, text) == [
        ("Awa Corvel", "échevin"),
        ("Luc Estang", "échevin"),
        ("Aslan Roy", "échevin"),
    ]


def test_a_function_after_et_and_an_article_is_the_next_name_s(people):
    text = "Le ministre de la Mer, Aslan Corvel, et le ministre du Budget, Luc Estang, signent."
    assert roles(people, text) == [
        ("Aslan Corvel", "ministre de la Mer"),
        ("Luc Estang", "ministre du Budget"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("avec Lorvel (bourgmestre : Aslan Corvel).", [("Aslan Corvel", "bourgmestre")]),
        (
            "Mme Awa Corvel (suppléante : Mme Léa Estang) ;",
            [("Awa Corvel", ""), ("Léa Estang", "suppléante")],
        ),
        ("Séance du 3 mai\nRapporteur : M. Aslan Corvel\n", [("Aslan Corvel", "rapporteur")]),
        ("Le président : Aslan Corvel a la parole.", [("Aslan Corvel", "")]),
    ],
)
def test_a_function_before_a_colon_names_its_holder(people, text, told):
    assert roles(people, text) == told


def test_a_cell_beside_a_name_tells_the_function(people):
    text = "| Aslan Corvel | rapporteur | Chambre |\n"
    assert roles(people, text) == [("Aslan Corvel", "rapporteur")]


def test_a_title_with_an_article_may_stand_between_function_and_name(people):
    text = "Le ministre de la Mer, le docteur Aslan Corvel, vous répondra."
    assert roles(people, text) == [("Aslan Corvel", "ministre de la Mer")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le sénateur (PS) de la Drôme Aslan Corvel a", "sénateur de la Drôme"),
        ("La députée (La France verte) Awa Corvel a", "députée"),
        ("Le député LR Aslan Corvel a", "député LR"),
        ("La maire PS de Lorvel, Awa Corvel, a", "maire PS de Lorvel"),
        ("Le maire sortant LR Aslan Corvel a", "maire sortant LR"),
        ("Le maire (12 000 habitants) a reçu Awa Corvel", ""),
    ],
)
def test_a_party_may_part_a_function_from_what_belongs_to_it(people, text, role):
    assert [r for _, r in roles(people, text)] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "J'entends le préfet me dire cela. On nous oppose l'ancien préfet Aslan Corvel.",
        "Par décret du président de la République.\nM. Aslan Corvel, maire, président ;",
        "L'ancienne directrice du port est morte. La directrice du port, Awa Corvel, pleure.",
        "Concluez, monsieur le ministre.\n\nM. Aslan Corvel. – Nous attendons.",
    ],
)
def test_whoever_the_text_does_not_name_has_no_role_mention(people, text):
    assert [t for t in people(text) if t[3] == "role"] == []


def test_a_mairess_is_a_mayor(people):
    text = "La mairesse sortante Awa Corvel se présente. Les propos de la mairesse ont déplu."
    assert [t[:3] for t in people(text)] == [
        ("Awa Corvel", "Awa Corvel", "mairesse sortante"),
        ("mairesse", "Awa Corvel", "mairesse"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Garde des Sceaux, ministre de la Justice : Aslan Corvel\n",
            "garde des Sceaux, ministre de la Justice",
        ),
        ("Le greffier,\nsigné\nA. CORVEL\n", "greffier"),
        ("Aslan Corvel, arboriculteur à Lorvel, se plaint.", "arboriculteur à Lorvel"),
        ("La ministre de la Mer sur la question, Awa Corvel, se tait.", ""),
        (
            "Le rapporteur sur le projet de loi, Aslan Corvel, se tait.",
            "rapporteur sur le projet de loi",
        ),
    ],
)
def test_functions_of_registers_and_decrees(people, text, role):
    assert [r for _, r in roles(people, text)] == [role]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Le Premier ministre Aslan Corvel rit. L'ancien Premier ministre Luc Estang pleure. "
            "Le Premier ministre dort.",
            [("Premier ministre", "Aslan Corvel")],
        ),
        ("M. Aslan Corvel, conseiller d'État, parle. Le conseiller fédéral se tait.", []),
        ("« Non », a lancé le président du FK. Le patron, Aslan Corvel, remet une tournée.", []),
        ("Mme Awa Corvel, auteure, alerte Mme la ministre de la Mer sur ce point.", []),
    ],
)
def test_a_role_mention_is_the_one_who_holds_that_very_office(people, text, told):
    assert [(t[0], t[1]) for t in people(text) if t[3] == "role"] == told
