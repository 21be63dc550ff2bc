"""What a folder remembers: how it is grouped and written, whoever runs over it later."""

import json

import duckdb
import hemicycle
import pytest
from hemicycle.outputs import OutputError
from hemicycle.outputs.atomic import write_bytes
from hemicycle.running import stages
from hemicycle.running.status import status_of
from hemicycle.settings import SettingsError, make_settings
from typer.testing import CliRunner

from hemicycle.cli.app import app  # isort: skip

LINES = [
    {"id": "un", "text": "Le maire Ugo Lanvin promet 3 millions d’euros.", "parti": "Bleu"},
    {"id": "deux", "text": "La ministre Zoé Marchal promet 4 millions d’euros.", "parti": "Vert"},
]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "textes.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    return path


def run(source, **settings):
    made = make_settings({"output": str(source.parent / "out"), **settings})
    return stages.run([str(source)], made)


def dimensions(out):
    return set(hemicycle.read(out).summary["people"]["dimension"])


def test_a_later_run_keeps_the_grouping_and_the_files(source):
    out = source.parent / "out"
    run(source, by=("parti",), xlsx=True, duckdb=True, freq="year")
    assert dimensions(out) == {"corpus", "parti", "document"}
    with source.open("a", encoding="utf-8") as file:
        file.write('\n{"id": "trois", "text": "Ivo Ronceray vote.", "parti": "Bleu"}')
    report = run(source)
    assert report.documents == 1
    assert dimensions(out) == {"corpus", "parti", "document"}
    assert (out / "tables.xlsx").is_file()
    with duckdb.connect(out / "hemicycle.duckdb", read_only=True) as base:
        assert base.execute("SELECT count(*) FROM documents").fetchone() == (3,)
    counts = hemicycle.read(out).counts("people", "parti")
    assert set(counts["group"]) == {"Bleu", "Vert"}
    # Nothing is left to do for one that says nothing, or says the same.
    assert run(source).skipped == 3
    assert run(source, by=("parti",)).skipped == 3


def test_what_is_said_otherwise_counts_from_then_on_and_is_told(source, caplog):
    out = source.parent / "out"
    run(source, by=("parti",))
    run(source, by=("speaker",))
    assert "was made with --by parti; from now on it is made with --by speaker" in caplog.text
    assert dimensions(out) == {"corpus", "speaker", "document"}
    run(source)
    assert dimensions(out) == {"corpus", "speaker", "document"}
    assert not (out / "settings.json").exists()


def test_the_dialect_of_excel_is_kept_by_every_command(source):
    out = source.parent / "out"
    run(source, excel=True)
    table = out / "documents" / "un" / "people.csv"
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert CliRunner().invoke(app, ["run", str(source), "-o", str(out)]).exit_code == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert status_of(out).stale == []
    arguments = ["run", str(source), "-o", str(out), "--no-excel"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert table.read_bytes().startswith(b"doc_id,")


def files(out):
    return {
        path.relative_to(out): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_another_dialect_is_made_of_what_is_there_without_reading(source):
    hostile = '« =1+1 », a dit Mme Aude Marchal ; -2,5 % et 1 234,5 euros, "@ici"; \'=2.'
    with source.open("a", encoding="utf-8") as lines:
        lines.write("\n" + json.dumps({"id": "=trois", "text": hostile, "title": "+;=1"}))
    out = source.parent / "out"
    run(source)
    commas = files(out)
    run(source, force=True, excel=True)
    semicolons = files(out)
    run(source, force=True, excel=False)
    assert run(source, excel=True).skipped == 3
    assert files(out) == semicolons
    assert run(source, excel=False).skipped == 3
    assert files(out) == commas


def test_a_dialect_that_was_half_made_is_made_by_the_next_run(source, monkeypatch):
    out = source.parent / "out"
    run(source)
    written = []

    def broken(path, data):
        if written:
            raise OSError(28, "No space left on device")
        written.append(path)
        write_bytes(path, data)

    monkeypatch.setattr("hemicycle.outputs.folders.write_bytes", broken)
    with pytest.raises(OutputError, match="make room"):
        run(source, excel=True)
    monkeypatch.undo()
    assert run(source).skipped == 2
    tables = [path.read_bytes() for path in (out / "documents").rglob("*.csv")]
    assert {data[:3] == b"\xef\xbb\xbf" for data in tables} == {False}
    assert not (out / ".converting").exists()


def test_what_is_remembered_and_gone_is_told_and_left_out(source, caplog):
    aliases = source.parent / "aliases.csv"
    aliases.write_text("name,person,doc_id\nUgo Lanvin,Hugo Lanvin,\n", encoding="utf-8")
    run(source, aliases=str(aliases))
    aliases.unlink()
    run(source, force=True)
    assert "cannot be used" in caplog.text


@pytest.mark.parametrize("data", ["", "[1]", '{"by": 3}', '{"excel": "peut-être"}', "{" * 3000])
def test_a_broken_memory_ends_no_run(data, source):
    run(source)
    (source.parent / "out" / "settings.json").write_text(data)
    assert run(source, force=True).documents == 2


def test_a_column_that_no_document_has_is_told_before_anything_is_read(source, caplog):
    with pytest.raises(SettingsError, match=r"'partie'.*Did you mean parti"):
        run(source, by=("partie",))
    assert not (source.parent / "out").exists()
    assert caplog.records == []
    run(source, by=("parti", "speaker"))
    with pytest.raises(SettingsError, match="'partie'"):
        run(source, by=("partie",))
    assert json.loads((source.parent / "out" / "settings.json").read_text())["by"] == [
        "parti",
        "speaker",
    ]
