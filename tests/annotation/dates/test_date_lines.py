"""Days that are counted from the date line they stand behind, and what a blank line parts."""

from datetime import date

from hemicycle.annotation.dates.reader import read_dates


def values(text, today=date(2018, 4, 2)):
    return [mention.value.value for mention in read_dates(text, today, "FR")]


def test_a_date_line_is_the_day_of_its_paragraph():
    text = "3 mars 2018. – Le vote aura lieu demain.\nLe débat aura lieu demain."
    assert values(text) == ["2018-03-03", "2018-03-04", "2018-04-03"]


def test_a_place_may_stand_before_it():
    assert values("Dakar, le 12 mars 2018 – Elle siégera demain.") == ["2018-03-12", "2018-03-13"]


def test_a_date_in_a_sentence_is_none():
    assert values("Le 12 mars 2018 - jour de foire - elle dit : demain.")[-1] == "2018-04-03"
    assert values("Depuis le 12 mars 2018, elle dit : demain.")[-1] == "2018-04-03"


def test_no_expression_goes_on_behind_a_blank_line():
    assert values("Bilan de la semaine\n\n3 mars 2018. – Rien.") == ["2018-03-03"]


def test_the_paragraph_may_begin_behind_its_line():
    text = "3 mars 2018. –\nElle sort aujourd'hui.\nElle rentre demain."
    assert values(text) == ["2018-03-03", "2018-03-03", "2018-04-03"]


def test_an_hour_may_stand_in_the_line():
    assert values("3 mars 2018, 09 h 53 UTC. – Elle vote demain.")[-1] == "2018-03-04"
