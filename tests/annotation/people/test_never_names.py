import pytest


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Ce n'est pas vrai, a dit la rapporteure pour avis. Ce fut long.", [("Ce", "PER")]),
        ("Mme la ministre Ce n'est rien.", [("Ce", "PER")]),
        ("Acte II : les enfants rentrent. Livre Ier du code civil.", [("Acte II", "PER")]),
        ("Une quarantaine de SDIS sont visés.", [("SDIS", "PER")]),
        ("Il préside le comité Consultatif national.", [("Consultatif", "PER")]),
        ("Ouh là là ! Bravo !", [("Ouh", "PER"), ("Bravo", "PER")]),
        ("La circulaire Corvel est au journal.", [("Corvel", "PER")]),
        ("SON EXCELLENCE VIENDRA. Son Altesse suit.", [("SON EXCELLENCE", "PER")]),
        ("Le fonds Corvel et le programme FRONTIÈRE.", [("Corvel", "PER")]),
        ("Mme la députée de Taschel votera.", [("Taschel", "PER")]),
        ("Après-demain, nous votons.", [("Après-demain", "PER")]),
        ("Le président de la région Val-de-Lys est là.", [("Val-de-Lys", "PER")]),
        ("MORLIEU, 24 sept. 2025 (ATI) – Les urnes ont parlé.", [("MORLIEU", "PER")]),
    ],
)
def test_what_names_nobody(names, text, entities):
    assert names(text, *entities) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur général d'Ardenergie parle.",
        "Nommé à la tête d'Ardenergie, il rit.",
    ],
)
def test_what_somebody_leads_is_nobody(names, text):
    assert names(text, ("Ardenergie", "PER")) == []


def test_a_byline_is_no_part_of_a_name(names):
    text = "Par Jeanne de Corvel, maire"
    assert names(text, ("Par Jeanne de Corvel", "PER")) == ["Jeanne de Corvel"]


def test_a_heading_does_not_run_into_the_next_line(names):
    text = "Rénovation du gymnase Awa-Corvel\nM. du Tertre présente le plan."
    assert names(text, ("Awa-Corvel\nM. du Tertre", "PER")) == ["du Tertre"]


def test_the_president_of_a_region_may_follow_it(names):
    text = "La présidente de la région Awa Corvel est là."
    assert names(text, ("Awa Corvel", "PER")) == ["Awa Corvel"]


def test_a_heading_in_capitals_goes_on_after_the_name(names):
    text = "M. CORVEL INVESTI PAR 337 VOIX CONTRE 173"
    assert names(text, ("CORVEL INVESTI", "PER")) == ["CORVEL"]


def test_words_of_address_of_neighbours_are_no_names(names):
    text = "Frau Corvel a raison, et Herr Aspern aussi."
    assert names(text, ("Frau Corvel", "LOC")) == ["Corvel", "Aspern"]


def test_an_exclamation_is_no_part_of_a_name(names):
    assert names("Bravo Aslan Corvel !", ("Bravo Aslan Corvel", "PER")) == ["Aslan Corvel"]


def test_a_pope_s_number_is_part_of_the_name(names):
    assert names("Le pape Pie XI a écrit.", ("Pie XI", "PER")) == ["Pie XI"]


def test_a_number_at_the_end_of_the_text_counts_nobody_at_its_beginning(names):
    text = "De Corvel, on sait qu'il parlera : ils sont une quarantaine"
    assert names(text, ("Corvel", "PER")) == ["Corvel"]
