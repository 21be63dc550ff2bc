import pytest
import spacy

from pipeline.annotation import kinds
from pipeline.annotation.keywords.component import KeywordFinder

TEXT = (
    "Sénégal : la réforme de l’irrigation divise les riziculteurs.\n"
    "La réforme de l’irrigation, présentée mardi, prévoit une redevance sur l’eau des canaux. Les "
    "riziculteurs de la vallée refusent cette redevance. « La redevance nous ruinera », dit une "
    "productrice de la vallée du fleuve. La réforme de l’irrigation sera votée en juin."
)


@pytest.fixture(scope="module")
def finder():
    kinds.register()
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sentences")
    component = KeywordFinder(12)
    return lambda text: component(nlp(text))._.keywords


def test_what_the_title_and_the_text_repeat_comes_first(finder):
    best = [keyword.keyword for keyword in finder(TEXT)][:5]
    assert "Sénégal" in best
    assert "réforme de l’irrigation" in best
    assert "riziculteurs" in best


def test_counts_and_ranks(finder):
    keywords = finder(TEXT)
    counts = {keyword.keyword: keyword.count for keyword in keywords}
    assert counts["redevance"] == 3
    assert counts["réforme de l’irrigation"] == 3
    assert [keyword.rank for keyword in keywords] == list(range(1, len(keywords) + 1))
    scores = [keyword.score for keyword in keywords]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


def test_words_of_no_content_and_verbs_are_none(finder):
    shown = {keyword.keyword.lower() for keyword in finder(TEXT)}
    assert not shown & {"cette", "nous", "mardi", "juin", "refusent", "prévoit", "sera"}


def test_a_part_that_never_stands_alone_is_none(finder):
    text = "Le marché couvert rouvre. Le marché couvert plaît. Le marché couvert ferme à midi."
    shown = [keyword.keyword for keyword in finder(text)]
    assert shown[0] == "marché couvert"
    assert "couvert" not in shown


@pytest.mark.parametrize("text", ["", " ", "\n", "Oui.", "… !", "1 2 3", "L’ d’ 😀"])
def test_little_text_gives_no_keyword_or_few(finder, text):
    assert len(finder(text)) <= 1


def test_not_more_than_asked():
    kinds.register()
    text = " ".join(f"Le projet{i} avance." for i in range(30))
    assert len(KeywordFinder(5)(spacy.blank("fr")(text))._.keywords) == 5
