"""The page compares as `hemicycle compare` does."""

import csv
import dataclasses

import pytest
from hemicycle.exploring.comparing import COLUMNS, compare


def downloaded(page, path):
    with page.expect_download() as download:
        page.click("#download-compare")
    download.value.save_as(path)
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == list(COLUMNS)
    return rows


@pytest.mark.parametrize(
    ("run", "by", "a", "b"),
    [
        ("sitting", "group", "Vaubrune autrement", "Ensemble"),
        ("sitting", "speaker", "Basile Fontenoy", "Ysaline Maes"),
        ("page_path", "speaker", "Anne Sol", "Bruno Roc"),
        ("page_path", "parti", "Bleu", "Vert"),
    ],
)
def test_the_figures_are_those_of_the_command(tab, request, tmp_path, run, by, a, b):
    path = request.getfixturevalue(run)
    page = tab.open(path, f"#/compare?by={by}&a={a}&b={b}")
    one, other, differences = compare(path.parent, a, b, by=by)
    wanted = {(d.dimension, d.item): dataclasses.astuple(d)[2:] for d in differences}
    told = {
        (row[0], row[1]): tuple(map(float, row[2:])) for row in downloaded(page, tmp_path / "c")
    }
    assert told.keys() == wanted.keys() and wanted
    for key, figures in wanted.items():
        assert told[key] == pytest.approx(figures, abs=1.01e-4), key
    for side, told_of in zip((one, other), page.locator(".side").all(), strict=True):
        text = told_of.text_content()
        assert text.startswith(side.name)
        assert f"{side.documents} document" in text and f"{side.words} mots" in text
        assert not side.speeches or f"{side.speeches} intervention" in text


def test_sides_are_chosen_and_swapped(tab, page_path):
    page = tab.open(page_path, "#/compare?by=parti")
    names = page.locator(".side h2").all_text_contents()
    assert sorted(names) == ["Bleu", "Vert"]
    page.click("#swap")
    assert page.locator(".side h2").all_text_contents() == names[::-1]
    page.select_option("#compare-by", "speaker")
    assert page.locator(".side h2").all_text_contents() == ["Anne Sol", "Bruno Roc"]


def test_what_is_compared_leads_to_its_rows(tab, page_path):
    page = tab.open(page_path, "#/compare?by=parti&a=Vert&b=Bleu")
    tab.draw()
    page.locator(".compared").get_by_role("link", name="rail :").first.click()
    page.locator("#rows").wait_for()
    assert page.locator("#rows-filter").input_value() == "rail"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["#/compare?by=group", "#/search?q=millions"])
def test_no_barrier(tab, sitting, place, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    page = tab.open(sitting, place)
    if "search" in place:
        page.locator("#hit-count").wait_for()
    assert tab.barriers() == []


def test_nothing_is_cut_off_on_a_phone(tab, sitting):
    tab.page.set_viewport_size({"width": 360, "height": 740})
    for place in ("#/compare?by=group", "#/search?q=millions"):
        page = tab.open(sitting, place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
