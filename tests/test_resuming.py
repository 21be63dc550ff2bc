import contextlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import hemicycle
import pytest
from hemicycle.cli.app import app
from hemicycle.outputs import OutputError, OutputFolder
from hemicycle.resources import models_folder
from hemicycle.running import stages
from hemicycle.running.status import status_of
from hemicycle.settings import make_settings
from typer.testing import CliRunner

TEXTS = {
    "un": "Le maire Ugo Lanvin parle le 3 mars 2024.",
    "deux": "La ministre Zoé Marchal promet 4 millions d’euros pour les hôpitaux.",
    "trois": "Le sénateur Ivo Ronceray répond.",
}


def write_texts(folder):
    source = folder / "textes"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_texts(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(place, **more):
    output = make_settings({"output": place / "out", **more})
    return stages.run(["textes"], output)


def visible(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def times(root):
    return {path: path.stat().st_mtime_ns for path in sorted(root.glob("documents/*/*"))}


@pytest.fixture(scope="module")
def run_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    write_texts(folder)
    with contextlib.chdir(folder):
        assert run(folder).documents == 3
    return folder


@pytest.fixture
def done(run_once, tmp_path, monkeypatch):
    """A folder of one's own that was run over once."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(run_once, tmp_path, dirs_exist_ok=True))


def test_an_unchanged_corpus_is_neither_read_nor_written(done, monkeypatch):
    def unexpected(*args, **kwargs):
        raise AssertionError("nothing was to be done")

    before = visible(done / "out"), times(done / "out")
    monkeypatch.setattr(stages, "read_documents", unexpected)
    monkeypatch.setattr("hemicycle.aggregation.corpus.aggregate", unexpected)
    monkeypatch.setattr("hemicycle.running.executors.choice.read_all", unexpected)
    report = run(done)
    assert (report.documents, report.skipped) == (0, 3)
    assert (visible(done / "out"), times(done / "out")) == before


def test_only_what_is_new_or_changed_is_read(done):
    before = times(done / "out")
    (done / "textes" / "deux.txt").write_text("Le maire Bruno Castel parle.", encoding="utf-8")
    (done / "textes" / "quatre.txt").write_text("Le préfet Ovide Sarrazin part.", encoding="utf-8")
    report = run(done)
    assert (report.documents, report.skipped) == (2, 2)
    assert report.reasons == {"changed": 1, "new": 1}
    after = times(done / "out")
    kept = {path for path, when in before.items() if after.get(path) == when}
    assert {path.parent.name for path in kept} == {"un", "trois"}
    fresh = make_settings({"output": done / "fresh"})
    stages.run(["textes"], fresh)
    assert visible(done / "fresh") == visible(done / "out")


def test_a_source_that_was_only_touched_is_not_annotated(done, monkeypatch):
    path = done / "textes" / "un.txt"
    path.write_bytes(path.read_bytes())
    monkeypatch.setattr(
        "hemicycle.aggregation.corpus.aggregate", lambda *args: pytest.fail("aggregated")
    )
    assert run(done).skipped == 3


def test_force_reads_everything_again(done):
    before = visible(done / "out")
    report = run(done, force=True)
    assert (report.documents, report.skipped, report.reasons) == (3, 0, {"forced": 3})
    assert visible(done / "out") == before


def test_other_models_make_the_outputs_stale(done, monkeypatch, tmp_path):
    models = tmp_path / "models"
    shutil.copytree(models_folder(), models, ignore=shutil.ignore_patterns("gold"))
    with (models / "lexicons" / "sectors.csv").open("a", encoding="utf-8") as handle:
        handle.write("locution jamais vue,F,,\n")
    monkeypatch.setenv("HEMICYCLE_MODELS", str(models))
    assert len(status_of(done / "out").stale) == 3
    report = run(done)
    assert report.reasons == {"made by other code, models or settings": 3}


def test_another_dialect_is_written_anew(done):
    assert run(done, excel=True).skipped == 3
    assert (done / "out/documents/un/people.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_taken_from_a_document_is_made_again(done):
    before = visible(done / "out")
    (done / "out/documents/un/people.csv").unlink()
    (done / "textes" / "neuf.txt").write_text("Rien.", encoding="utf-8")
    assert status_of(done / "out").missing == ["un"]
    assert run(done).documents == 2
    (done / "textes" / "neuf.txt").unlink()
    run(done, prune=True)
    assert visible(done / "out") == before


def test_a_document_taken_from_the_outputs_is_made_again(done):
    before = visible(done / "out")
    shutil.rmtree(done / "out/documents/un")
    assert run(done).documents == 1
    assert visible(done / "out") == before


def test_documents_gone_from_the_sources_are_kept_unless_asked(done):
    (done / "textes" / "un.txt").unlink()
    (done / "out" / "notes.md").write_text("à moi")
    report = run(done)
    assert (report.gone, report.removed) == (1, 0)
    assert (done / "out/documents/un").is_dir()
    assert run(done).gone == 1
    report = run(done, prune=True)
    assert (report.gone, report.removed) == (0, 1)
    assert sorted(p.name for p in (done / "out/documents").iterdir()) == ["deux", "trois"]
    assert "un," not in (done / "out/corpus/documents.csv").read_text()
    assert (done / "out" / "notes.md").read_text() == "à moi"


def test_what_failed_is_tried_again(place, monkeypatch):
    from hemicycle.running.reader import Reader

    real = Reader._read

    def fail(self, documents):
        if any("Marchal" in document.text for document in documents):
            raise MemoryError("too much")
        return real(self, documents)

    with monkeypatch.context() as patch:
        patch.setattr(Reader, "_read", fail)
        report = run(place)
    assert (report.documents, len(report.failures)) == (2, 1)
    assert status_of(place / "out").counts() == {"done": 2, "stale": 0, "missing": 0, "failed": 1}
    report = run(place)
    assert (report.documents, report.skipped, report.failures) == (1, 2, [])


def test_what_cannot_be_read_is_reported_by_every_run(done):
    (done / "textes" / "vide.txt").write_text("")
    first, second = run(done), run(done)
    assert [f.error for f in first.failures] == [f.error for f in second.failures] == ["empty"]
    assert (first.skipped, second.skipped) == (3, 3)


def test_the_first_failure_ends_the_run_when_asked(done):
    (done / "textes" / "deux.txt").write_text("")
    report = run(done, fail_fast=True, force=True)
    assert [f.error for f in report.failures] == ["empty"]
    assert "deux.txt" in (done / "out/failures.csv").read_text()
    assert not status_of(done / "out").aggregated or report.documents == 0


def test_other_summaries_are_made_without_reading(done, monkeypatch):
    monkeypatch.setattr(stages, "read_documents", lambda *args: pytest.fail("read"))
    assert run(done, freq="year").skipped == 3
    people = hemicycle.read(done / "out").counts("people", by_period=True)
    assert all(len(period) in (4, len("undated")) for period in people["period"])


def test_stages_do_only_what_they_have_not_done(done):
    some = make_settings({"output": done / "out"})
    inputs = ["textes"]
    assert stages.ingest(inputs, some).skipped == 3
    assert stages.annotate("extract", some).skipped == 3
    (done / "textes" / "un.txt").write_text("Le maire Ugo Lanvin se tait.", encoding="utf-8")
    assert stages.ingest(inputs, some).documents == 1
    assert status_of(done / "out").missing == ["un"]
    assert stages.annotate("extract", some).documents == 1
    assert stages.annotate("tag", some).documents == 1
    assert len(status_of(done / "out").done) == 3


def test_a_second_run_on_one_folder_stops(done):
    holder = OutputFolder(done / "out")
    holder.prepare()
    command = [sys.executable, "-m", "hemicycle", "run", str(done / "textes")]
    second = subprocess.run(
        [*command, "-o", str(done / "out")], capture_output=True, text=True, timeout=600
    )
    assert second.returncode == 2
    assert "Another run is writing" in second.stderr
    holder.release()
    with pytest.raises(OutputError, match="holds no outputs"):
        status_of(done / "textes")


def test_the_command_tells_what_it_skipped_and_the_state(done):
    again = CliRunner().invoke(app, ["run", "textes", "-o", str(done / "out")])
    assert again.exit_code == 0
    assert "3 skipped: done before and unchanged" in again.stderr
    state = CliRunner().invoke(app, ["status", str(done / "out"), "--json"])
    assert json.loads(state.stdout)["done"] == ["deux", "trois", "un"]


def test_a_source_that_cannot_be_read_this_time_is_not_gone(done):
    folder = done / "textes"
    (folder / "un.txt").unlink()
    (folder / "deux.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = run(done, prune=True)
    assert [failure.path for failure in report.failures] == ["textes/deux.txt"]
    assert (report.removed, report.gone) == (1, 1)
    assert sorted(OutputFolder(done / "out").ids()) == ["deux", "trois"]
    (folder / "deux.txt").unlink()
    assert run(done, prune=True).removed == 1


def test_a_folder_that_is_not_there_takes_no_document_away(done):
    (done / "textes").rename(done / "ailleurs")
    assert run(done, prune=True).removed == 0
    (done / "ailleurs").rename(done / "textes")
    assert run(done, prune=True).skipped == 3
