"""What works where only the libraries of the plain install are there, without any extra."""

import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.ingestion import making

ROOT = Path(__file__).parent.parent
TEXTS = {
    "note.txt": making.plain().encode(),
    "note.md": making.markdown(),
    "note.html": making.html(),
    "note.mhtml": making.mhtml(),
    "note.pdf": making.report(),
    "note.docx": making.word(),
    "note.odt": making.opendocument(),
    "note.rtf": making.rtf(),
    "note.epub": making.epub(),
    "note.xml": making.tei(),
    "note.eml": making.letter(),
    "note.srt": making.subtitles(),
    "note.jsonl": making.jsonl(),
    "note.csv": making.delimited(";"),
}


def plain_name(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def required():
    """hemicycle, the libraries that it requires by itself, and those that they require."""
    installed = {plain_name(one.metadata["Name"]): one for one in metadata.distributions()}
    names, waiting = {"hemicycle"}, ["hemicycle"]
    while waiting:
        for line in installed[waiting.pop()].requires or []:
            name = plain_name(re.match(r"[\w.-]+", line)[0])
            if "extra ==" not in line and name in installed and name not in names:
                names.add(name)
                waiting.append(name)
    return [installed[name] for name in names]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder of libraries that holds those of the plain install and no other."""
    folder = tmp_path_factory.mktemp("site")
    for library in required():
        places = {Path(file).parts[0] for file in library.files} - {"..", "__pycache__"}
        for place in places:
            (folder / place).symlink_to(library.locate_file(place))
    (folder / "hemicycle").symlink_to(ROOT / "pipeline" / "hemicycle")
    return folder


def run(site, *arguments):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "-S", "-m", "hemicycle", *arguments],
        env={**environment, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_but_parquet_is_read_and_every_table_written(site, tmp_path):
    inputs, outputs = tmp_path / "in", tmp_path / "out"
    inputs.mkdir()
    for name, data in {**TEXTS, "extra.parquet": making.parquet()}.items():
        (inputs / name).write_bytes(data)
    done = run(site, "run", str(inputs), "-o", str(outputs), "--xlsx", "--json")
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert json.loads(done.stdout)["documents"] == len(TEXTS), done.stderr
    assert (outputs / "tables.xlsx").is_file()
    _, failure = (outputs / "failures.csv").read_text(encoding="utf-8").splitlines()
    assert "extra.parquet" in failure
    assert "pip install 'hemicycle[parquet]'" in failure


@pytest.mark.parametrize(
    ("option", "extra"),
    [
        (["--parquet"], "parquet"),
        (["--layout", "parquet"], "parquet"),
        (["--cluster", "local"], "cluster"),
        (["-o", "memory://out"], "remote"),
    ],
)
def test_what_needs_an_extra_says_which(site, tmp_path, option, extra):
    (tmp_path / "note.txt").write_bytes(TEXTS["note.txt"])
    done = run(site, "run", str(tmp_path / "note.txt"), "-o", str(tmp_path / "out"), *option)
    assert done.returncode == 2
    assert f"pip install 'hemicycle[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
