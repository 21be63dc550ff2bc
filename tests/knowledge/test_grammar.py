"""The closed classes of French, asked for by their features."""

from __future__ import annotations

import pytest
from hemicycle.knowledge import grammar
from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.grammar import closed
from hemicycle.knowledge.lists import endings
from hemicycle.knowledge.made import WordSet
from hemicycle.knowledge.use import current, load_csv, using
from hemicycle.resources import ResourceError


def test_a_class_is_asked_for_by_its_features():
    articles = closed("determiner", kind="article", definite="yes")
    assert articles.words() == {"le", "la", "les", "l'"}
    assert closed("preposition", lemma=("de", "à"), number="plural").words() == {"des", "aux"}
    assert closed("preposition", lemma="de", definite="").words() == {"de", "d'"}


def test_a_form_has_a_line_for_each_reading():
    assert "leur" in closed("determiner") and "leur" in closed("pronoun")
    assert "des" in closed("determiner") and "des" in closed("preposition")


def test_sets_are_added_and_taken_apart():
    both = grammar.OF | grammar.TO
    assert both.words() == grammar.OF.words() | grammar.TO.words()
    assert ({","} | grammar.AND).words() == {",", "et"}
    assert (both - grammar.TO).words() == grammar.OF.words()


def test_each_knowledge_has_its_own_words():
    columns = "form,lemma,class,kind,gender,number,person,case,definite,tense"
    table = f"{columns}\nouais,et,coordinator,,,,,,,\n"
    own = Knowledge({"lexicons/grammar.csv": table}, "own")
    with using(own):
        assert grammar.AND.words() == {"ouais"}
    assert grammar.AND.words() == {"et"}


@pytest.mark.parametrize(
    "name", [name for name, value in vars(grammar).items() if isinstance(value, WordSet)]
)
def test_no_named_set_is_empty(name):
    assert getattr(grammar, name).words()


def test_no_two_named_sets_are_alike():
    named = [value.words() for value in vars(grammar).values() if isinstance(value, WordSet)]
    assert len(named) == len(set(named))


def test_the_table_has_no_line_twice():
    rows = [tuple(row.values()) for row in load_csv("lexicons", "grammar.csv")]
    assert len(rows) == len(set(rows))
    assert all(row["form"] == row["form"].lower() for row in load_csv("lexicons", "grammar.csv"))


def test_a_list_of_a_lexicon_asks_for_words_by_their_features():
    own = current().beside(
        {"lexicons/own.toml": '[a]\nwords = ["@preposition lemma=de|à definite=", "ça", "de"]\n'}
    )
    assert own.toml("lexicons", "own.toml") == {"a": {"words": ["de", "d'", "à", "ça"]}}


@pytest.mark.parametrize(
    "query", ["@determiner kind=nothing", "@nothing", "@determiner colour=red"]
)
def test_a_list_that_asks_for_no_word_is_told(query):
    own = current().beside({"lexicons/own.toml": f'words = ["{query}"]\n'})
    with pytest.raises(ResourceError, match=f"own.toml asks for {query}"):
        own.toml("lexicons", "own.toml")


def test_endings_are_those_of_the_knowledge_in_use():
    ends = endings("nouns", "plural")
    assert ends.end("chevaux") and not ends.end("cheval")
    with using(Knowledge({"lexicons/endings.toml": '[nouns]\nplural = ["al"]\n'}, "own")):
        assert ends.end("cheval")
