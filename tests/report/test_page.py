"""The page as a file."""

import base64
import gzip
import json
import re
import zipfile

import pytest
from hemicycle.kinds.registry import KINDS
from hemicycle.report.content import gather
from hemicycle.report.page import build, labels, safe_json
from hemicycle.tables import registry as tables


def test_the_page_is_one_file_without_addresses(run_folder, page_path):
    page = page_path.read_text(encoding="utf-8")
    assert sorted(p.name for p in run_folder.root.glob("report*")) == ["report.html"]
    assert page_path.stat().st_size < 3_000_000
    own = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "http://" not in own and "https://" not in own
    assert "default-src 'none'" in page and "'unsafe-eval'" not in page
    assert "window.hurt" not in page


def test_every_row_and_text_is_in_it(run_folder, page_path):
    page = page_path.read_text(encoding="utf-8")
    packed = re.search(r'id="data">([A-Za-z0-9+/=]*)</script>', page)[1]
    content = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert content["texts"] == [run_folder.read_document(f"doc-{n}").text for n in range(3)]
    shown = {table["name"]: len(table["document"]) for table in content["tables"]}
    assert set(shown) == {table.name for table in tables.CORPUS_TABLES}
    assert shown["people"] == 3


def test_offsets_are_those_of_browsers(run_folder):
    content = gather(run_folder)
    people = next(table for table in content["tables"] if table["name"] == "people")
    units = content["texts"][0].encode("utf-16-le")
    start, end = people["start"][1], people["end"][1]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Bruno Roc"


def test_a_large_corpus_goes_beside_and_is_cut_where_no_browser_would_hold_it(run_folder):
    page, beside = build(gather(run_folder), most_bytes=1000)
    assert beside.startswith(b'window.hemicycleData="H4sI')
    assert b"report.data.js" in page
    cut = gather(run_folder, most_characters=100)
    assert (len(cut["texts"]), cut["of"]) == (1, 3)
    assert {number for table in cut["tables"] for number in table["document"]} == {0}


def test_json_cannot_end_its_element():
    text = safe_json({"a": "</script><!--\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!--\u2028&"}


def test_languages_have_the_same_words_and_name_everything():
    french, english = labels()["fr"], labels()["en"]
    for part, words in french.items():
        assert words.keys() == english[part].keys(), part
    named = {table.name for table in tables.CORPUS_TABLES}
    assert named <= french["tables"].keys()
    kinds = {choice for kind in KINDS for one in kind.columns for choice in one.choices}
    told = {word for words in french["values"].values() for word in words}
    # TIMEX3 types are names of the standard.
    assert kinds - {"DATE", "TIME", "DURATION", "SET"} <= told


def test_the_wheel_has_the_page(tmp_path):
    builder = pytest.importorskip("hatchling.builders.wheel")
    from pathlib import Path

    root = Path(__file__).parent.parent.parent
    wheel = next(
        builder.WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"])
    )
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "hemicycle/report/assets/page.html",
        "hemicycle/report/assets/main.js",
        "hemicycle/report/vendor/plot.min.js",
        "hemicycle/report/vendor/plot.LICENSE",
        "hemicycle/models/report/fr.toml",
    } <= names
