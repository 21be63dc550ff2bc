import pytest
from hemicycle.annotation.surnames import is_surname
from hemicycle.annotation.terms import TermFinder


@pytest.mark.parametrize(
    ("text", "word", "surname"),
    [
        ("M. Boulanger vote", "Boulanger", True),
        ("Mme Boulanger vote", "Boulanger", True),
        ("Jules Ferry", "Ferry", True),
        ("le boulanger vote", "boulanger", False),
        ("Boulanger de père en fils", "Boulanger", False),
        ("Le Ferry part", "Ferry", False),
    ],
)
def test_what_stands_behind_a_name(text, word, surname):
    assert is_surname(text, text.index(word)) is surname


def test_a_surname_is_no_term():
    finder: TermFinder[str] = TermFinder()
    finder.add("boulanger", "C10")
    assert [found.start for found in finder.find("M. Boulanger et un boulanger")] == [19]
