"""Where the reader is stands in the address: links, back and forward, from disk."""

import pytest

ROWS = "#rows tbody tr"


def test_a_link_opens_the_same_view(tab, page_path):
    page = tab.open(page_path, "#/table/amounts?sort=value&order=desc&speaker=Anne+Sol&lang=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").text_content() == "Amounts"
    assert page.locator(ROWS).count() == 1
    assert page.locator("th[aria-sort=descending]").text_content().startswith("value")
    assert page.locator("#chosen").text_content() == "speaker : Anne Sol ×"
    tab.filters()
    assert page.locator("#filter-speaker").input_value() == "Anne Sol"


def test_every_choice_is_a_step_that_back_undoes(tab, page_path):
    page = tab.open(page_path)
    tab.filters()
    page.select_option("#filter-speaker", "Bruno Roc")
    page.click("nav >> text=Tableaux")
    page.locator("h1", has_text="Documents").wait_for()
    page.click("#sort-date")
    page.select_option("#language", "en")
    assert "speaker=Bruno+Roc" in page.url and "lang=en" in page.url
    page.go_back()
    page.locator("html[lang=fr]").wait_for()
    assert page.locator("th[aria-sort]").count() == 1
    page.go_back()
    page.locator("th[aria-sort]").wait_for(state="detached")
    page.go_back()
    page.locator(".masthead").wait_for()
    assert page.locator("#status").text_content() == "1 document sur 3"
    page.go_back()
    page.locator("#status", has_text="3 documents sur 3").wait_for()
    page.go_forward()
    page.locator("#status", has_text="1 document sur 3").wait_for()


def test_typing_is_no_step(tab, page_path):
    page = tab.open(page_path, "#/table/amounts")
    page.type("#rows-filter", "340")
    assert page.url.endswith("#/table/amounts?q=340")
    assert page.locator(ROWS).count() == 1
    page.reload()
    page.locator(ROWS).first.wait_for()
    assert page.locator("#rows-filter").input_value() == "340"
    assert page.locator(ROWS).count() == 1


def test_filters_go_along_and_what_belongs_to_a_view_does_not(tab, page_path):
    page = tab.open(page_path, "#/table/amounts?speaker=Anne+Sol&q=12&sort=value")
    page.click("nav.chips >> text=Secteurs")
    page.locator("h1", has_text="Secteurs").wait_for()
    assert page.url.endswith("#/table/sectors?speaker=Anne+Sol")


def test_a_filter_is_taken_away_where_it_is_named(tab, page_path):
    page = tab.open(page_path, "#/table/documents?from=2026-03&doc.parti=Bleu")
    assert page.locator(ROWS).count() == 2
    page.get_by_role("button", name="Enlever le filtre « De : mars 2026 »").click()
    assert page.locator("#chosen li").count() == 1
    assert page.url.endswith("#/table/documents?doc.parti=Bleu")
    page.click("#reset")
    assert page.locator(ROWS).count() == 3


@pytest.mark.parametrize(
    "place", ["#", "#/%", "#/table/%E0%A4%A", "#/doc/doc-0/people/9999?page=x"]
)
def test_no_address_breaks_the_page(tab, page_path, place):
    page = tab.open(page_path, place)
    assert page.locator("h1").count() == 1


def test_a_key_opens_what_a_bar_stands_for(tab, page_path):
    page = tab.open(page_path)
    tab.draw()
    chart = page.locator(".chart", has=page.get_by_role("heading", name="Secteurs", exact=True))
    bar = chart.get_by_role("link", name="Transports par eau : 1")
    bar.focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Secteurs").wait_for()
    assert page.locator(ROWS).count() == 1
    assert "ports" in page.locator(ROWS).text_content()


def test_filters_fold_and_rows_stand_on_the_first_screen(tab, page_path):
    for width, height in ((1366, 768), (390, 844)):
        tab.page.set_viewport_size({"width": width, "height": height})
        page = tab.open(page_path, "#/table/amounts")
        box = page.locator(ROWS).last.bounding_box()
        assert box["y"] + box["height"] < height
        assert page.locator("#filter-fields").is_hidden()


def test_the_current_table_is_in_sight_and_the_page_stays(tab, page_path):
    tab.page.set_viewport_size({"width": 390, "height": 300})
    page = tab.open(page_path, "#/table/keywords")
    box = page.locator("nav.chips [aria-current]").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.evaluate("scrollTo(0, 150)")
    page.evaluate("document.querySelector('#sort-rank').click()")
    assert page.evaluate("scrollY") == 150
