import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hemicycle.outputs import OutputFolder, write_bytes
from hemicycle.outputs.atomic import json_bytes
from hemicycle.running import stages
from hemicycle.settings import make_settings
from hemicycle.tables.registry import DOCUMENT_TABLES
from hypothesis import given
from hypothesis import strategies as st

CORPUS = Path(__file__).parent.parent / "corpus"
SOME = [str(path) for path in sorted(CORPUS.glob("*.txt"))[:3]]


def settings(output, **more):
    return make_settings({"output": output, **more})


def files(root):
    """What a run leaves but for its own notes, whose names start with a dot."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and (path.parent != root or not path.name.startswith("."))
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    output = tmp_path_factory.mktemp("run")
    report = stages.run(SOME, settings(output))
    assert report.documents == 3
    assert not report.failures
    return output


def test_a_run_writes_the_contract(whole):
    found = files(whole)
    for name in ("people", "dates", "amounts", "sectors", "themes", "keywords"):
        assert f"corpus/{name}.csv" in found
        assert f"summary/{name}.csv" in found or name == "dates"
        for source in SOME:
            assert f"documents/{Path(source).stem}/{name}.csv" in found
    assert found["failures.csv"] == b"path,record,stage,error,message\n"
    assert not [name for name in found if ".partial" in name]


def test_stage_by_stage_gives_the_same_files(whole, tmp_path):
    some = settings(tmp_path)
    stages.ingest(SOME, some)
    stages.annotate("extract", some)
    stages.annotate("tag", some)
    stages.aggregate(some)
    assert files(tmp_path) == files(whole)


def test_a_second_run_gives_the_same_bytes(whole, tmp_path):
    stages.run(SOME, settings(tmp_path))
    stages.run(SOME, settings(tmp_path))
    assert files(tmp_path) == files(whole)


def test_two_workers_give_the_same_bytes(whole, tmp_path):
    stages.run(SOME, settings(tmp_path, workers=2))
    assert files(tmp_path) == files(whole)


def test_failures_stand_beside_what_was_read(tmp_path):
    lines = [json.dumps({"id": "bon", "text": "Le maire Ugo Lanvin parle."}), "{"]
    (tmp_path / "lot.jsonl").write_text("\n".join(lines))
    output = tmp_path / "out"
    report = stages.run([str(tmp_path / "lot.jsonl")], settings(output))
    assert (report.documents, len(report.failures)) == (1, 1)
    assert "lot.jsonl,line 2,ingest,invalid JSON" in (output / "failures.csv").read_text()
    stages.annotate("extract", settings(output))
    assert "line 2" in (output / "failures.csv").read_text()


def test_a_damaged_document_is_a_failure(whole, tmp_path):
    some = settings(tmp_path)
    stages.ingest(SOME, some)
    broken = next(iter((tmp_path / "documents").iterdir()))
    (broken / "document.json").write_text("{}")
    report = stages.annotate("extract", some)
    assert report.documents == 2
    assert [f.error for f in report.failures] == ["damaged"]


def test_an_exception_in_one_document_costs_one_row(nlp, monkeypatch):
    from hemicycle.document import Document
    from hemicycle.running.reader import Reader
    from hemicycle.tables.registry import DOCUMENT_TABLES

    reader = Reader(nlp, DOCUMENT_TABLES)
    real = nlp.make_doc

    def make(text):
        if "poison" in text:
            raise RuntimeError("boom")
        return real(text)

    monkeypatch.setattr(nlp, "make_doc", make)
    documents = [Document(str(i), t, "p", "") for i, t in enumerate(["un", "poison", "deux"])]
    results = [rows for _, rows in reader.read(documents)]
    assert [isinstance(rows, dict) for rows in results] == [True, False, True]
    assert results[1].error == "RuntimeError"


def test_an_old_folder_stays_when_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    from hemicycle.document import Document

    folder = OutputFolder(tmp_path)
    folder.prepare()
    folder.write_document(Document("d", "Un.", "p", "h"), {})
    before = files(tmp_path)
    real = os.open

    def full(path, *args, **kwargs):
        if str(path).endswith("document.json"):
            raise OSError(28, "No space left on device")
        return real(path, *args, **kwargs)

    monkeypatch.setattr("os.open", full)
    with pytest.raises(OSError, match="No space"):
        folder.write_document(Document("d", "Deux.", "p", "h"), {})
    assert files(tmp_path) == before


WORDS = st.text(st.characters(codec="utf-8"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
)


@given(PLAIN)
def test_json_is_laid_out_as_the_standard_library_does(data):
    assert json_bytes(data).decode() == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_write_bytes_leaves_nothing_behind(tmp_path):
    target = tmp_path / "absent" / "x.csv"
    with pytest.raises(OSError, match="No such file"):
        write_bytes(target, b"x")
    write_bytes(tmp_path / "x.csv", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.parametrize(("kill", "workers"), [(signal.SIGKILL, 1), (signal.SIGINT, 2)])
def test_a_run_stopped_at_any_moment_leaves_whole_documents(tmp_path, kill, workers):
    source = tmp_path / "lot.jsonl"
    text = (CORPUS / "2026-03-19_article-ferroviaire.txt").read_text(encoding="utf-8")
    source.write_text(
        "\n".join(json.dumps({"id": f"d{i:04}", "text": text}) for i in range(1200)),
        encoding="utf-8",
    )
    output = tmp_path / "out"
    command = [sys.executable, "-m", "hemicycle", "run", str(source), "-o", str(output), "-q"]
    command += ["--workers", str(workers)]
    mark = f"MARK={tmp_path}"
    environment = {**os.environ, "MARK": str(tmp_path)}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and not list(output.glob("documents/d*")):
        time.sleep(0.02)
    os.kill(process.pid, kill)
    message = process.communicate(timeout=600)[1]
    if kill == signal.SIGINT:
        assert process.returncode == 130
        assert "Interrupted" in message
    done = list(output.glob("documents/d*"))
    assert 0 < len(done) < 1200
    for folder in done:
        assert len(list(folder.iterdir())) == 2 + len(DOCUMENT_TABLES)
        fields = json.loads((folder / "document.json").read_text(encoding="utf-8"))
        assert fields["doc_id"] == folder.name
    assert not list(output.glob("corpus/*.csv"))
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and _still_running(mark):
        time.sleep(0.1)
    assert not _still_running(mark)
    OutputFolder(output).prepare()
    assert not list(output.rglob(".partial-*"))


def _still_running(mark):
    """Processes, ours or our children's, that were started with a mark in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(folder.name)
        except OSError:
            continue  # it has gone, or is not ours
    return found
