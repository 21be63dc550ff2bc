"""Which mentions share a sentence, whole or shown in parts."""

from hemicycle.aggregation.amounts import add_sectors
from hemicycle.aggregation.sentences import in_one_sentence, share_a_sentence
from hemicycle.reading.sentence_index import LONGEST_SHOWN

PART = "mot " * 140


def mention(start, sentence, **cells):
    return {"start_char": str(start), "end_char": str(start + 5), "sentence": sentence, **cells}


def test_a_whole_sentence_is_one_group():
    a, b, c = mention(0, "Un."), mention(9, "Un."), mention(20, "Deux.")
    assert list(in_one_sentence([a, b, c])) == [[a, b], [c]]


def test_parts_of_one_sentence_are_taken_together_as_far_as_they_reach():
    parts = [mention(start, f"…{start} {PART}…") for start in range(1000, 3000, 50)]
    groups = list(in_one_sentence(parts))
    assert [len(group) for group in groups[:-1]] == [LONGEST_SHOWN // 2 // 50] * (len(groups) - 1)
    assert len(groups) > 5


def test_a_sentence_that_ends_in_three_dots_is_none_that_was_cut():
    assert not share_a_sentence(mention(0, "Un…"), mention(9, "…deux."))
    assert share_a_sentence(mention(0, f"a {PART}…"), mention(90, f"…{PART} b"))
    assert not share_a_sentence(mention(0, f"a {PART}…"), mention(900, f"…{PART} b"))


def test_an_amount_takes_the_sector_near_it_in_a_sentence_shown_in_parts():
    def sector(start, name, sentence):
        return mention(start, sentence, section=name, division=name, sector=name)

    amount = mention(2000, f"…a {PART}…", low="1", high="1", modifier="")
    sectors = [
        sector(1500, "loin", f"…b {PART}…"),
        sector(1900, "près", f"…c {PART}…"),
        sector(2010, "autre", "Une autre phrase."),
    ]
    add_sectors([amount], sectors)
    assert amount["sector"] == "près"
