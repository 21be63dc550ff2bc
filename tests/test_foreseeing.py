"""What a run would do, and how far it has come."""

import json

import hemicycle
import pytest
from hemicycle.cli.app import app
from hemicycle.ingestion.documents import read_documents
from hemicycle.running import stages
from hemicycle.running.passing import passing
from hemicycle.running.progress import Report
from hemicycle.settings import Settings
from typer.testing import CliRunner

TEXTS = {"a.txt": "Le maire ouvre la séance.", "b.txt": "La route coûte 3 millions d’euros."}


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "textes"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def dry_run(inputs, outputs, *options):
    return CliRunner().invoke(app, ["run", str(inputs), "-o", str(outputs), "--dry-run", *options])


def states(done):
    return {line.split("\t")[0]: line.split("\t")[-1] for line in done.stdout.splitlines()}


def test_a_dry_run_says_what_a_run_would_do_and_writes_nothing(inputs, tmp_path):
    outputs = tmp_path / "outputs"
    assert states(dry_run(inputs, outputs)) == {"a": "new", "b": "new"}
    assert not outputs.exists()
    hemicycle.run(inputs, output=outputs)
    (inputs / "a.txt").write_text("Le maire ferme la séance.", encoding="utf-8")
    (inputs / "b.txt").unlink()
    (inputs / "c.txt").write_text("Le préfet arrive.", encoding="utf-8")
    before = {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()}
    assert states(dry_run(inputs, outputs)) == {"a": "changed", "c": "new"}
    told = json.loads(dry_run(inputs, outputs, "--json").stdout)
    assert before == {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()}
    done = hemicycle.run(inputs, output=outputs)
    counted = ("documents", "skipped", "reasons", "gone", "words", "failed")
    assert {k: told[k] for k in counted} == {k: done.to_json()[k] for k in counted}


def test_a_dry_run_over_what_is_done_reads_nothing(inputs, tmp_path):
    hemicycle.run(inputs, output=tmp_path / "outputs")
    assert states(dry_run(inputs, tmp_path / "outputs")) == {"a": "unchanged", "b": "unchanged"}
    forced = dry_run(inputs, tmp_path / "outputs", "--force")
    assert states(forced) == {"a": "forced", "b": "forced"}


def test_a_run_tells_how_far_it_has_come(inputs):
    report = Report("")
    found = passing([str(inputs)], read_documents([str(inputs)], Settings()), report)
    passed = [report.bytes_passed for _ in found]
    sizes = [(inputs / name).stat().st_size for name in TEXTS]
    assert passed == [0, sizes[0]]
    assert (report.bytes_passed, report.bytes) == (sum(sizes), sum(sizes))


def test_of_standard_input_nobody_knows_how_far_one_is():
    report = Report("")
    assert list(passing(["-"], [], report)) == []
    assert report.bytes == 0


def test_the_time_of_a_run_is_that_of_all_its_work(inputs, tmp_path):
    seen = []
    settings = Settings(output=str(tmp_path / "outputs"))
    report = stages.run([str(inputs)], settings, lambda report: seen.append(report.seconds))
    assert report.seconds > max(seen)
