"""Workers that are really killed, by texts that make them kill themselves."""

import subprocess
import sys
from textwrap import dedent

SABOTAGE = """
import os, signal
from pathlib import Path
import hemicycle.running.reader as engine

real = engine.Reader._read

def read(self, documents):
    for document in documents:
        once = Path(os.environ["ONCE"])
        if "POISON" in document.text or ("STUMBLE" in document.text and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return real(self, documents)

engine.Reader._read = read
"""

SCRIPT = """
from hemicycle.document import Document, Failure
from hemicycle.running.executors.workers import Pool

texts = ["Le maire parle."] * 3 + ["POISON"] + ["Le maire parle."] * 3 + ["STUMBLE"]
if __name__ == "__main__":
    batches = iter([[Document(f"d{n}", text, "p", "")] for n, text in enumerate(texts)])
    for document, result in Pool(["people"], 2).read(batches):
        print(document.doc_id, "failed" if isinstance(result, Failure) else "read")
"""


def test_a_killed_worker_costs_only_the_document_that_kills_it_twice(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(dedent(SABOTAGE))
    (tmp_path / "script.py").write_text(dedent(SCRIPT))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    expected = [f"d{n} {'failed' if n == 3 else 'read'}" for n in range(8)]
    assert sorted(done.stdout.split("\n")[:-1]) == expected
