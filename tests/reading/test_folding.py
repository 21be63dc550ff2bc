import pytest
from hemicycle.folding import STRAIGHT, fold, straight, without_accents
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("KASSYM‑JOMART", "kassym-jomart"), ("L’ŒUVRE", "l'oeuvre"), ("Straße", "strasse"),
        ("Hœnig – Æsir", "hoenig - aesir"), ("ﬁn", "fin"), ("Abc", "abc"),
    ],
)  # fmt: skip
def test_folding(text, folded):
    assert fold(text) == folded


def test_accents_alone():
    assert without_accents("Août, ÉTÉ") == "Aout, ETE"


@given(st.text(st.characters(max_codepoint=0x33FF)))
def test_a_text_is_folded_as_each_of_its_characters_is(text):
    opened = straight(text).replace("œ", "oe").replace("Œ", "OE")
    opened = opened.replace("æ", "ae").replace("Æ", "AE")
    assert fold(text) == (text.lower() if text.isascii() else without_accents(opened).casefold())
    assert straight(text) == text.translate(STRAIGHT)
