import datetime
import errno
import re
import shutil
import subprocess
import zipfile

import hemicycle
import openpyxl
import pandas as pd
import pytest
from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.export import workbook
from hemicycle.outputs import OutputError, OutputFolder
from hemicycle.outputs.datapackage import write_datapackage
from hemicycle.running.stages import aggregate as aggregate_all
from hemicycle.settings import make_settings

PLACE = ["d", "0", "3", "été", "=1+1", "", ""]
AMOUNT = [*PLACE, "money", "-62000000000.5", "", "", "EUR", *[""] * 9, "1"]
DATES = [
    ["d", "0", "4", "t", "s", "", "", "DATE", "2025", "", "2025-01-01", "2025-12-31"],
    ["d", "5", "9", "t", "s", "", "", "DATE", "1789", "", "1789-07-14", "1789-07-14"],
]


def make(root, *, excel=False):
    folder = OutputFolder(root, excel=excel)
    folder.prepare()
    folder.write_failures([])
    amount = [*AMOUNT[:9], AMOUNT[8], AMOUNT[8], *AMOUNT[11:]]
    document = Document(
        "d", "été", "p", "h", title="Château, œuvre", date=datetime.date(2025, 3, 2)
    )
    folder.write_document(document, {"amounts": [amount], "dates": DATES})
    aggregate(folder)
    write_datapackage(folder)
    return root


def test_cells_have_their_types_and_no_formula(tmp_path):
    book = openpyxl.load_workbook(workbook.write_workbook(make(tmp_path)))
    amounts = book["amounts"]
    cells = dict(zip((c.value for c in amounts[1]), amounts[2], strict=True))
    assert cells["value"].value == -62000000000.5
    assert (cells["sentence"].value, cells["sentence"].data_type) == ("=1+1", "s")
    assert cells["text"].value == "été"
    assert amounts.freeze_panes == "A2"
    dates = book["dates"]
    begins = [
        dict(zip((c.value for c in dates[1]), row, strict=True))["begin"].value
        for row in dates.iter_rows(min_row=2)
    ]
    assert begins == [datetime.datetime(2025, 1, 1), "1789-07-14"]


def test_what_a_row_says_comes_first_and_is_easy_to_read(tmp_path):
    book = openpyxl.load_workbook(workbook.write_workbook(make(tmp_path)))
    amounts = book["amounts"]
    header = [cell.value for cell in amounts[1]]
    assert header[-5:] == ["sentence", "doc_id", "start_char", "end_char", "speech"]
    assert header[:4] == ["text", "speaker", "kind", "value"]
    cells = dict(zip(header, amounts[2], strict=True))
    assert cells["value"].number_format == "#,##0.0#########"
    assert cells["start_char"].number_format == "General"
    assert cells["sentence"].alignment.wrap_text
    assert not cells["text"].alignment.wrap_text
    assert book["documents"]["A1"].value == "doc_id"
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as file:
        sheet = file.read("xl/worksheets/sheet2.xml")
    assert b'numberStoredAsText="1"' in sheet


def test_every_table_is_a_sheet(corpus_run):
    book = openpyxl.load_workbook(corpus_run / "tables.xlsx", read_only=True)
    frames = hemicycle.read(corpus_run)
    assert len(book.sheetnames) == len(list(frames)) + len(frames.summary)
    rows = {name: sum(1 for _ in book[name].iter_rows()) - 1 for name in frames}
    assert rows == {name: len(frames[name]) for name in frames}


def test_long_tables_and_texts(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_ROWS", 1)
    monkeypatch.setattr(workbook, "_MOST_CHARACTERS", 5)
    book = openpyxl.load_workbook(workbook.write_workbook(make(tmp_path)))
    second = book["dates 2"]
    cells = dict(zip((c.value for c in second[1]), second[2], strict=True))
    assert cells["value"].value == "1789"
    assert "Chât…" in [cell.value for cell in book["documents"][2]]


def test_parquet_holds_what_the_csvs_hold(corpus_run):
    frames = hemicycle.read(corpus_run)
    for name in ("people", "amounts", "dates", "documents"):
        parquet = pd.read_parquet(corpus_run / "corpus" / f"{name}.parquet")
        assert list(parquet.columns) == list(frames[name].columns)
        for column in parquet:
            csv = frames[name][column]
            if pd.api.types.is_datetime64_any_dtype(csv):
                assert pd.to_datetime(parquet[column]).isna().tolist() == csv.isna().tolist()
            elif pd.api.types.is_numeric_dtype(csv):
                assert parquet[column].fillna(-1).tolist() == csv.fillna(-1).tolist()
            else:
                assert parquet[column].tolist() == csv.tolist()


def test_libreoffice_reads_the_csv_of_french_excel_and_the_workbook(tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-calc-nogui)")
    root = make(tmp_path / "outputs", excel=True)
    workbook.write_workbook(root)

    def convert(*arguments):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "opened"]
        command = [soffice, "--headless", profile, *to, *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=600)

    def opened(name):
        return openpyxl.load_workbook(tmp_path / "opened" / name)

    # Semicolons, double quotes, UTF-8, French: what French Excel does on a double click.
    french = "--infilter=CSV:59,34,76,1,,1036,false,true"
    convert(french, root / "corpus" / "amounts.csv", root / "corpus" / "documents.csv")
    amounts = opened("amounts.xlsx").active
    cells = dict(zip((c.value for c in amounts[1]), amounts[2], strict=True))
    assert cells["value"].value == -62000000000.5
    assert cells["text"].value == "été"
    assert (cells["sentence"].value, cells["sentence"].data_type) == ("'=1+1", "s")
    documents = opened("documents.xlsx").active
    cells = dict(zip((c.value for c in documents[1]), documents[2], strict=True))
    assert cells["title"].value == "Château, œuvre"
    assert cells["date"].value == datetime.datetime(2025, 3, 2)
    convert(root / "tables.xlsx")
    book = opened("tables.xlsx")
    begin, sentence = (
        dict(zip((c.value for c in book[name][1]), book[name][2], strict=True))
        for name in ("dates", "amounts")
    )
    assert begin["begin"].value == datetime.datetime(2025, 1, 1)
    assert (sentence["sentence"].value, sentence["sentence"].data_type) == ("=1+1", "s")


def test_the_same_tables_are_the_same_bytes(tmp_path):
    made = workbook.write_workbook(make(tmp_path)).read_bytes()
    assert workbook.write_workbook(tmp_path).read_bytes() == made
    with zipfile.ZipFile(tmp_path / workbook.WORKBOOK) as book:
        said = book.read("docProps/core.xml").decode()
        assert {info.date_time[0] for info in book.infolist()} == {1980}
    assert set(re.findall(r">(\d{4}-.*?)<", said)) == {"2000-01-01T00:00:00Z"}


def test_a_full_disk_is_told_as_one(tmp_path, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    make(tmp_path)
    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(OSError, match="No space left"):
        workbook.write_workbook(tmp_path)
    assert not list(tmp_path.glob(".partial-*"))
    settings = make_settings({"output": tmp_path, "xlsx": True})
    with pytest.raises(OutputError, match="No space left"):
        aggregate_all(settings)


def test_a_number_that_no_spreadsheet_holds_is_text(tmp_path):
    root = make(tmp_path)
    path = root / "corpus" / "amounts.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("-62000000000.5", "1e999"))
    sheet = openpyxl.load_workbook(workbook.write_workbook(root))["amounts"]
    cells = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert cells["value"].value == "1e999"
