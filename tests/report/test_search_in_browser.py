"""Search over the texts, as a reader has it."""

import csv
import dataclasses

import pytest
from hemicycle.exploring.searching import COLUMNS, search
from sitting import BASILE

HITS = "#results li"


def found(page):
    page.locator("#hit-count").wait_for()
    return page.locator(f"{HITS} .place").all_text_contents()


def test_words_are_shown_in_context_with_speaker_and_day(tab, sitting):
    page = tab.open(sitting, "#/search")
    page.fill("#search-query", "coutera")
    page.press("#search-query", "Enter")
    assert found(page) == ["coûtera", "coûtera"]
    first = page.locator(HITS).first.text_content()
    assert first.startswith("M. Basile Fontenoy. Le car 🚌 coûtera 12 millions")
    assert f"{BASILE} (Vaubrune autrement) · 10 janv. 2026 · seance" in first
    assert page.url.endswith("#/search?q=coutera")


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ('"MILLIONS D\'EUROS"', ["millions d’euros"] * 3),
        ("car millions", ["car", "millions", "millions", "millions"]),
        ('"car millions"', []),
        ("millio", []),
        ("applaud*", ["Applaudissements"]),
        ("voeux", ["Vœux"]),
        ("car absent", []),
        ("<script>", ["script", "script"]),
        ("(", []),
    ],
)
def test_queries(tab, sitting, query, places):
    page = tab.open(sitting, "#/search")
    page.fill("#search-query", query)
    page.press("#search-query", "Enter")
    if query == "(":
        assert page.locator("#results").text_content() == ""
    else:
        assert found(page) == places
    assert page.evaluate("window.hurt") is None


def test_a_hit_leads_to_its_place(tab, sitting):
    page = tab.open(sitting, "#/search?q=roulera")
    page.locator(f"{HITS} a.place").click()
    target = page.locator("#text .target")
    target.wait_for()
    assert target.text_content() == "roulera"
    assert page.locator("#within").input_value() == "roulera"
    page.click(".back a")
    assert found(page) == ["roulera"]


def test_filters_hold_for_what_is_found(tab, sitting):
    page = tab.open(sitting, "#/search?q=millions&group=Ensemble")
    assert found(page) == ["millions"]
    page = tab.open(sitting, f"#/search?q=millions&speaker={BASILE}")
    page.locator("#chosen", has_text=BASILE).wait_for()
    assert found(page) == ["millions"]


def test_it_finds_what_the_command_finds(tab, sitting, sitting_folder, tmp_path):
    page = tab.open(sitting, "#/search?q=%22millions+d'euros%22")
    found(page)
    with page.expect_download() as download:
        page.click("#download-hits")
    download.value.save_as(tmp_path / "hits.csv")
    with (tmp_path / "hits.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    hits = [dataclasses.astuple(hit) for hit in search(sitting_folder.root, "millions d'euros")]
    assert rows == [COLUMNS, *[tuple(map(str, hit)) for hit in hits]]
    assert len(rows) == 4
