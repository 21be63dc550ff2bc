import json
from decimal import Decimal

import hemicycle
import pandas as pd
import pytest
from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.outputs import OutputError, OutputFolder
from hemicycle.outputs.datapackage import write_datapackage

PEOPLE = [
    ["d", "0", "3", "Nan", "Nan parle.", "", "", "Nan", "", "", "name", "0.55"],
    ["d", "4", "8", "null", "x", "", "", "null", "-maire", "", "name", "0.9"],
    ["d", "9", "10", "=", "=1+1", "", "", "007", "", "", "name", "0.9"],
]
DATES = [
    ["d", "0", "4", "2025", "s", "", "", "DATE", "2025", "", "2025-01-01", "2025-12-31"],
    ["d", "5", "9", "XXXX", "s", "", "", "DATE", "XXXX-07-14", "", "", ""],
]
AMOUNTS = [
    [
        "d",
        "0",
        "4",
        "t",
        "s",
        "",
        "",
        "money",
        "62000000000",
        "62000000000",
        "",
        "USD",
        "",
        "more_than",
        *[""] * 7,
        "1",
    ],
    [
        "d",
        "5",
        "9",
        "t",
        "s",
        "",
        "",
        "percent",
        "-1.5",
        "-1.5",
        "-1.5",
        "%",
        *[""] * 6,
        "2025",
        "at",
        "0",
        "0.9",
    ],
]
KEYWORDS = [["d", "", "", "null", "0.5", "1", "3"], ["d", "", "", "NA", "0.25", "2", "1"]]


@pytest.fixture(scope="module", params=[False, True], ids=["csv", "excel"])
def outputs(tmp_path_factory, request):
    """A folder that tests only read."""
    root = tmp_path_factory.mktemp("outputs")
    folder = OutputFolder(root, excel=request.param)
    folder.prepare()
    meta = {"parti": "=cmd", "doc_id": "hidden", "=HYPERLINK()": "x"}
    document = Document("d", "Texte", "p", "h", title="NA", metadata=meta)
    empty = {name: [] for name in ("sectors", "themes")}
    folder.write_document(
        document,
        {"people": PEOPLE, "dates": DATES, "amounts": AMOUNTS, "keywords": KEYWORDS, **empty},
    )
    folder.write_failures([])
    aggregate(folder)
    write_datapackage(folder)
    return root


def test_strings_stay_strings(outputs):
    frames = hemicycle.read(outputs)
    assert frames.people["name"].tolist() == ["Nan", "null", "007"]
    assert frames.people["role"].tolist() == ["", "-maire", ""]
    assert frames.people["sentence"].tolist()[2] == "=1+1"
    assert frames.keywords["keyword"].tolist() == ["null", "NA"]
    assert frames.documents["title"].tolist() == ["NA"]
    assert frames.documents["parti"].tolist() == ["=cmd"]
    assert frames.documents["=HYPERLINK()"].tolist() == ["x"]
    assert frames.people["name"].isna().sum() == 0


def test_numbers_and_dates_are_typed(outputs):
    frames = hemicycle.read(outputs)
    assert frames.amounts["value"].tolist() == [62e9, -1.5]
    assert str(frames.amounts["value"].dtype) == "Float64"
    assert frames.amounts["high"].isna().tolist() == [True, False]
    assert str(frames.people["start_char"].dtype) == "Int64"
    assert pd.api.types.is_datetime64_any_dtype(frames.dates["begin"])
    assert frames.dates["end"].dt.year.tolist()[0] == 2025
    assert frames.dates["begin"].isna().tolist() == [False, True]
    assert frames.dates["value"].tolist() == ["2025", "XXXX-07-14"]
    assert pd.api.types.is_datetime64_any_dtype(frames.documents["date"])


def test_a_document_with_its_mentions(outputs):
    frames = hemicycle.read(outputs)
    assert "laws" in frames.highlight("d").labels
    with pytest.raises(OutputError, match=r"themes is no table of mentions; name .*people"):
        frames.highlight("d", "themes")
    shown = frames.highlight("d", "people", "dates")
    assert shown.mentions == ((0, 3, "people"), (4, 8, "people"), (9, 10, "people"))
    assert "3 mentions" in repr(shown)
    with pytest.raises(OutputError):
        frames.highlight("x")


def test_notebooks_show_text_as_text():
    from hemicycle.notebook.highlighting import Highlighted

    page = Highlighted("<b>Anne</b> Sol", ((3, 7, "people"),), ("people",))._repr_html_()
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "people" in page


def test_frames_show_what_they_hold(outputs):
    assert "<td>3</td>" in hemicycle.read(outputs)._repr_html_()


def test_empty_tables_have_their_columns(outputs):
    frames = hemicycle.read(outputs)
    assert list(frames.sectors.columns)[-1] == "confidence"
    assert len(frames.sectors) == 0
    assert "1 documents" in repr(frames)


def test_summaries_count_what_another_way_counts(outputs):
    frames = hemicycle.read(outputs)
    counted = frames.people.groupby("name").size().to_dict()
    people = frames.counts("people")
    assert dict(zip(people["person"], people["mentions"], strict=True)) == counted
    assert sorted(frames.counts("amounts")["lowest"]) == [-1.5, 62e9]
    assert not {"dimension", "group", "period"} & set(people.columns)
    speakers = frames.counts("people", "speaker", by_period=True)
    assert speakers["mentions"].sum() == len(frames.people)
    assert {"group", "period"} <= set(speakers.columns)


def test_a_grouping_that_was_not_made_is_told(outputs):
    frames = hemicycle.read(outputs)
    with pytest.raises(OutputError, match=r"no summary 'timeline'.*there are people"):
        frames.counts("timeline")
    with pytest.raises(OutputError, match=r"by 'parti'; it is by corpus, speaker, document"):
        frames.counts("people", "parti")


def test_plain_pandas_reads_every_file(outputs):
    excel = (outputs / "corpus" / "people.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    dialect = {"sep": ";", "decimal": ","} if excel else {}
    for path in outputs.rglob("*.csv"):
        pd.read_csv(path, **dialect)
    amounts = pd.read_csv(outputs / "corpus" / "amounts.csv", **dialect)
    assert amounts["value"].tolist() == [62e9, -1.5]


def test_the_data_package_describes_every_corpus_file(outputs):
    package = json.loads((outputs / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"]: resource for resource in package["resources"]}
    for path in [*outputs.glob("corpus/*.csv"), *outputs.glob("summary/*.csv")]:
        resource = described[path.relative_to(outputs).as_posix()]
        names = [field["name"] for field in resource["schema"]["fields"]]
        header = path.read_text(encoding="utf-8-sig").split("\n")[0]
        assert header.replace("'=", "=") == resource["dialect"]["delimiter"].join(names)
        assert "\n=" not in header and f"{resource['dialect']['delimiter']}=" not in header
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_a_folder_without_a_run_is_said(tmp_path):
    with pytest.raises(OutputError, match="no finished run"):
        hemicycle.read(tmp_path)


def test_plain_numbers():
    from hemicycle.tables.registry import plain_number

    assert plain_number(Decimal("6.2E+10")) == "62000000000"
    assert plain_number(Decimal("0.10")) == "0.1"
    assert plain_number(Decimal("-0.0")) == "0"
    assert plain_number(Decimal("100")) == "100"
    assert plain_number(1e-7) == "0.0000001"
    assert plain_number(None) == ""


def test_rows_below_a_confidence_are_left_out_of_tables_that_have_it(outputs):
    frames = hemicycle.read(outputs, least_confidence=0.6)
    assert frames.people["name"].tolist() == ["null", "007"]
    assert frames.people["name"][0] == "null"
    assert len(frames.dates) == len(DATES)


def test_rows_of_texts_can_be_asked_for_by_confidence():
    records = [{"id": "1", "text": "Le maire Paul Corvel dort. La date est le 3 mai 2024."}]
    every = hemicycle.rows(records, ["people", "dates"])
    assert len(every["people"]) == 1 and 0.5 < float(every["people"][0]["confidence"]) <= 1
    none = hemicycle.rows(records, ["people", "dates"], least_confidence=1.01)
    assert none["people"] == [] and none["dates"] == every["dates"]
