import pytest

from pipeline.annotation.keywords.title import heading_end, title_end


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
    assert title_end("Le pont rouvre\nLa suite. La fin.", 25) == 14
    assert title_end("Le pont rouvre. La suite.", 16) == 16
