import pytest
from hemicycle.annotation.terms import TermFinder
from hemicycle.reading.reading import Reading
from hemicycle.reading.verbs import VerbPlaces


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("La dette s'élève à", "élève", True),
        ("L’élève parle", "élève", False),
        ("Maud Joncquet (PS) juge la facture", "juge", True),
        ("le juge la condamne", "juge", False),
        ("Mme Arzel juge que", "juge", True),
        ("Mme Arzel, juge à Lorient", "juge", False),
        ("la commune finance la cantine", "finance", True),
        ("la haute finance la redoute", "finance", False),
        ("ce qui transporte des", "transporte", True),
        ("Qui paie ?", "paie", True),
        ("la paie du mois", "paie", False),
        ("elle n'exclut pas", "exclut", True),
        ("les exclus d'hier", "exclus", False),
        ("Presse : la suite", "Presse", False),
        ("la banque la plus sûre", "banque", False),
    ],
)
def test_verbs_and_nouns(text, word, verb):
    start = text.index(word)
    assert VerbPlaces(Reading(text))[start, start + len(word)] is verb


def test_a_noun_of_a_lexicon_is_not_found_in_its_verb():
    finder = TermFinder()
    finder.add("élève", "P85")
    text = "La dette s'élève. L'élève lit."
    assert [text[one.start : one.end + 4] for one in finder.find(text)] == ["élève lit"]
