"""What the page hands out: rows and figures as CSV, charts as SVG and PNG."""

import csv
import re
import xml.etree.ElementTree as ET

import pytest
from hemicycle.outputs import csvfiles
from sitting import HOSTILE_NAME

SVG = "{http://www.w3.org/2000/svg}"


def downloaded(page, click, path):
    with page.expect_download() as download:
        click()
    download.value.save_as(path)
    return download.value.suggested_filename


@pytest.mark.parametrize("table", ["amounts", "people", "themes", "documents", "dates"])
def test_rows_are_those_of_the_file(tab, run_folder, page_path, tmp_path, table):
    page = tab.open(page_path, f"#/table/{table}")
    name = downloaded(page, lambda: page.click("#download-rows"), tmp_path / "rows.csv")
    assert name == f"{table}.csv".replace("_", "-")
    rows = list(csvfiles.read_rows(tmp_path / "rows.csv"))
    files = list(csvfiles.read_rows(run_folder.root / "corpus" / f"{table}.csv"))
    assert len(rows) == len(files) > 0
    for row, of_file in zip(rows, files, strict=True):
        common = row.keys() & of_file.keys()
        assert of_file.keys() - common <= {"sentence"}
        assert {name: row[name] for name in common} == {name: of_file[name] for name in common}


def test_rows_are_those_that_are_shown(tab, page_path, tmp_path):
    page = tab.open(page_path, "#/table/amounts?q=340")
    downloaded(page, lambda: page.click("#download-rows"), tmp_path / "rows.csv")
    assert [row["text"] for row in csvfiles.read_rows(tmp_path / "rows.csv")] == [
        "340 millions d’euros"
    ]


CELLS = [
    "=1+1", "+33", "-5 %", "@a", "a;=1+1", "d'abord la dette ; - puis", "'=1", "''=1", "\t=1",
    "a\n=1", "x | @y", "a, '-b", "＝1", "\u200b=1", "a \u00a0; \u2060'=1", "\ufeff-1", "1 - 2",
    "«=»", "", '"=1"', "\r", "un, deux", "\x1c+1", "a\x85=1",
]  # fmt: skip


def test_cells_are_shielded_as_in_the_files(tab, page_path):
    """The functions of the page give what ours give, cell by cell."""
    page = tab.open(page_path)
    source = re.search(
        r"(const UNSEEN.*?)// Hands a file", page_path.read_text(encoding="utf-8"), re.DOTALL
    )[1]
    told = page.evaluate(f"cells => {{ {source}; return cells.map(shield); }}", CELLS)
    assert told == [csvfiles.shield(cell) for cell in CELLS]
    line = page.evaluate(f"cells => {{ {source}; return csvOf([cells]); }}", CELLS)
    assert line == csvfiles.rows_to_csv(["string"] * len(CELLS), [CELLS])
    numbers = page.evaluate(f"() => {{ {source}; return [1e21, 1e-7, -0.5, 12].map(csvCell); }}")
    assert numbers == ["1" + "0" * 21, "0.0000001", "-0.5", "12"]


def chart(page, name):
    return page.locator(".chart", has=page.get_by_role("heading", name=name, exact=True))


def test_a_chart_is_a_picture_of_its_own(tab, page_path, tmp_path):
    page = tab.open(page_path)
    section = chart(page, "Secteurs")
    name = downloaded(
        page, lambda: section.get_by_role("button", name="SVG").click(), tmp_path / "chart.svg"
    )
    assert name == "secteurs.svg"
    picture = ET.parse(tmp_path / "chart.svg").getroot()
    texts = ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]
    assert texts[0] == "Secteurs" and "Transports" in texts
    written = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "var(--" not in written and "#/table" not in written and "<script" not in written


def test_hostile_names_are_text_in_pictures(tab, sitting, tmp_path):
    page = tab.open(sitting)
    section = chart(page, "Qui a le plus parlé")
    downloaded(
        page, lambda: section.get_by_role("button", name="SVG").click(), tmp_path / "chart.svg"
    )
    picture = ET.parse(tmp_path / "chart.svg").getroot()
    assert HOSTILE_NAME in ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]
    assert {element.tag for element in picture.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "rect", "text", "g", "a", "path", "line")
    }


def test_a_chart_is_a_png(tab, page_path, tmp_path):
    page = tab.open(page_path)
    section = chart(page, "Thèmes")
    downloaded(
        page, lambda: section.get_by_role("button", name="PNG").click(), tmp_path / "chart.png"
    )
    data = (tmp_path / "chart.png").read_bytes()
    assert data.startswith(b"\x89PNG") and len(data) > 5000


def test_the_figures_of_a_chart_are_csv(tab, page_path, tmp_path):
    page = tab.open(page_path)
    section = chart(page, "Secteurs")
    downloaded(
        page, lambda: section.get_by_role("button", name="CSV").click(), tmp_path / "chart.csv"
    )
    with (tmp_path / "chart.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[:2] == ["secteur", "mentions"]
    assert sorted(row[0] for row in rows) == ["Enseignement", "Transports", "Transports par eau"]


def test_print_leaves_out_what_cannot_be_pressed(tab, page_path):
    page = tab.open(page_path, "#/table/amounts")
    page.emulate_media(media="print")
    for unwanted in ("#rows-filter", "#filters-open", "nav.chips", ".top nav"):
        assert page.locator(unwanted).is_hidden(), unwanted
    assert page.locator("#rows").is_visible()
