"""Which mentions share a sentence, whole or shown in parts."""

import pytest
from hemicycle.outputs import OutputError

from .conftest import amount, person, sector

PART = "mot " * 140


def test_people_of_a_sentence_shown_in_parts_are_together_as_far_as_it_reaches(corpus):
    names = [f"Ada{n} Verlin{n}" for n in range(8)]
    rows = [
        person(name, sentence=f"…{n} {PART}…", start=1000 + 100 * n) for n, name in enumerate(names)
    ]
    corpus.add("a", people=rows)
    pairs = corpus.aggregate().summary["people_together"]
    groups = [names[:3], names[3:6], names[6:]]
    wanted = {(a, b) for group in groups for a in group for b in group if a < b}
    assert {*zip(pairs["person"], pairs["other"], strict=True)} == wanted


def test_a_sentence_that_ends_in_three_dots_is_none_that_was_cut(corpus):
    corpus.add(
        "a",
        people=[
            person("Ada Verlin", sentence="Un…"),
            person("Joris Maes", sentence="…deux.", start=9),
        ],
    )
    assert not len(corpus.aggregate().summary["people_together"])


def test_an_amount_takes_the_sector_near_it_in_a_sentence_shown_in_parts(corpus):
    corpus.add(
        "a",
        amounts=[amount(2000, f"…a {PART}…", "count", "1", "1", "x")],
        sectors=[
            sector(1500, f"…b {PART}…", "A", "A01", "loin"),
            sector(1900, f"…c {PART}…", "B", "B05", "près"),
            sector(2010, "Une autre phrase.", "C", "C10", "autre"),
        ],
    )
    assert list(corpus.aggregate().amounts["sector"]) == ["près"]


def test_a_damaged_table_is_told_in_one_sentence(corpus):
    corpus.add("a", people=[person("Ada Verlin")])
    with (corpus.folder.documents / "a" / "people.csv").open("a") as handle:
        handle.write("a,cinq\n")
    with pytest.raises(OutputError, match="is damaged") as told:
        corpus.aggregate()
    assert "\n" not in str(told.value)
    assert not list(corpus.folder.root.glob(".partial-*"))
