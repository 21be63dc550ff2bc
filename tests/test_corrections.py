"""Rows that people put right: kept over every run, found again, told where they do not fit."""

import contextlib
import csv
import json
import shutil
from pathlib import Path

import hemicycle
import pytest
from hemicycle.outputs import OutputError
from hemicycle.outputs.corrections import COLUMNS, FILE
from hemicycle.outputs.corrections_file import read_corrections
from hemicycle.running import stages
from hemicycle.running.status import status_of
from hemicycle.settings import make_settings
from typer.testing import CliRunner

from hemicycle.cli.app import app  # isort: skip

TEXT = "La ministre Zoé Marchal promet 4 millions d’euros pour les hôpitaux. Ivo Ronceray répond."
CORRECT = ["correct", "discours"]


@pytest.fixture(scope="module")
def run_once(tmp_path_factory):
    """A folder with a text, which was run over once, seen from within."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "in").mkdir()
    write(folder, TEXT)
    with contextlib.chdir(folder):
        run(folder)
    return folder


@pytest.fixture
def folder(run_once, tmp_path, monkeypatch):
    """Such a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(run_once, tmp_path, dirs_exist_ok=True))


def write(folder, text):
    (folder / "in" / "discours.txt").write_text(text, encoding="utf-8")


def run(folder, **settings):
    made = make_settings({"output": str(folder / "out"), **settings})
    return stages.run(["in"], made)


def correct(folder, *words):
    result = CliRunner().invoke(app, [*CORRECT, *map(str, words), "-o", str(folder / "out")])
    assert result.exit_code == 0, result.output


def rows(folder, table):
    frames = hemicycle.read(folder / "out")
    return frames[table].set_index("text")


def start(word, text=TEXT):
    return text.index(word)


def test_a_row_is_put_right_at_every_run_and_in_every_table(folder):
    correct(folder, "people", start("Zoé"), "role", "ministre de la Santé")
    correct(folder, "amounts", start("4 millions"), "value", "5000000")
    report = run(folder)
    assert report.reasons == {"corrected": 1}
    person, amount = rows(folder, "people").loc["Zoé Marchal"], rows(folder, "amounts").iloc[0]
    assert (person["role"], person["confidence"]) == ("ministre de la Santé", 1)
    assert (amount["value"], amount["low"], amount["high"], amount["confidence"]) == (*[5e6] * 3, 1)
    index = hemicycle.read(folder / "out").people_index.set_index("name")
    assert index.loc["Zoé Marchal"]["roles"].startswith("ministre de la Santé")
    assert status_of(folder / "out").done == ["discours"]
    assert run(folder).skipped == 1
    assert run(folder, force=True).documents == 1
    assert rows(folder, "people").loc["Zoé Marchal"]["role"] == "ministre de la Santé"


def test_a_row_is_taken_out_and_one_put_in(folder):
    correct(folder, "people", start("Ivo"), "--delete")
    correct(
        folder,
        "organisations",
        start("hôpitaux"),
        "name",
        "Hôpitaux",
        "--end",
        start("hôpitaux") + 8,
    )
    place = start("hôpitaux")
    for column, wanted in (("name", "Hôpitaux"), ("kind", "agency")):
        correct(folder, "organisations", place, column, wanted, "--end", place + 8)
    run(folder)
    assert "Ivo Ronceray" not in rows(folder, "people").index
    added = rows(folder, "organisations").loc["hôpitaux"]
    assert (added["name"], added["kind"], added["confidence"]) == ("Hôpitaux", "agency", 1)
    assert added["sentence"].startswith("La ministre")


def test_a_row_that_is_put_in_stands_in_its_turn(folder):
    text = (
        "Mme la présidente. La parole est à M. Ivo Ronceray.\n\n"
        "M. Ivo Ronceray. Le fonds vert finance les écoles de la commune et du canton.\n\n"
        "Mme la présidente. La séance est levée."
    )
    write(folder, text)
    run(folder)
    place = start("fonds vert", text)
    correct(folder, "organisations", place, "name", "Fonds vert", "--end", place + 10)
    run(folder)
    added = rows(folder, "organisations").loc["fonds vert"]
    assert (added["speaker"], added["speech"]) == ("Ivo Ronceray", 2)


def test_a_correction_finds_its_words_again(folder):
    correct(folder, "people", start("Zoé"), "role", "ministre de la Santé")
    write(folder, f"Un mot d’abord, dit Zoé Durand.\n\n{TEXT}")
    assert run(folder).failures == []
    assert rows(folder, "people").loc["Zoé Marchal"]["role"] == "ministre de la Santé"


def test_what_does_not_fit_any_more_is_told_at_every_run(folder):
    correct(folder, "people", start("Zoé"), "role", "ministre de la Santé")
    write(folder, "Plus personne ne parle ici.")
    for _ in range(2):
        (failure,) = run(folder).failures
        assert (failure.stage, failure.error) == ("correct", "does not fit")
        assert "Zoé Marchal" in failure.message
    (folder / "out" / FILE).unlink()
    assert run(folder).failures == []
    (folder / "in" / "discours.txt").unlink()
    write(folder, TEXT)
    run(folder)
    assert rows(folder, "people").loc["Zoé Marchal"]["role"] == "ministre"


def test_a_document_that_is_not_there_is_told(folder):
    correct(folder, "people", start("Zoé"), "role", "ministre")
    path = folder / "out" / FILE
    path.write_text(path.read_text().replace("discours", "autre"))
    (failure,) = run(folder).failures
    assert (failure.error, "'autre'" in failure.message) == ("not found", True)


LINE = {
    "doc_id": "discours",
    "table": "people",
    "start_char": "12",
    "end_char": "23",
    "text": "Zoé Marchal",
    "action": "change",
    "column": "role",
    "wanted": "ministre",
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"table": "themes"}, "no table of mentions"),
        ({"action": "rename"}, "write change, delete, add"),
        ({"column": "text"}, "has no column 'text'"),
        ({"column": "fonction"}, "has no column 'fonction'"),
        ({"start_char": "douze"}, "whole numbers"),
        ({"end_char": "3"}, "which words"),
        ({"text": ""}, "which words"),
        ({"table": "amounts", "column": "value", "wanted": "beaucoup"}, "holds a number"),
        *(
            ({"table": "amounts", "column": "value", "wanted": wanted}, "holds a number")
            for wanted in ("1_000", "nan", "inf", " 3 ", "3,5", "١٢")
        ),
        ({"column": "confidence", "wanted": "17"}, "1 at most"),
        ({"column": "confidence", "wanted": "-1"}, "0 at least"),
        ({"table": "places", "column": "kind", "wanted": "ville"}, "is one of country"),
    ],
)
def test_a_line_that_cannot_be_used_stops_the_run_with_its_number(change, told, folder):
    with (folder / "out" / FILE).open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(LINE)
        writer.writerow({**LINE, **change})
    with pytest.raises(OutputError, match="line 3") as caught:
        run(folder)
    assert told in str(caught.value)


def test_a_line_that_is_cut_short_is_said(folder):
    (folder / "out" / FILE).write_text(f"{','.join(COLUMNS)}\ndiscours,people,12\n")
    with pytest.raises(OutputError, match="line 2: it ends before the column 'end_char'"):
        read_corrections(folder / "out")


def test_empty_lines_of_spreadsheets_are_passed_over(folder):
    lines = f"{';'.join(COLUMNS)}\r\n{';'.join(LINE.values())}\r\n;;;;;;;\r\n"
    (folder / "out" / FILE).write_text(lines, encoding="utf-8-sig", newline="")
    assert read_corrections(folder / "out").documents() == ["discours"]


def test_nothing_is_written_into_a_file_that_cannot_be_used(folder):
    path = folder / "out" / FILE
    path.write_text(f"{','.join(COLUMNS)}\ndiscours,people,12,23,Zoé,delete,,\n", "cp1252")
    before = path.read_bytes()
    words = ["people", str(start("Zoé")), "role", "ministre", "-o", str(folder / "out")]
    result = CliRunner().invoke(app, [*CORRECT, *words])
    assert (result.exit_code, path.read_bytes()) == (2, before)


def test_a_file_without_a_column_is_said(folder):
    (folder / "out" / FILE).write_text("doc_id,table\n")
    with pytest.raises(OutputError, match="lacks the column 'start_char'"):
        read_corrections(folder / "out")


@pytest.mark.parametrize(
    "words",
    [
        ["people", "12"],
        ["people", "12", "role", "x", "--delete"],
        ["people", "1", "role", "x"],
        ["people", "12", "--end", "14", "--delete"],
        ["themes", "12", "code", "1"],
        ["people", "12", "fonction", "x"],
    ],
)
def test_a_wrong_command_writes_nothing(words, folder):
    result = CliRunner().invoke(app, [*CORRECT, *words, "-o", str(folder / "out")])
    assert result.exit_code == 2
    assert not (folder / "out" / FILE).exists()


def test_corrections_are_gold(folder):
    correct(folder, "people", start("Zoé"), "role", "ministre de la Santé")
    correct(folder, "amounts", start("4 millions"), "unit", "EUR")
    correct(folder, "people", start("Ivo"), "--delete")
    correct(folder, "places", start("hôpitaux"), "kind", "commune", "--end", start("hôpitaux") + 8)
    run(folder)
    done = CliRunner().invoke(app, ["evaluate", str(folder / "out"), "--json", "--errors", "9"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == {
        "amounts.unit": {"corrections": 1, "right": 1},
        "people.delete": {"corrections": 1, "right": 0},
        "people.role": {"corrections": 1, "right": 0},
        "places.kind": {"corrections": 1, "right": 0},
    }
    assert "'ministre', not 'ministre de la Santé'" in done.stderr
    assert len(done.stderr.splitlines()) == 3


def test_a_run_without_corrections_is_no_gold(folder):
    done = CliRunner().invoke(app, ["evaluate", str(folder / "out")])
    assert done.exit_code == 2
    assert "corrects no document" in done.stderr


def test_corrections_keep_the_dialect_of_their_file(folder):
    run(folder, excel=True)
    correct(folder, "people", start("Zoé"), "role", "ministre de la Santé")
    path = folder / "out" / FILE
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdoc_id;table;")
    correct(folder, "people", start("Ivo"), "--delete")
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 3
    run(folder)
    assert list(rows(folder, "people").index) == ["Zoé Marchal"]
