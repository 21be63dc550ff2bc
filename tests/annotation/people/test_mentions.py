import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La parole est à M. Corvel, puis à Mme Dasnière.", ["Corvel", "Dasnière"]),
        ("La parole est à M.\u00a0Corvel.", ["Corvel"]),
        (
            "Selon J. de Courlay, l'avion du président Estang est parti.",
            ["J. de Courlay", "Estang"],
        ),
        ("MM. Corvel, Estang et Le Brix ont voté.", ["Corvel", "Estang", "Le Brix"]),
        (
            "Me Ildut Kerbrac plaidera, et le Dr Ansoumane Bérété aussi.",
            ["Ildut Kerbrac", "Ansoumane Bérété"],
        ),
        ("Mgr Tavernol et le général Adrien Mosk.", ["Tavernol", "Adrien Mosk"]),
        ("Monsieur le Président Aslan Corvel, mes chers collègues,", ["Aslan Corvel"]),
        ("Je remercie M. Lyon et Mme Rivière.", ["Lyon", "Rivière"]),
        ("Lucienne BARTHOLY-ROUX prend la parole.", ["Lucienne BARTHOLY-ROUX"]),
        ("L’avis de M. N’Dolo et de Mme O’Halley.", ["N’Dolo", "O’Halley"]),
        ("Selon L. Bartholy et J.-L. Roux, il est tard.", ["L. Bartholy", "J.-L. Roux"]),
        ("M. de Courlay et M. d'Ostrevent sont absents.", ["de Courlay", "d'Ostrevent"]),
        ("Le ministre Jean de Courlay a répondu.", ["Jean de Courlay"]),
        ("La ministre de la Justice Nadia Corvel a répondu.", ["Nadia Corvel"]),
        ("le président du Burkina Faso Idrissa Ouattarabé", ["Idrissa Ouattarabé"]),
        (
            "le Français Jules Corvel et la Kazakhe Aïgul Serikbaïeva",
            ["Jules Corvel", "Aïgul Serikbaïeva"],
        ),
        ("Hier Karim Bensaïd a parlé.", ["Karim Bensaïd"]),
        ("Sa femme Ondine et son frère Malo étaient là.", ["Ondine", "Malo"]),
        ("Toomas Rebasekivi, 54 ans, maire de Tartu", ["Toomas Rebasekivi"]),
        ("On convoque ici MARCEAU, puis AUBERVAL et quelques autres.", ["MARCEAU", "AUBERVAL"]),
        ("La députée du parti JANA SORELLE a été blessée hier soir.", ["JANA SORELLE"]),
        ("LETTRE OUVERTE À MADAME ÉLODIE VASQUIN", ["ÉLODIE VASQUIN"]),
        ("Son Excellence Monsieur Kouakou YOBOUÉ est arrivé.", ["Kouakou YOBOUÉ"]),
        ("AFFAIRE BENCHEIKH c. FRANCE", ["BENCHEIKH"]),
        ("l'ancien ministre de Jean Aubelle Maria Sternik", ["Jean Aubelle", "Maria Sternik"]),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(names, text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Il habite rue Victor-Marchal, près du lycée Jean-Mérin.",
        "L'avenue du Général-Mosk mène à l'aéroport Adrien-Mosk.",
        "La loi Corvel et l'affaire Estang occupent Matignon.",
        "Bercy et l'Élysée se taisent ; le Kremlin aussi.",
        "Les Français et les Québécois votent dimanche.",
        "© Akorda",
        "Vers 3 000 av. J.-C., le fleuve changea de lit.",
        "M. le président. La séance est ouverte.",
        "Le Président de la République a signé.",
        "",
        "\u0301\ud83d\ude00 ’ ' - « »".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
def test_streets_bodies_and_offices_are_nobody(names, text):
    assert names(text) == []


def test_the_model_alone_is_believed_for_a_plain_name(names):
    text = "Tokbergenov a signé le décret."
    assert names(text, ("Tokbergenov", "PER")) == ["Tokbergenov"]
    assert names("La ville de Tokbergen est loin.", ("Tokbergen", "LOC")) == []


def test_a_surname_is_a_person_where_its_full_name_is_one(names):
    text = "Aslan Mirzakoul est venu. Pour Mirzakoul, rien ne presse."
    assert names(text) == ["Aslan Mirzakoul", "Mirzakoul"]


def test_a_street_named_after_a_person_of_the_text_stays_a_street(names):
    text = "Jeanne Mérin inaugure la rue Jeanne Mérin."
    assert names(text) == ["Jeanne Mérin"]


def test_a_quoted_title_is_no_person_on_the_word_of_the_model(names):
    assert names('Le film "Corvalia" est long.', ("Corvalia", "PER")) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_typography_changes_nothing(names, apostrophe, space):
    text = f"M.{space}d{apostrophe}Ostrevent et Mme{space}N{apostrophe}Dolo"
    assert names(text) == [f"d{apostrophe}Ostrevent", f"N{apostrophe}Dolo"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kerdonval a quitté la réunion avant la fin.", "Kerdonval"),
        ("Un proche de Xabin Goikoez évoque une erreur.", "Xabin Goikoez"),
        ("L'amendement Sauvage a été rejeté.", "Sauvage"),
        ("Le camp Vandeput accuse.", "Vandeput"),
        ("Soo-min Cheongha arrive demain.", "Soo-min Cheongha"),
    ],
)
def test_what_people_do_and_own_outweighs_the_model(names, text, name):
    assert names(text, (name, "LOC")) == [name]


@pytest.mark.parametrize("text", ["Matignon se tait.", "Elle siège au Conseil.", "Londres dirige."])
def test_seats_of_power_and_pronouns_may_act_too(names, text):
    assert names(text) == []


def test_a_name_may_be_broken_over_a_line(names):
    text = "Le texte défendu hier soir devant la commission par Adrien\nMoskowa a été adopté."
    assert names(text) == ["Adrien\nMoskowa"]
    assert names("Adrien\nMoskowa") == []


def test_each_name_of_a_list_in_capitals_keeps_its_particle(names):
    text = "Présents : MM. VASSEUR, LE GALLOUDEC et D'ALMEIDA."
    assert names(text) == ["VASSEUR", "LE GALLOUDEC", "D'ALMEIDA"]


def test_a_new_holder_is_nobody_who_held_it_before(people):
    text = "M. Aslan Corvel, ancien président du Conseil, s'est tu. Le nouveau président rit."
    assert [kind for _, _, _, kind in people(text)] == ["name"]


def test_a_minister_is_not_the_head_of_state_he_speaks_of(people):
    text = "Le ministre de la Mer, Jean Corvel, a parlé d'un engagement du chef de l'État."
    assert [kind for _, _, _, kind in people(text)] == ["name"]


def test_columns_part_names(names):
    text = "Le Directeur,                  Le Bourgmestre,\nF. CORVEL               Th. ESTANG"
    entity = (text[text.index("F. C") :], "PER")
    assert names(text, entity) == ["F. CORVEL", "Th. ESTANG"]


def test_an_article_and_a_function_are_no_name(people):
    text = "M. Aslan Corvel, Bourgmestre-Président, ouvre la séance.\nLe Bourgmestre répond."
    told = people(text, ("Le Bourgmestre", "PER"))
    assert [t[1] for t in told if t[3] == "name"] == ["Aslan Corvel"]
    assert ("Bourgmestre", "Aslan Corvel", "bourgmestre", "role") in told


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Veuillez conclure, monsieur le ministre.", ("Veuillez", "PER")),
        ("LSAP. Le parti regrette ce choix, et la majorité aussi.", ("LSAP", "ORG")),
        ("Elle est déléguée auprès de l'intercommunale Lorvadel.", ("Lorvadel", "ORG")),
        ("MM. Corvel et Estang, Échevins", ("Échevins", "PER")),
    ],
)
def test_these_are_no_persons(names, text, entity):
    assert entity[0] not in names(text, entity)


def test_a_comrade_of_the_party_is_a_person(names):
    text = "« Assez », renchérit sa camarade de parti Awa Corvel."
    assert names(text, ("Awa Corvel", "ORG")) == ["Awa Corvel"]


def test_a_german_particle_opens_the_line_of_a_list(names):
    text = "Membres :\n- von Aspern Christophe, ingénieur"
    assert names(text, ("Aspern Christophe", "PER")) == ["von Aspern Christophe"]


@pytest.mark.parametrize(
    ("text", "found", "entity"),
    [
        ("Le Premier ministre Cheikh Tidiane Corvel dort.", ["Cheikh Tidiane Corvel"], None),
        ("Mme Awa Corvel, née Lheureux, dort.", ["Awa Corvel"], ("Lheureux", "PER")),
        ("Le patron du groupe chimique Lorvadis dort.", [], ("Lorvadis", "ORG")),
        ("Le président du groupe socialiste Corvel dort.", ["Corvel"], ("Corvel", "PER")),
        ("On vote.\nM. Laurent Corvel : oui.", ["Laurent Corvel"], None),
        ("On vote.\nS. Corvel : oui.", ["S. Corvel"], ("S. Corvel", "PER")),
        (
            "Guillaume Delvaud-Roy perd. Il votera Delvaud.",
            ["Guillaume Delvaud-Roy", "Delvaud"],
            None,
        ),
    ],
)
def test_where_a_name_begins_and_what_is_none(names, text, found, entity):
    assert names(text, *([entity] if entity else [])) == found
