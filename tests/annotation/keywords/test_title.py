import pytest
from hemicycle.annotation.keywords.title import (
    capital_lines,
    heading_end,
    in_small_letters,
    is_shouted,
    stands_in,
    title_end,
)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Mali : le pont rouvre.", "Mali"),
        ("Union européenne : un sommet", "Union européenne"),
        ("Le pont rouvre. Détail : aucun", ""),
        ("Le pont rouvre", ""),
        ("", ""),
    ],
)
def test_the_heading_stands_before_the_first_colon(text, heading):
    assert text[: heading_end(text)] == heading


def test_the_title_is_the_first_line_or_the_first_sentence():
    assert title_end("Le pont rouvre\nLa suite. La fin.", lambda: 25) == 14
    assert title_end("Le pont rouvre. La suite.", lambda: 16) == 16


def test_lines_in_capitals():
    text = "LE 65e ANNIVERSAIRE DE LA FÊTE\nSNCF\nLe texte de la SNCF"
    (line,) = capital_lines(text)
    assert text[slice(*line)] == "LE 65e ANNIVERSAIRE DE LA FÊTE"
    assert stands_in([line], 3)
    assert not stands_in([line], 40)


@pytest.mark.parametrize(
    ("word", "shouted"), [("RAPPORT", True), ("UNESCO", False), ("PIB", False)]
)
def test_a_common_word_in_capitals_is_shouted(word, shouted):
    assert is_shouted(word) is shouted


def test_a_line_in_capitals_is_shown_as_it_is_written_elsewhere():
    assert in_small_letters("VILLE DE ROCHEBRUN-SUR-VIRE") == "ville de Rochebrun-sur-Vire"
