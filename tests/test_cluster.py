"""A cluster on this machine, one of whose two workers is really killed in the middle."""

import datetime
import subprocess
import sys
from textwrap import dedent

import pytest

import pipeline
from pipeline.outputs import OutputError

SABOTAGE = """
import os, signal
from pathlib import Path
import pipeline.engine as engine

# The processes are real, and so is their end; what they would read is of no matter here.
class Fake(engine.Reader):
    def __post_init__(self):
        pass

def read(self, documents):
    once = Path(os.environ["ONCE"])
    for document in documents:
        if "POISON" in document.text or ("STUMBLE" in document.text and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [(document, {"people": [[document.text]]}) for document in documents]

engine.Reader._read = read
engine.Reader.load = lambda tables, seconds=0: Fake(None, tables, seconds)
"""

SCRIPT = """
from pipeline.cluster import read_on_cluster
from pipeline.document import Document, Failure

def batch(number):
    odd = {3: "STUMBLE", 5: "POISON", 6: "POISON"}.get(number, "Le maire parle.")
    texts = ["Le préfet dort.", odd, "Le ministre rit."]
    return [Document(f"d{number}-{place}", t, "p", "") for place, t in enumerate(texts)]

if __name__ == "__main__":
    for document, result in read_on_cluster(map(batch, range(8)), ["people"], "local", 2):
        print(document.doc_id, "failed" if isinstance(result, Failure) else len(result["people"]))
"""


def test_a_lost_worker_loses_no_row(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(dedent(SABOTAGE))
    (tmp_path / "script.py").write_text(dedent(SCRIPT))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")], capture_output=True, text=True, timeout=180
    )
    expected = [
        f"d{n}-{place} {'failed' if (n, place) in [(5, 1), (6, 1)] else 1}"
        for n in range(8)
        for place in range(3)
    ]
    assert done.stdout.splitlines() == expected, done.stderr[-2000:]
    assert (tmp_path / "once").exists()


def test_no_scheduler_is_one_sentence():
    from pipeline.cluster import read_on_cluster

    with pytest.raises(OutputError, match="no dask scheduler at tcp"):
        list(read_on_cluster(iter([]), ["people"], "tcp://127.0.0.1:9", 1))


def test_texts_to_rows_is_a_function():
    day = datetime.date(2026, 1, 2)
    records = [
        {"id": 7, "text": "Le maire Ugo Lanvin parlera demain.", "date": day},
        {"id": "b", "text": "Rien.", "date": "2026-01-02"},
    ]
    found = pipeline.rows(records, ["people", "dates"])
    assert found == pipeline.rows(iter(records), ["people", "dates"])
    assert [(r["doc_id"], r["name"]) for r in found["people"]] == [("7", "Ugo Lanvin")]
    assert [r["value"] for r in found["dates"]] == ["2026-01-03"]
    assert found["failures"] == []
    with pytest.raises(KeyError):
        pipeline.rows(records, ["gens"])
