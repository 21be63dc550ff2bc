import pickle

import pytest
import spacy
from hemicycle.reading.tokenizer import LONGEST_PIECE, CuttingTokenizer, create_cutting_tokenizer
from hypothesis import given
from hypothesis import strategies as st

TOKENIZER = create_cutting_tokenizer()(spacy.blank("fr"))
PIECES = st.sampled_from(
    ["a", "M.", "l'", "...", "(", " ", "\n", "é", "\u0301", "😀", "«", "\u00a0"]
)
LONG = st.builds(lambda piece, times: piece * times, PIECES, st.integers(1, 300))


@given(st.lists(LONG, max_size=4).map("".join))
def test_the_tokens_give_back_the_text(text):
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize("piece", [*"'\"_=(<&*….-a7", "😀", "\u0301", ".'(\"_=<&*…!?;:,«»-"])
def test_no_piece_is_longer_than_what_is_looked_at_at_once(piece):
    text = piece * (3000 // len(piece))
    looked_at = []
    search = TOKENIZER.prefix_search
    TOKENIZER.prefix_search = lambda rest: looked_at.append(len(rest)) or search(rest)
    try:
        assert TOKENIZER(text).text == text
    finally:
        TOKENIZER.prefix_search = search
    assert max(looked_at) <= LONGEST_PIECE


def test_what_is_not_long_is_cut_as_ever():
    text = "M. Roux, aujourd’hui, à 8 h 30 : https://exemple.fr/a?b=c (arc-en-ciel)."
    plain = spacy.blank("fr")(text)
    doc = TOKENIZER(text)
    assert [(t.text, t.whitespace_, t.norm_) for t in doc] == [
        (t.text, t.whitespace_, t.norm_) for t in plain
    ]


def test_the_words_around_a_long_piece_are_read_as_ever():
    doc = TOKENIZER(f"M. Roux {'=' * 1000} av. J.-C.")
    alone = spacy.blank("fr")("M. Roux av. J.-C.")
    kept = [t for t in doc if "=" not in t.text]
    assert [(t.text, t.norm_) for t in kept] == [(t.text, t.norm_) for t in alone]


def test_it_goes_to_other_processes_and_with_the_pipeline(nlp):
    assert isinstance(pickle.loads(pickle.dumps(TOKENIZER)), CuttingTokenizer)
    assert isinstance(nlp.tokenizer, CuttingTokenizer)
    assert nlp.config["nlp"]["tokenizer"]["@tokenizers"] == "hemicycle_tokenizer"


def test_a_piece_behind_an_exception_is_split_by_its_patterns_once():
    tokenizer = create_cutting_tokenizer()(spacy.blank("fr"))
    looked_at = []
    search = tokenizer.suffix_search
    tokenizer.suffix_search = lambda rest: looked_at.append(rest) or search(rest)
    text = "M. Roux dit : « L'eau monte (vite). »"
    first = [token.text for token in tokenizer(text)]
    assert "vite" in looked_at
    looked_at.clear()
    assert [token.text for token in tokenizer(text)] == first
    assert not looked_at
