import pytest
from hemicycle.folding import fold, without_accents


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
