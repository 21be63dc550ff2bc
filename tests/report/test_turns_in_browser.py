"""Who speaks, as the page shows it: turns, reactions, filters, who spoke most."""

import csv
from collections import Counter

import pytest
from sitting import BASILE, HOSTILE_NAME, ODILE, TURNS

TEXT_OF_ROW = "#rows tbody tr"


def test_each_turn_stands_under_its_speaker(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    turns = page.locator("#text .turn")
    names = [ODILE, BASILE, "Ysaline Maes", HOSTILE_NAME, "Fontenoy"]
    assert turns.locator(".who b").all_text_contents() == names
    assert turns.nth(1).locator(".group").text_content() == "Vaubrune autrement"
    assert turns.nth(4).locator(".who").text_content() == "FontenoyVaubrune autrement"
    assert turns.nth(2).locator(".role").text_content() == "adjointe"
    assert turns.nth(2).locator(".manner").text_content() == "réponse"
    said = turns.locator(".said").all_text_contents()
    assert said == [f"{turn[0]}{turn[-1]}" for turn in TURNS]
    assert turns.locator(".label").all_text_contents()[2] == "MME MAES\n"


def test_headings_and_what_nobody_says_stand_outside_turns(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    assert page.locator("#text .agenda").all_text_contents() == [
        "Transports\nscolaires",
        "<b>Vœux</b>",
    ]
    assert page.locator("#text .outside").all_text_contents() == [
        "Conseil municipal de Vaubrune",
        "La séance est levée.",
    ]


def test_reactions_are_set_apart_and_marks_stay(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    reaction = page.locator("#text .reaction")
    assert reaction.all_text_contents() == ["(Applaudissements.)"]
    assert reaction.evaluate("element => getComputedStyle(element).fontStyle") == "italic"
    marks = page.locator("#text mark.amounts").all_text_contents()
    assert marks == ["12 millions d’euros", "3 millions d’euros", "5 millions d’euros"]
    page.uncheck("text=Réactions")
    assert page.locator("#text .reaction").count() == 0
    page.uncheck("text=Interventions")
    assert page.locator("#text .turn").count() == 0
    text = page.locator("#text").text_content()
    assert text.startswith("Conseil municipal de Vaubrune\n\nMme la maire. La parole")
    assert page.locator("#text mark.amounts").all_text_contents() == marks


def test_a_text_that_nobody_speaks_is_plain(tab, sitting):
    page = tab.open(sitting, "#/doc/note")
    assert page.locator("#text > *").count() == 0
    assert page.locator("#text").text_content() == "Une note."


@pytest.mark.parametrize(
    ("table", "words"), [("speeches", "Ysaline Maesadjointe"), ("reactions", "(Applaudissements.)")]
)
def test_a_row_leads_to_its_turn(tab, sitting, table, words):
    page = tab.open(sitting, f"#/table/{table}")
    row = page.locator(TEXT_OF_ROW).nth(2 if table == "speeches" else 0)
    row.locator("a.place").click()
    target = page.locator("#text .target")
    target.wait_for()
    assert target.text_content().startswith(words)
    assert target.evaluate("element => element === document.activeElement")


def test_a_filter_by_speaker_leaves_the_rows_of_the_speaker(tab, sitting):
    page = tab.open(sitting, "#/table/amounts")
    assert page.locator(TEXT_OF_ROW).count() == 3
    tab.filters()
    page.select_option("#filter-speaker", BASILE)
    assert page.locator(TEXT_OF_ROW).count() == 1
    assert "12 millions" in page.locator(TEXT_OF_ROW).text_content()
    assert page.locator("#status").text_content() == "1 document sur 2"
    page.click("nav.chips >> text=Interventions")
    page.locator("h1", has_text="Interventions").wait_for()
    # `M. Fontenoy` is the same person in the corpus.
    assert page.locator(TEXT_OF_ROW).count() == 2
    page.click("nav.chips >> text=Thèmes >> nth=0")
    page.locator("h1", has_text="Thèmes").wait_for()
    assert page.locator(TEXT_OF_ROW).count() == 2
    page.click("#reset")
    assert page.locator(TEXT_OF_ROW).count() == 5


def test_a_filter_by_group_leaves_the_rows_of_its_speeches(tab, sitting):
    page = tab.open(sitting, "#/table/amounts")
    tab.filters()
    page.select_option("#filter-group", "Ensemble")
    assert page.locator(TEXT_OF_ROW).count() == 1
    assert "3 millions" in page.locator(TEXT_OF_ROW).text_content()
    page.select_option("#filter-speaker", BASILE)
    assert page.locator(TEXT_OF_ROW).count() == 0
    page.select_option("#filter-group", "Vaubrune autrement")
    page.click("nav >> text=Vue d’ensemble")
    figures(page).first.wait_for(state="attached")
    assert page.locator("#filter-group").input_value() == "Vaubrune autrement"
    # A share is of what everyone says.
    assert told(page) == [[BASILE, "12", "2", "42,9"]]
    assert page.locator(".cards li", has_text="mots").nth(0).locator("b").text_content() == "12"


def figures(page):
    title = page.get_by_role("heading", name="Qui a le plus parlé", exact=True)
    return page.locator(".chart", has=title).locator("details tbody tr")


def told(page):
    return [row.locator("th, td").all_text_contents() for row in figures(page).all()]


def test_the_chart_has_the_figures_of_the_summary(tab, sitting, sitting_folder):
    with (sitting_folder.root / "summary" / "speakers.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["dimension"] == "speaker"]
    words, speeches = Counter(), Counter()
    for row in rows:
        words[row["group"]] += int(row["words"])
        speeches[row["group"]] += int(row["speeches"])
    page = tab.open(sitting)
    shown = {name: (int(n), int(times)) for name, n, times, _ in told(page)}
    assert shown == {name: (words[name], speeches[name]) for name in words}
    assert shown[BASILE] == (12, 2) and ODILE not in shown


def test_a_click_on_a_speaker_shows_what_is_said(tab, sitting):
    page = tab.open(sitting)
    page.locator(".chart details").nth(2).evaluate("element => element.open = true")
    figures(page).locator("a", has_text=BASILE).click()
    page.locator("h1", has_text="Interventions").wait_for()
    assert page.locator("#filter-speaker").input_value() == BASILE
    assert page.locator(TEXT_OF_ROW).count() == 2


def test_hostile_names_are_text(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    assert HOSTILE_NAME in page.locator("#text .who").nth(3).text_content()
    for place in ("#/", "#/table/speeches", "#/table/themes"):
        tab.open(sitting, place)
        tab.filters()
        page.select_option("#filter-speaker", HOSTILE_NAME)
    for place in (f"#/compare?by=speaker&a={HOSTILE_NAME}", "#/search?q=rien", "#/table/speeches"):
        tab.open(sitting, place)
        page.locator("main", has_text=HOSTILE_NAME).wait_for()
    assert page.evaluate("window.hurt") is None
    assert page.locator("main img, main script, main i, #filters img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["#/", "#/table/speeches", "#/doc/seance/speeches/117-195"])
def test_no_serious_barrier(tab, sitting, place, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    tab.open(sitting, place)
    assert tab.barriers() == []


def test_nothing_is_cut_off_on_a_phone(tab, sitting):
    tab.page.set_viewport_size({"width": 360, "height": 740})
    page = tab.open(sitting, "#/doc/seance")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
