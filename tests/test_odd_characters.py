"""No text makes a component raise, whatever characters it is made of."""

import pytest
from hemicycle.document import Document
from hemicycle.running.reader import Reader
from hemicycle.tables.registry import DOCUMENT_TABLES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

CONTROL = [chr(code) for code in (*range(1, 32), *range(127, 160))]
WHITE = list(" \t\n\u00a0\u1680\u2007\u2009\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")
MARKS = list(".,;:!?…'’ʼ\"«»“”‘()[]{}<>/\\|_=+-–—‐‑*&%‰€$£§°№#@^`~·•")
DIGITS = list("0123456789٣५²½Ⅷ①")
COMBINING = list("\u0300\u0301\u0327\u0345\u20dd\u3099\ufe0f\u200d")
EMOJI = list("😀👩🏽🇫🇷🌾")
LETTERS = list("aAéÉœßıİǅʰªﬁ字𝔽ا")
WORDS = ["le ", "la ", "M. ", "Mme ", "ministre ", "de ", "d’", "l'", "Aslan Corvel", "XIV", "du "]
ODD = st.sampled_from([*CONTROL, *WHITE, *MARKS, *DIGITS, *COMBINING, *EMOJI, *LETTERS, *WORDS])
ANY = st.characters(exclude_categories=["Cs"])
RUNS = st.builds(lambda piece, times: piece * times, ODD, st.integers(2, 70))
TEXT = st.lists(st.one_of(ODD, RUNS, ANY), min_size=1, max_size=14).map("".join)


@pytest.fixture(scope="module")
def reader(nlp):
    return Reader(nlp, DOCUMENT_TABLES)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
@example("." * 52)
@example("Chapitre premier " + "." * 61 + " 12")
@example("\x1c\x1d\x1e\x1f")
@example("Le \x1c maire \x1d Aslan \x1e Corvel \x1f a 3 \x1c euros.")
def test_no_text_raises(reader, text):
    [(_, rows)] = reader.read([Document("d", text, "p", "")])
    assert isinstance(rows, dict), rows.message


@pytest.mark.parametrize("length", range(40, 80))
def test_leaders_of_any_length_are_read(reader, length):
    [(_, rows)] = reader.read([Document("d", "." * length + "\nLe 12 mars 2026.", "p", "")])
    assert isinstance(rows, dict), rows.message
    assert len(rows["dates"]) == 1
