import pytest
from hemicycle.annotation.quotes.marks import quoted_passages


def read(text):
    return [text[p.start : p.end] for p in quoted_passages(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit « oui » et “non”.", ["« oui »", "“non”"]),
        ('Elle dit "peut-être" deux fois, "oui".', ['"peut-être"', '"oui"']),
        ("« Il m'a dit “viens” hier »", ["« Il m'a dit “viens” hier »"]),
        ("« Il m'a dit « viens » hier »", ["« Il m'a dit « viens » hier »"]),
        ("« Un.\n\n« Deux.\n\n« Trois. » Fin.", ["« Un.\n\n« Deux.\n\n« Trois. »"]),
        ("« jamais fermé", []),
        ("fermé » sans ouverture « et », puis", ["« et »"]),
        ('un guillemet " seul\net un autre " ailleurs', []),
        ("", []),
    ],
)
def test_the_outermost_marks_make_a_passage(text, found):
    assert read(text) == found


def test_a_mark_left_open_does_not_swallow_the_document():
    text = "« ouvert " + "mot " * 3000 + "« fermé »"
    assert read(text) == ["« fermé »"]
