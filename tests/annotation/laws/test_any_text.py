"""Texts of any characters: no rule raises, and every place holds what it says."""

import pytest
from hemicycle.annotation.laws.reader import read_laws
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import LAW_KINDS
from hypothesis import example, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "la loi n° 2004-575",
        "du 21 juin 2004",
        "de 1905",
        "articles L. 1",
        "art. 3, al. 2",
        "et L. 2",
        "du code civil",
        "de la Constitution",
        "49.3",
        "le décret «",
        "Paysage »",
        "(LAsi)",
        "LAsi",
        "l’arrêt",
        "C-311/18",
        "projet de loi",
        "(n° 12)",
        "directive (UE)",
        "2019/790",
        "loi sur le Parlement",
        "dite",
        "le 31 février 9999",
        "n°",
        "\n",
        "§ 1er",
        "à",
        "notamment ses articles",
        "²³",
        "١٢",
        "ŉ",
        "İ",
    ]
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14).map(" ".join)
COUNTRIES = st.sampled_from(["", "FR", "BE", "CH", "CA", "LU", "EU", "SN"])


@settings(max_examples=400, deadline=None)
@given(TEXT, COUNTRIES)
@example("article ² de la loi du ³ mai 2005 et l’article ١", "FR")
@example("la loi du ١ mai 2005, loi n° ", "FR")
@example("le décret «  » et le décret « a »", "")
@example("la loi n° 2004-575 du 21 juin 2004, dite «  », puis « a »", "FR")
def test_any_text_is_read(text, country):
    stop = 0
    for mention in read_laws(text, country):
        assert stop <= mention.start < mention.end <= len(text)
        assert mention.value.kind in LAW_KINDS
        assert mention.value.name.strip() == mention.value.name != ""
        assert "\n" not in mention.value.name + mention.value.article
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        stop = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        "article 1, ",
        "articles L. 1 du code civil et ",
        "loi de 1905 et ",
        "projet de loi relatif à la ",
    ],
)
def test_work_grows_as_the_text_does(piece, monkeypatch):
    calls = 0
    shape = Tokens.shape

    def counting(self, index, pattern):
        nonlocal calls
        calls += 1
        return shape(self, index, pattern)

    monkeypatch.setattr(Tokens, "shape", counting)
    read_laws(piece * 200, "FR")
    once, calls = calls, 0
    read_laws(piece * 400, "FR")
    assert calls <= 2.2 * once
