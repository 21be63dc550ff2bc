"""Names of strangers do nothing to the terminal, and what cannot be said ends no run."""

import json
import subprocess
import sys

import pytest
from hemicycle.cli.app import app
from hemicycle.cli.terminal import printable
from hemicycle.document import Failure
from typer.testing import CliRunner

EVIL = "a\x1b[2J\x1b]0;titre\x07\x9b31m\u202eb\r\nc.txt"
TEXT = "Le maire Ugo Lanvin parle le 3 mars 2024."


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "textes").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*args):
    return CliRunner().invoke(app, args)


def harmless(said):
    said = said.decode("utf-8")
    assert all(char.isprintable() or char == "\n" for char in said.replace("\t", "")), said
    return said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Été à Nîmes, 3\u00a0%", "Été à Nîmes, 3\u00a0%"),
        ("\x1b[2J\x7f\x9b", r"\x1b[2J\x7f\x9b"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\u202e\u2066\u200b\u2028\udce9", r"\u202e\u2066\u200b\u2028\udce9"),
    ],
)
def test_control_characters_are_shown_as_escapes(text, shown):
    assert printable(text) == shown


def test_every_message_shows_them_as_escapes(place):
    texts = place / "textes"
    (texts / EVIL).write_text(TEXT, encoding="utf-8")
    (texts / f"x{EVIL}".replace(".txt", "")).write_text(f"{TEXT}\n{TEXT}", encoding="utf-8")
    (texts / f"y{EVIL}").write_bytes(b"\x00\x01\x02")
    (texts / f"z{EVIL}.jsonl").write_text(
        json.dumps({"id": EVIL, "text": ""}) + "\n" + json.dumps({"corps": TEXT, EVIL: 1}) + "\n"
    )
    (texts / "corpus.toml").write_text('["\\u001b[2J"]\nspeaker = "Personne"\n')
    listed = call("run", "textes", "--dry-run")
    assert len(harmless(listed.stdout_bytes).splitlines()) == 3
    assert r"\x1b[2J" in harmless(listed.stderr_bytes)
    command = [sys.executable, "-m", "hemicycle", "run", "textes", "-v", "--json"]
    done = subprocess.run(command, cwd=place, capture_output=True, check=False, timeout=300)
    assert json.loads(harmless(done.stdout))["documents"] == 3
    said = harmless(done.stderr)
    assert "read as txt, by its content" in said
    assert "there is no document" in said
    assert said.count(r"\x1b[2J") >= 5
    state = call("status", "outputs")
    assert r"\x1b[2J" in harmless(state.stdout_bytes)
    tagged = call("tag", "textes")
    harmless(tagged.stderr_bytes)
    assert "\x1b" not in tagged.stdout
    absent = call("run", EVIL, "-o", "autres")
    assert absent.exit_code == 3
    harmless(absent.stderr_bytes)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_is_full_ends_no_run(stream, place):
    (place / "textes" / "a.txt").write_text(TEXT, encoding="utf-8")
    (place / "textes" / "b").write_text(TEXT, encoding="utf-8")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "hemicycle", "run", "textes", "--json"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: full}
        done = subprocess.run(command, cwd=place, check=False, timeout=300, **pipes)
    assert (place / "outputs" / "corpus" / "documents.csv").is_file()
    if stream == "stderr":
        assert done.returncode == 0
        assert json.loads(done.stdout)["documents"] == 2
    else:
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"Standard output cannot be written" in done.stderr


@pytest.mark.parametrize(
    "args", [("run", "textes", "-o"), ("status",), ("report",), ("aggregate", "-o")]
)
@pytest.mark.parametrize("name", ["x" * 300, "d/" * 3000])
def test_a_folder_that_cannot_be_is_one_sentence(args, name, place):
    (place / "textes" / "a.txt").write_text(TEXT, encoding="utf-8")
    done = call(*args, name)
    assert done.exit_code == 2
    assert done.stderr.startswith("hemicycle: ")
    assert "Traceback" not in done.stderr


def test_a_failure_can_always_be_written():
    failure = Failure("a\udce9", "\ud800", "ingest", "x", "\udfff.")
    assert failure.cells() == [r"a\udce9", r"\ud800", "ingest", "x", r"\udfff."]
