from hemicycle.reading.phrases import Phrases

PHRASES = Phrases([(("garde", "des", "sceaux"), 1), (("garde",), 2), (("juge",), 3)])


def test_the_longest_phrase_comes_first():
    words = ["le", "garde", "des", "sceaux", "et", "le", "garde"]
    assert list(PHRASES.at(words, 1)) == [(4, 1), (2, 2)]
    assert PHRASES.match(words, 1) == 4
    assert PHRASES.match(words, 6) == 7


def test_where_none_begins():
    words = ["la", "garde"]
    assert PHRASES.match(words, 0) == 0
    assert PHRASES.match(words, 2) == 2
    assert PHRASES.match([], 0) == 0
    assert list(PHRASES.at(["sceaux"], 0)) == []


def test_a_phrase_may_not_run_out_of_the_text():
    assert PHRASES.match(["garde", "des"], 0) == 1


def test_what_phrases_begin_with():
    assert set(PHRASES) == {"garde", "juge"}
    assert "garde" in PHRASES
    assert "sceaux" not in PHRASES
    assert PHRASES.longest == 3
    assert Phrases([]).longest == 0
