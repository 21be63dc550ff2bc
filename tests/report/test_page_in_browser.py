"""The page as a reader has it: in a real browser, from disk."""

import re

import pytest
from hemicycle.report.content import gather
from hemicycle.report.page import DATA_FILE, build

TEXT_OF_ROW = "#rows tbody tr"


def names_in(page, chart):
    figures = page.locator(".chart", has=page.get_by_role("heading", name=chart, exact=True))
    return figures.locator("details tbody th").all_text_contents()


def test_the_overview_shows_every_chart(tab, page_path):
    page = tab.open(page_path)
    tab.draw()
    assert page.locator(".chart").count() == 8
    assert page.locator(".chart .drawing svg").count() == 8
    assert "3documents" in re.sub(r"\s", "", page.locator(".cards").text_content()).lower()
    assert names_in(page, "Nommés ensemble") == ["Anne Sol — Bruno Roc"]


def test_filters_change_figures_charts_and_tables(tab, page_path):
    page = tab.open(page_path)
    assert names_in(page, "Secteurs") == ["Enseignement", "Transports", "Transports par eau"]
    tab.filters()
    page.select_option("#filter-speaker", "Bruno Roc")
    assert page.locator("#status").text_content() == "1 document sur 3"
    assert names_in(page, "Secteurs") == ["Transports"]
    page.click("nav >> text=Tableaux")
    page.locator(TEXT_OF_ROW).first.wait_for()  # the page draws a view after its address changed
    assert page.locator(TEXT_OF_ROW).count() == 1
    page.click("#reset")
    assert page.locator(TEXT_OF_ROW).count() == 3
    page.select_option("#filter-from", "2026-03")
    assert page.locator(TEXT_OF_ROW).count() == 2
    page.select_option("#filter-theme", "Enseignement")
    assert page.locator(TEXT_OF_ROW).count() == 1
    page.click("#reset")
    page.fill("#filter-person", "Anne Sol")
    page.press("#filter-person", "Enter")
    assert page.locator(TEXT_OF_ROW).count() == 1
    page.click("#reset")
    page.select_option("#filter-parti", "Bleu")
    page.fill("#filter-search", "ECOLES")
    assert page.locator(TEXT_OF_ROW).count() == 1
    assert page.locator("#rows .context mark").text_content() == "écoles"


def test_tables_sort_and_filter(tab, page_path):
    page = tab.open(page_path, "#/table/amounts")
    assert page.locator("#row-count").text_content() == "2 lignes"
    page.click("#sort-value")
    assert page.locator("th[aria-sort=ascending]").text_content().startswith("valeur")
    assert "12 millions" in page.locator(TEXT_OF_ROW).first.text_content()
    page.click("#sort-value")
    assert "340 millions" in page.locator(TEXT_OF_ROW).first.text_content()
    page.fill("#rows-filter", "argent 12000000")
    assert page.locator(TEXT_OF_ROW).count() == 0
    page.fill("#rows-filter", "argent 12 millions")
    assert page.locator(TEXT_OF_ROW).count() == 1


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("people", "Bruno Roc"),
        ("amounts", "340 millions d’euros"),
        ("sectors", "rail"),
        ("keywords", "rail"),
        ("themes", "rail"),
    ],
)
def test_a_row_leads_to_its_place_in_the_text(tab, page_path, table, words):
    page = tab.open(page_path, f"#/table/{table}")
    row = page.locator(TEXT_OF_ROW, has_text="Discours rail").last
    row.locator("a.place").click()
    target = page.locator("#text .target")
    assert target.text_content() == words
    assert target.evaluate("mark => mark === document.activeElement")
    assert "doc-0" in page.url


def test_values_show_on_hover_and_by_keyboard(tab, page_path):
    page = tab.open(page_path, "#/doc/doc-0")
    page.hover("#text mark.amounts")
    assert "340" in page.locator("#tip").text_content()
    page.mouse.move(0, 0)
    assert page.locator("#tip").is_hidden()
    page.focus("#text mark[tabindex='0']")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Anne Sol"
    assert "Anne Sol" in page.locator("#tip").text_content()
    page.uncheck("text=Personnes")
    assert page.locator("#text mark.people").count() == 0


def test_hostile_text_is_text(tab, page_path):
    page = tab.open(page_path, "#/doc/doc-1")
    assert "<script>window.hurt = 1</script> <img" in page.locator("#text").text_content()
    assert "<script>" in page.locator("h1").text_content()
    for place in ("#/", "#/table/documents", "#/table/people", "#/%3Cscript%3E", "#/doc/<b>"):
        tab.open(page_path, place)
    assert page.evaluate("window.hurt") is None
    assert page.locator("main script, main img").count() == 0


def test_english_labels(tab, page_path):
    page = tab.open(page_path)
    page.select_option("#language", "en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="Themes over time").is_visible()
    assert page.locator("#status").text_content() == "3 of 3 documents"


def test_a_column_tells_what_it_means_in_the_language_of_the_page(tab, page_path):
    page = tab.open(page_path, "#/table/amounts")
    head = page.locator("#sort-kind")
    assert head.get_attribute("title") == "quelle sorte de montant"
    page.select_option("#language", "en")
    assert head.get_attribute("title") == "what sort of amount"


def test_the_themes_of_a_period_add_up_to_its_documents(tab, page_path):
    page = tab.open(page_path)
    page.select_option("#language", "en")
    chart = page.locator("section.chart", has=page.get_by_role("heading", name="Themes over time"))
    chart.locator("summary").click()
    filled = 0
    for row in chart.locator("tbody tr").all():
        documents, *shares = row.locator("td").all_text_contents()
        whole = sum(float(share.rstrip("%")) for share in shares)
        assert whole == pytest.approx(100 if int(documents) else 0, abs=0.5)
        filled += int(documents)
    assert filled == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["#/", "#/table/amounts", "#/doc/doc-0/people/27-36"])
def test_no_serious_barrier(tab, page_path, place, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    tab.open(page_path, place)
    assert tab.barriers() == []


def test_nothing_is_cut_off_on_a_phone(tab, page_path):
    tab.page.set_viewport_size({"width": 360, "height": 740})
    for place in ("#/", "#/table/amounts", "#/doc/doc-1"):
        page = tab.open(page_path, place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place


def test_data_beside_the_page(tab, run_folder, tmp_path):
    page, beside = build(gather(run_folder), most_bytes=1000)
    (tmp_path / "report.html").write_bytes(page)
    (tmp_path / DATA_FILE).write_bytes(beside)
    opened = tab.open(tmp_path / "report.html", "#/table/documents")
    assert opened.locator(TEXT_OF_ROW).count() == 3
    assert b"H4sI" not in page


def test_rows_that_are_less_sure_can_be_hidden(tab, page_path):
    page = tab.open(page_path, "#/table/people")
    every = page.locator(TEXT_OF_ROW).count()
    tab.filters()
    page.select_option("#filter-confidence", "0.9")
    assert page.locator(TEXT_OF_ROW).count() == every > 0
    page.select_option("#filter-confidence", "0.95")
    assert page.locator(TEXT_OF_ROW).count() == 0
    page.click("text=amounts" if page.locator("nav >> text=amounts").count() else "text=Montants")
    page.locator(TEXT_OF_ROW).first.wait_for()
    assert page.locator(TEXT_OF_ROW).count() == 2
