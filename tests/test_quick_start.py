"""The pattern for the letters of French answers as spaCy's own do, for any word."""

import importlib
import pickle
import re
import sys
from functools import cache

import hemicycle
import pytest
from hemicycle.annotation.quick_start import (
    _FRENCH,
    _OTHER_CASE,
    FrenchPattern,
    french_only,
    quick_start,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.lang.fr.tokenizer_exceptions import TOKEN_MATCH

WHOLE = TOKEN_MATCH.__self__.pattern
FRENCH = FrenchPattern(WHOLE, french_only(WHOLE))


@cache
def whole():
    """The pattern itself, which takes seconds to compile."""
    return re.compile(WHOLE)


LETTERS = st.sampled_from("aàÂæçÉîœŸßlsdeux-–—‐‑'’ 1.·ªµ×øłЖλ语ıſK")
WORDS = st.lists(
    st.sampled_from(["anti", "la", "de", "l'", "-", "’", "Val", "entr", "yo", "près"])
    | st.text(LETTERS, max_size=4),
    max_size=6,
).map("".join)


@given(WORDS)
@example("arc-en-ciel")
@example("anti-inflation")
@example("Straße-en-l'Ÿ")
@example("Łódź-la-ж")
@settings(max_examples=500, deadline=None)
def test_a_word_gets_the_same_answer(word):
    assert bool(FRENCH.match(word)) == bool(whole().match(word))


@pytest.mark.parametrize("letters", [ALPHA, ALPHA_LOWER])
def test_the_letters_of_french_are_those_of_spacy(letters):
    whole, french = (re.compile(f"(?iu)[{part}]") for part in (letters, french_only(letters)))
    characters = [chr(code) for code in range(0x3000) if _FRENCH(chr(code))]
    assert len(characters) > 150
    assert [c for c in characters if bool(whole.match(c)) != bool(french.match(c))] == []


OTHERS = "".join(c for c in map(chr, range(0x110000)) if not _FRENCH(c))
STAND_INS = FRENCH._other_letter.sub("ø", OTHERS.translate(_OTHER_CASE))


def places(pattern, text):
    return {match.start() for match in re.finditer(f"(?iu){pattern}", text)}


@pytest.mark.parametrize("letters", [ALPHA, ALPHA_LOWER])
def test_another_letter_is_one_wherever_letters_are_asked_for(letters):
    different = places(f"[{letters}]", OTHERS) ^ places(f"[{french_only(letters)}]", STAND_INS)
    # One that is written no more, and a place where there is none.
    assert {OTHERS[place] for place in different} <= set("ƻ\u03a2")


def test_another_letter_is_spelled_as_the_same_letter_of_french_if_at_all():
    spelled = set(WHOLE.replace(ALPHA, "").replace(ALPHA_LOWER, ""))
    for letter in filter(str.isalpha, spelled):
        assert places(letter, OTHERS) == places(letter, STAND_INS)


def test_reading_french_does_not_compile_the_whole(monkeypatch):
    for name in [n for n in sys.modules if n.startswith("spacy.lang.fr")]:
        monkeypatch.delitem(sys.modules, name)
    with quick_start():
        found = importlib.import_module("spacy.lang.fr.tokenizer_exceptions").TOKEN_MATCH
    assert found("arc-en-ciel")
    assert not found("ಠ_ಠ")
    assert found("Łódź-la-ж")
    assert not found("«lui-même…")
    assert found.__self__.pattern == WHOLE
    assert pickle.loads(pickle.dumps(found))("arc-en-ciel")


def test_other_patterns_are_compiled_as_ever(monkeypatch):
    monkeypatch.setattr("hemicycle.annotation.quick_start._LONG", 1000)
    with quick_start():
        assert re.compile("a+") is re.compile("a+")
        assert isinstance(re.compile("(?iu)" + "b" * 1001), re.Pattern)
    assert re.compile.__module__ == "re"


def test_a_loaded_pipeline_keeps_the_pattern():
    token_match = hemicycle.load([]).tokenizer.token_match
    assert token_match.__self__.pattern == WHOLE
