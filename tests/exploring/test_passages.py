"""What queries find in texts: words, forms, patterns, words near each other."""

import pytest
from hemicycle.exploring.passages import QueryError, finder

TEXT = (
    "L’État finance la rénovation énergétique des écoles.\n"
    "Nous financerons l'école rurale, et les écoles d’Énergies nouvelles. Financer, oui.\n"
    "La dette de l’État"
)


def found(query, how="phrase", near=0, text=TEXT):
    return [text[start:end] for start, end in finder(query, how, near)(text)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("etat", ["État", "État"]),
        ("l'état", ["L’État", "l’État"]),
        ("Finance la rénovation", ["finance la rénovation"]),
        ("énerg*", ["énergétique", "Énergies"]),
        ("école rurale et les", ["école rurale, et les"]),
        ("la * énergétique", ["la rénovation énergétique"]),
        ("écoles nous", []),
        ("financ", []),
    ],
)
def test_phrases_without_capitals_and_accents(query, words):
    assert found(query) == words


def test_words_in_all_their_forms():
    assert found("financer", "lemma") == ["finance", "financerons", "Financer"]
    assert found("école", "lemma") == ["écoles", "école", "écoles"]
    assert found("financer l'école", "lemma") == ["financerons l'école"]


def test_a_plural_noun_is_no_form_of_a_verb():
    text = "Le ministère des Finances finance les finances locales."
    assert found("financer", "lemma", text=text) == ["finance"]
    assert found("finance", "lemma", text=text) == ["Finances", "finance", "finances"]


def test_patterns_stay_on_their_line():
    assert found(r"la \w+", "regex") == ["la rénovation", "La dette"]
    assert found(r"écoles\.\s+Nous|x*", "regex") == []


def test_words_near_each_other_in_any_order():
    assert found("rénovation état", near=3) == ["État finance la rénovation"]
    assert found("rénovation état", near=1) == []
    assert found("école financer", "lemma", near=1) == ["financerons l'école"]
    # They stand on one line, and each is a word of its own.
    assert found("rénovation nous", near=20) == []
    assert found("oui oui", near=1, text="oui, dit-il. Non. Oui oui !") == ["Oui oui"]


@pytest.mark.parametrize(("query", "how"), [("", "phrase"), (" ! ", "lemma"), ("(", "regex")])
def test_what_cannot_be_asked_is_said(query, how):
    with pytest.raises(QueryError):
        finder(query, how)


def test_long_texts_take_time_as_their_length(calls_of):
    def calls(size):
        text = "état finance " * size
        return calls_of(lambda: list(finder("finance état rien", near=3)(text)))

    assert calls(4000) < 5 * calls(1000)
