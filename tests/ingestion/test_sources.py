"""What is opened and what is not: pipes, devices, links that lead out, the outputs of runs."""

import logging
import os
import socket
import subprocess
import sys

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.datapackage import write_datapackage
from hemicycle.regular_files import NotRegularError, open_regular
from hemicycle.running.plan import plan
from hemicycle.settings import Settings

READ = """
import sys
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import Settings
for found in read_documents(sys.argv[1:], Settings()):
    print(getattr(found, "doc_id", None) or found.error)
"""


def read(*inputs):
    found = list(read_documents([str(one) for one in inputs], Settings()))
    return (
        [one.doc_id for one in found if isinstance(one, Document)],
        [(os.path.basename(one.path), one.error) for one in found if isinstance(one, Failure)],
    )


def in_time(*inputs):
    """As lines, what is read in a process that would be ended if it waited for ever."""
    command = [sys.executable, "-c", READ, *map(str, inputs)]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=120
    ).stdout.split("\n")[:-1]


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "textes"
    folder.mkdir()
    (folder / "a.txt").write_text("Bonjour.")
    return folder


def test_pipes_are_never_waited_for(texts):
    os.mkfifo(texts / "pipe.txt")
    os.mkfifo(texts / "corpus.toml")
    (texts / "sous").mkdir()
    os.mkfifo(texts / "sous" / "metadata.csv")
    os.mkfifo(texts / "X-listPerson.xml")
    (texts / "seance.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Bonjour.</p></body>'
        "</text></TEI>"
    )
    assert in_time(texts) == ["no file", "a", "no file", "seance-xml"]
    assert in_time(texts / "pipe.txt") == ["no file"]


def test_devices_and_sockets_are_not_opened(texts):
    (texts / "lien.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        here = os.getcwd()
        os.chdir(texts)
        try:
            bound.bind("prise.txt")
        finally:
            os.chdir(here)
        assert in_time(texts) == ["a", "unsafe", "no file"]
    assert in_time(texts / "lien.txt", "/dev/zero") == ["no file"]


@pytest.mark.parametrize("path", ["/dev/null", "/"])
def test_only_regular_files_are_opened(path):
    with pytest.raises(NotRegularError):
        open_regular(path)


def test_links_that_lead_out_are_not_followed(texts, tmp_path):
    outside = tmp_path / "dehors"
    outside.mkdir()
    (outside / "b.txt").write_text("Dehors.")
    (texts / "b.txt").symlink_to(outside / "b.txt")
    (texts / "sous").symlink_to(outside)
    (texts / "c.txt").symlink_to("a.txt")
    (texts / "perdu.txt").symlink_to(texts / "rien.txt")
    expected = [("b.txt", "unsafe"), ("perdu.txt", "unreadable"), ("sous", "unsafe")]
    assert read(texts) == (["a"], expected)
    assert read(texts / "*.txt") == (["a"], expected[:2])
    assert read(texts / "s*" / "*.txt") == ([], [("b.txt", "unsafe")])


def test_metadata_that_lie_outside_are_not_read(texts, tmp_path):
    (tmp_path / "secret.toml").write_text('[defaults]\nspeaker = "Secret"\n')
    (texts / "corpus.toml").symlink_to(tmp_path / "secret.toml")
    found = list(read_documents([str(texts)], Settings()))
    assert [one.speaker for one in found if isinstance(one, Document)] == [""]
    assert [one.error for one in found if isinstance(one, Failure)] == ["invalid metadata"]


def test_a_link_that_is_named_is_followed(texts, tmp_path):
    (tmp_path / "lien.txt").symlink_to(texts / "a.txt")
    (tmp_path / "dossier").symlink_to(texts)
    assert read(tmp_path / "lien.txt") == (["lien"], [])
    assert read(tmp_path / "dossier") == (["a"], [])


def killed(root):
    OutputFolder(root).prepare()


def killed_later(root):
    OutputFolder(root, layout="parquet").prepare()


def copied(root):
    """As an archive without hidden files gives it."""
    folder = OutputFolder(root)
    folder.prepare()
    folder.write_failures([])
    write_datapackage(folder)
    (root / ".lock").unlink()


@pytest.mark.parametrize("make", [killed, killed_later, copied])
def test_outputs_are_no_texts(make, texts, caplog):
    inner = texts / "sous" / "resultats"
    make(inner)
    (inner / "documents").mkdir(exist_ok=True)
    (inner / "documents" / "b.txt").write_text("Déjà lu.")
    with caplog.at_level(logging.WARNING, "pipeline"):
        assert read(texts) == (["a"], [])
    assert [str(inner) in record.getMessage() for record in caplog.records] == [True]
    assert read(texts / "**" / "*.txt") == (["a"], [])
    assert read(texts / "*") == (["a"], [])
    assert read(inner) == ([], [])
    # Texts may lie where a run writes to: what it wrote is passed over, they are not.
    (inner / "d.txt").write_text("Un texte.")
    (inner / "failures.csv").write_text("path,text\nx,Une panne.\n")
    assert read(inner) == (["d"], [])
    assert read(inner / "*.*") == (["d"], [])
    assert read(inner / "**" / "*.txt") == (["d"], [])
    # What is named to the letter is read.
    assert read(inner / "documents" / "b.txt") == (["b"], [])
    before = plan([str(texts)], Settings(), {})
    (inner / "documents" / "c.txt").write_text("Déjà lu.")
    assert plan([str(texts)], Settings(), {}) == before


def test_a_data_package_of_others_is_read(texts):
    (texts / "datapackage.json").write_text('{"name": "hemicycle", "text": "Bonjour à tous."}')
    assert len(read(texts)[0]) == 2


@pytest.mark.parametrize("name", ["Discours [2024]", "Discours*", "[a]?"])
def test_a_name_that_exists_is_no_pattern(name, tmp_path):
    folder, beside = tmp_path / name, tmp_path / "Discours 2"
    for one in (folder, beside):
        one.mkdir()
        (one / "a.txt").write_text("Bonjour.")
    before = plan([str(folder)], Settings(), {})
    (folder / "b.txt").write_text("Bonsoir.")
    assert read(folder)[0] == ["a", "b"]
    assert plan([str(folder)], Settings(), {}) != before


def test_folders_deeper_than_python_calls(texts):
    here = os.getcwd()
    os.chdir(texts)
    try:
        for _ in range(1200):
            os.mkdir("d")
            os.chdir("d")
        assert read(texts)[0] == ["a"]
        plan([str(texts)], Settings(), {})
    finally:
        while not os.path.exists("a.txt"):
            os.chdir("..")
            os.rmdir("d")
        os.chdir(here)
