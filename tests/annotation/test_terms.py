import pytest
from hemicycle.annotation.terms import TermFinder, stands_in
from hemicycle.reading.content_words import keys_of


def found(text, *terms):
    finder = TermFinder()
    for term in terms:
        finder.add(term, term)
    return [(text[f.start : f.end], f.term) for f in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("les écoles", "école"),
        ("l’École", "école"),
        ("des énergies renouvelables", "énergie renouvelable"),
        ("la construction de nos logements", "construction de logements"),
        ("l'agroindustrie", "agro-industrie"),
        ("AGRO-INDUSTRIES", "agro-industrie"),
        ("les agricultrices", "agricultrice"),
        ("chez EDF", "EDF"),
        ("à La Poste", "La Poste"),
        ("ceux qui sont sans domicile", "sans domicile"),
        ("À la recherche d’un accord", "à la recherche"),
        ("d’urgence", "d'urgence"),
    ],
)
def test_inflected_forms_are_found(text, term):
    assert [t for _, t in found(text, term)] == [term]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("la filière malienne du coton", "filière du coton"),
        ("les politiques régionales de l'emploi", "politique de l'emploi"),
        ("une école nationale supérieure", "école supérieure"),
    ],
)
def test_whose_a_thing_is_may_stand_behind_its_noun(text, term):
    assert [t for _, t in found(text, term)] == [term]


def test_an_adjective_of_the_lexicon_stays_with_its_noun():
    text = "la politique européenne de l'emploi"
    assert found(text, "politique européenne", "emploi") == [
        ("politique européenne", "politique européenne"),
        ("emploi", "emploi"),
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("un poste à pourvoir", "La Poste"),
        ("un domicile", "sans domicile"),
        ("la recherche", "à la recherche"),
        ("la construction, les logements", "construction de logements"),
        ("la construction\nde logements", "construction de logements"),
        ("la construction lente de logements", "construction de logements"),
        ("la construction en Suisse de logements", "construction de logements"),
    ],
)
def test_what_only_looks_alike_is_not(text, term):
    assert found(text, term) == []


def test_the_longest_term_wins():
    text = "la banque alimentaire et la banque"
    assert found(text, "banque", "banque alimentaire") == [
        ("banque alimentaire", "banque alimentaire"),
        ("banque", "banque"),
    ]


def test_little_words_before_a_term_make_it_longer():
    text = "Le train part, il est en train de partir."
    assert found(text, "train", "en train") == [("train", "train"), ("en train", "en train")]


def test_stands_in():
    assert stands_in(["céréale", "tomber à l'eau"], keys_of("Les céréales poussent."))
    assert not stands_in(["céréale"], keys_of("Le théâtre rouvre."))


def test_a_term_needs_a_word():
    with pytest.raises(ValueError, match="no content word"):
        TermFinder().add("de la", 1)


@pytest.mark.parametrize(
    ("text", "term", "times"),
    [
        ("les féminicides", "féminicide", 1),
        ("un salarié, des salariés", "salarié", 2),
        ("une tempête, des tempêtes", "tempête", 2),
        ("les néo-ruralités", "néo-ruralité", 1),
    ],
)
def test_a_plural_is_found_whatever_the_dictionary_takes_it_for(text, term, times):
    assert len(found(text, term)) == times


@pytest.mark.parametrize(("text", "term"), [("le pays", "paie"), ("les cours", "cour")])
def test_a_word_that_ends_like_a_plural_is_none(text, term):
    assert found(text, term) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Une patrouille de la BAC est venue hier soir.", False),
        ("LE BAC APPROCHE ET LES LYCÉENS RÉVISENT", True),
        ("Le bac approche.", True),
    ],
)
def test_capitals_among_small_letters_are_an_acronym(text, is_found):
    assert bool(found(text, "bac")) == is_found
