"""A cluster on this machine, one of whose two workers is really killed in the middle."""

import datetime
import os
import socket
import ssl
import subprocess
import sys
from textwrap import dedent

import hemicycle
import pytest
from hemicycle.outputs import OutputError

SABOTAGE = """
import os, signal
from pathlib import Path
import hemicycle.running.reader as engine

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
from hemicycle.running.executors.cluster import read_on_cluster
from hemicycle.document import Document, Failure

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
    # As on a machine that is so busy that no worker starts again in time.
    monkeypatch.setenv("DASK_DISTRIBUTED__DEPLOY__LOST_WORKER_TIMEOUT", "1 ms")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")], capture_output=True, text=True, timeout=600
    )
    expected = [
        f"d{n}-{place} {'failed' if (n, place) in [(5, 1), (6, 1)] else 1}"
        for n in range(8)
        for place in range(3)
    ]
    assert done.stdout.splitlines() == expected, done.stderr[-2000:]
    assert (tmp_path / "once").exists()


def test_no_scheduler_is_one_sentence(monkeypatch):
    from hemicycle.running.executors import cluster
    from hemicycle.running.executors.cluster import read_on_cluster

    monkeypatch.setattr(cluster, "_SECONDS_TO_CONNECT", 1)
    with pytest.raises(OutputError, match="no dask scheduler at tcp"):
        list(read_on_cluster(iter([]), ["people"], "tcp://127.0.0.1:9", 1))


def test_texts_to_rows_is_a_function():
    day = datetime.date(2026, 1, 2)
    records = [
        {"id": 7, "text": "Le maire Ugo Lanvin parlera demain.", "date": day},
        {"id": "b", "text": "Rien.", "date": "2026-01-02"},
    ]
    found = hemicycle.rows(records, ["people", "dates"])
    assert found == hemicycle.rows(iter(records), ["people", "dates"])
    assert [(r["doc_id"], r["name"]) for r in found["people"]] == [("7", "Ugo Lanvin")]
    assert [r["value"] for r in found["dates"]] == ["2026-01-03"]
    assert found["failures"] == []
    with pytest.raises(KeyError):
        hemicycle.rows(records, ["gens"])


PORTS = """
import os, sys, time
import psutil
from hemicycle.running.executors.cluster import _client

if __name__ == "__main__":
    with _client("local", 2) as client:
        client.submit(sum, [1, 2]).result()
        me = psutil.Process()
        for process in [me, *me.children(recursive=True)]:
            for socket in process.net_connections():
                if socket.status == "LISTEN":
                    print(socket.laddr.ip, socket.laddr.port, flush=True)
        print("all", flush=True)
        sys.stdin.readline()
"""


def test_nobody_else_on_the_machine_can_give_code_to_a_local_cluster(tmp_path):
    (tmp_path / "script.py").write_text(dedent(PORTS))
    (tmp_path / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "tmp")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = list(iter(process.stdout.readline, "all\n"))
    assert lines
    try:
        for line in lines:
            host, port = line.split()
            assert host == "127.0.0.1"
            assert answer_of(port, plain=True) == b""
            assert answer_of(port, plain=False) == b""
    finally:
        process.communicate("\n")
    assert process.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["script.py", "tmp"]
    assert list((tmp_path / "tmp").iterdir()) == []


def answer_of(port, *, plain):
    """What a port says to a web browser that has no certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with socket.create_connection(("127.0.0.1", int(port)), timeout=600) as connection:
            stream = connection if plain else context.wrap_socket(connection)
            with stream:
                stream.sendall(b"GET / HTTP/1.0\r\n\r\n")
                return stream.recv(100)
    except (ssl.SSLError, ConnectionError):
        return b""


def test_a_cluster_without_certificates_is_one_sentence(monkeypatch):
    from hemicycle.running.executors.cluster import read_on_cluster

    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(OutputError, match=r"pip install 'hemicycle\[cluster\]'"):
        list(read_on_cluster(iter([]), ["people"], "local", 1))
