"""Names among words of other languages, and words that are taken for names."""

from hemicycle.annotation.people.component import PeopleFinder


def names(text, *entities):
    located = []
    for surface in entities:
        start = text.find(surface)
        located.append((start, start + len(surface), "PER"))
    return [text[m.start : m.end] for m in PeopleFinder().mentions(text, sorted(located))]


def test_titles_of_other_languages_are_no_part_of_a_name():
    text = "Minister Pierre Corvel: Bovendien is het tijd, mevrouw Vandorvel."
    found = names(text, "Minister Pierre Corvel", "Bovendien")
    assert found == ["Pierre Corvel", "Vandorvel"]


def test_in_a_foreign_line_the_recogniser_alone_shows_nobody():
    text = "Defensie heeft het geld niet, en de vraag is of er iets van komt.\nCorvel parle."
    assert names(text, "Defensie", "Corvel") == ["Corvel"]


def test_a_surname_of_the_text_is_read_in_a_foreign_line():
    text = "M. Paul Corvel parle.\nGisteren heeft Corvel het niet gezegd en dat is niet de vraag."
    assert names(text, "Paul Corvel", "Corvel het")[0] == "Paul Corvel"
    entity = text.rfind("Corvel")
    found = PeopleFinder().mentions(text, [(3, 14, "PER"), (entity, entity + 6, "PER")])
    assert [m.value.name for m in found] == ["Paul Corvel", "Paul Corvel"]


def test_an_infinitive_and_a_product_are_nobody():
    assert names("Les objectifs Organiser les soins, puis Corvel.", "Organiser") == []
    assert names("Le corpus ZORVEX est décrit dans ce texte.", "ZORVEX") == []
    assert names("Elle bat la tête de série Awa Corvel.", "Awa Corvel") == ["Awa Corvel"]
