"""The page as a file."""

import base64
import gzip
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hemicycle import report
from hemicycle.document import Failure
from hemicycle.report.content import gather
from hemicycle.report.heading import title_of
from hemicycle.report.page import build, labels, safe_json
from hemicycle.tables import registry
from sitting import write_sitting


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
    assert set(shown) == {table.name for table in registry.CORPUS_TABLES}
    assert shown["people"] == 3


def test_every_column_tells_what_it_means_in_both_languages(run_folder):
    told = [c["description"] for table in gather(run_folder)["tables"] for c in table["columns"]]
    assert len(told) > 100
    assert all(set(one) == {"en", "fr"} and one["en"] != one["fr"] for one in told)


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


ASSETS = Path(report.__file__).parent / "assets"
# What a test of the page's words takes to be one: t("name"), data-label="name".
WORD = re.compile(r'\bt\("([a-z0-9-]+)"|data-label="([a-z-]+)"')


def test_languages_have_the_same_words():
    french, english = labels()["fr"], labels()["en"]
    for part in ("page", "tables", "columns"):
        assert french[part].keys() == english[part].keys(), part
        assert all(map(str.strip, [*french[part].values(), *english[part].values()])), part
    for column, words in french["values"].items():
        assert words.keys() == english["values"][column].keys(), column
    # What the tables hold in French has English names beside.
    own = english["values"].keys() - french["values"].keys()
    assert own == {"theme", "subtheme", "sector"}


def test_every_word_of_the_page_has_a_label_and_is_used():
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.*")))
    known = labels()["fr"]["page"].keys()
    asked = {first or second for first, second in WORD.findall(code)}
    assert asked <= known, asked - known
    # Names that are put together, or stand in lists: each must stand in the code somewhere.
    made = {
        f"{start}{end}"
        for start, ends in (
            ("share-of-", ("words", "documents")),
            ("of-", ("words", "documents")),
            ("note-themes-", ("words", "documents")),
            ("note-over-time-", ("words", "documents")),
            ("note-", ("people", "sectors")),
        )
        for end in ends
    }
    assert made <= known
    unused = {name for name in known - asked - made if f'"{name}"' not in code}
    assert unused == set()


def test_no_two_scripts_name_the_same_thing():
    """They share one scope, where the later of two functions takes the place of the other."""
    named = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
    found = Counter(
        name for path in ASSETS.glob("*.js") for name in named.findall(path.read_text("utf-8"))
    )
    assert len(found) > 100
    assert {name for name, times in found.items() if times > 1} == set()


def test_every_table_column_and_value_has_a_name_in_each_language():
    tables = (registry.DOCUMENTS, *registry.CORPUS_TABLES)
    hidden = re.search(
        r"HIDDEN = new Set\(\[(.*?)\]",
        (ASSETS / "columns.js").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    unseen = {*re.findall(r'"(\w+)"', hidden[1]), "start_char", "end_char", "text", "sentence"}
    named_as = {"per": "unit_of_time"}
    for language, words in labels().items():
        assert {table.name for table in tables} <= words["tables"].keys()
        for table in tables:
            for column in table.columns:
                assert column.name in unseen or column.name in words["columns"], (
                    language,
                    table.name,
                    column.name,
                )
                where = "found_in" if column.name.endswith("_from") else column.name
                told = words["values"].get(named_as.get(where, where), {}).keys()
                assert set(column.choices) <= told, (language, table.name, column.name)


def test_topics_and_sectors_have_english_names():
    english = labels()["en"]["values"]
    assert english["theme"]["Énergie"] == "Energy"
    assert english["sector"]["Sylviculture et exploitation forestière"] == "Forestry and logging"
    assert len(english["sector"]) > 100
    assert all(all(names.values()) for names in english.values())


def test_a_corpus_is_called_by_what_its_documents_share():
    def title(*pairs):
        return title_of([{"source": source, "path": path} for source, path in pairs])

    assert title(("Sénat", "a/b.txt"), ("Sénat", "c/d.txt")) == "Sénat"
    assert title(("", "textes/2026/a.txt"), ("", "textes/2026/b.txt")) == "2026"
    assert title(("", "textes/lot.jsonl"), ("", "textes/lot.jsonl")) == "lot"
    assert title(("", "/a/x.txt"), ("", "b/y.txt")) == ""
    assert title(("", "https://exemple.org/a"), ("", "https://exemple.org/b")) == "exemple.org"
    assert title() == title(("", "a.txt"), ("", "b.txt")) == ""


def test_what_failed_is_told(tmp_path):
    folder = write_sitting(tmp_path / "outputs")
    folder.write_failures(
        [Failure("a.pdf", "", "ingest", "empty", f"Vide {n}.") for n in range(300)]
    )
    told = gather(folder)["failures"]
    assert (told["count"], len(told["rows"])) == (300, 200)
    assert told["rows"][0] == ["a.pdf", "", "Vide 0."]


def test_the_wheel_has_the_page(tmp_path):
    builder = pytest.importorskip("hatchling.builders.wheel")
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
