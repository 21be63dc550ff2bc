import re

from hemicycle.knowledge.use import load_toml
from hemicycle.reading.anchored import Anchored, openings
from hemicycle.reading.words import Words


def test_it_finds_what_the_pattern_finds_where_its_words_stand() -> None:
    text = "L’arrêté du maire, un arrêté-type et l'état civil ; ARRÊTÉ DU jour, demi-état"
    pattern = re.compile(r"\b(?:arrêté(?: du)?|état civil)\b", re.IGNORECASE)
    anchored = Anchored(pattern, openings(["arrêté", "État civil"]).__contains__)
    assert [m.span() for m in anchored.finditer(Words(text))] == [
        m.span() for m in pattern.finditer(text)
    ]


def test_what_stands_over_another_match_is_left_out() -> None:
    anchored = Anchored(re.compile("a a"), "a".__eq__)
    assert [m.span() for m in anchored.finditer(Words("a a a a"))] == [(0, 3), (4, 7)]


def test_offices_begin_as_it_is_said_that_they_do() -> None:
    titles = load_toml("lexicons", "titles.toml")
    first = tuple(titles["first_letters"])
    for pattern in titles["offices"] + titles["portfolios"]:
        optional = re.match(r"(?:\(\?:[^()]*\??\)\?)*", pattern)[0]
        heads = [pattern[len(optional) :], *re.findall(r"\(\?:([^()]*)\)\?", optional)]
        assert all(head.startswith(first) for head in heads), pattern
    words = titles["first_words"]
    assert all(re.match(rf"(?:\(\?:)?(?:{'|'.join(words)})", one) for one in titles["appointed"])
