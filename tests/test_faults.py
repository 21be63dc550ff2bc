"""Runs that are really killed, interrupted, filled up and locked out; the next one mends all."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
TEXT = (CORPUS / "2026-03-19_article-ferroviaire.txt").read_text(encoding="utf-8")[:300]
MANY = 130

# Makes the processes of a run do what a test asks for when they read a certain text.
SABOTAGE = """
import collections, itertools, os, signal, time
from pathlib import Path

def install():
    import hemicycle.running.reader as engine
    real = engine.Reader._read
    def read(self, documents):
        for document in documents:
            if "HANGS" in document.text:
                time.sleep(1000)
            if "LOOPS" in document.text:
                # Never comes back to Python, as a library may do.
                collections.deque(itertools.repeat(1), maxlen=0)
            if "DIES" in document.text:
                os.kill(os.getpid(), signal.SIGKILL)
        return real(self, documents)
    engine.Reader._read = read

if os.environ.get("SABOTAGE"):
    install()
"""


def command(source, output, *more):
    words = [sys.executable, "-m", "hemicycle", "run", str(source), "-o", str(output), "-q", *more]
    return words


def records(place, texts):
    lines = [json.dumps({"id": f"d{n:03}", "text": text}) for n, text in enumerate(texts)]
    source = place / "lot.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    return source


def visible(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def lot(tmp_path_factory):
    """A source, and the files of a run on it that nothing stopped."""
    place = tmp_path_factory.mktemp("lot")
    source = records(place, [f"{TEXT}\nArticle {n}." for n in range(MANY)])
    subprocess.run(command(source, place / "whole"), check=True, timeout=600)
    return source, visible(place / "whole")


@pytest.fixture
def sabotage(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(dedent(SABOTAGE))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SABOTAGE", "yes")


def test_the_run_after_a_killed_one_ends_with_the_same_files(lot, tmp_path):
    source, whole = lot
    output = tmp_path / "out"
    process = subprocess.Popen(command(source, output, "--workers", "2"), stderr=subprocess.PIPE)
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and not list(output.glob("documents/d*")):
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=600)
    before = {path.name for path in output.glob("documents/d*")}
    assert before
    done = subprocess.run(command(source, output, "--json"), capture_output=True, timeout=600)
    assert json.loads(done.stdout)["skipped"] == len(before)
    assert visible(output) == whole


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(lot, tmp_path):
    source, whole = lot
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk takes root")
    try:
        full = subprocess.run(
            command(source, disk / "out"), capture_output=True, text=True, timeout=600
        )
        assert full.returncode == 2
        assert "No space left" in full.stderr
        assert "Traceback" not in full.stderr
        left = {path.name for path in (disk / "out/documents").glob("d*")}
        assert 0 < len(left) < MANY
        subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
        done = subprocess.run(command(source, disk / "out", "--json"), capture_output=True)
        assert json.loads(done.stdout)["skipped"] == len(left)
        assert visible(disk / "out") == whole
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_target_that_cannot_be_written_is_one_sentence(lot, tmp_path):
    source, _ = lot
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a read-only disk takes root")
    try:
        done = subprocess.run(
            command(source, disk / "out"), capture_output=True, text=True, timeout=600
        )
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert done.returncode == 2
    assert "cannot be written (Read-only file system)" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("troubles", "workers", "error"),
    [(["HANGS"], 1, "time limit"), (["LOOPS", "DIES"], 2, "process lost")],
)
def test_a_document_without_end_is_a_failure_row(tmp_path, sabotage, troubles, workers, error):
    texts = ["Le maire Ugo Lanvin parle.", *troubles, "Le préfet Ovide Sarre."]
    source = records(tmp_path, texts)
    (tmp_path / "hemicycle.toml").write_text("[limits]\ndocument_seconds = 2\n")
    done = subprocess.run(
        [*command(source, tmp_path / "out"), "--workers", str(workers), "--json"],
        capture_output=True,
        text=True,
        timeout=600,
        cwd=tmp_path,
    )
    assert done.returncode == 1, done.stderr
    failures = (tmp_path / "out/failures.csv").read_text().splitlines()
    assert len(failures) == 1 + len(troubles)
    for failure in failures[1:]:
        assert f"annotate,{error}," in failure
        assert "limits.document_seconds = 2" in failure
    kept = sorted(path.name for path in (tmp_path / "out/documents").iterdir())
    assert kept == ["d000", f"d{len(texts) - 1:03}"]
    shutil.rmtree(tmp_path / "out")
