"""What is said to people, in both languages."""

import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from hemicycle import messages
from hemicycle.cli.app import app
from hemicycle.cli.examples import EXAMPLES

ROOT = Path(__file__).parent.parent
COMMANDS = typer.main.get_command(app).commands


@pytest.fixture
def french(monkeypatch):
    def forget():
        messages._translations.cache_clear()
        messages.language.cache_clear()

    monkeypatch.setenv(messages.ENVIRONMENT_VARIABLE, "fr")
    forget()
    yield
    monkeypatch.setenv(messages.ENVIRONMENT_VARIABLE, "en")
    forget()


@pytest.fixture(scope="module")
def maintenance():
    pytest.importorskip("babel")
    path = ROOT / "maintenance" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages_maintenance", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_has_its_french(maintenance):
    made = maintenance.catalogue()
    assert list(maintenance.faults(made)) == []
    files = (maintenance.CATALOGUE.read_bytes(), maintenance.COMPILED.read_bytes())
    assert files == maintenance.written(made), "run python maintenance/messages.py"


def test_french_that_is_missing_or_says_other_values_is_told(maintenance):
    made = maintenance.catalogue()
    made["new"].string = ""
    made["one of {choices}"].string = "l'un de {choice}"
    told = list(maintenance.faults(made))
    assert told == ["no French: new", "other values: one of {choices}"]


def test_french_numbers_are_written_the_french_way(french):
    said = messages.tell(
        "{documents} documents, {words:,} words in {seconds:.1f} s -> {output}",
        documents=1200,
        words=1234567,
        seconds=2.5,
        output="a,b.c",
    )
    assert said == "1200 documents, 1\u00a0234\u00a0567 mots en 2,5 s -> a,b.c"


def test_english_is_said_where_nothing_asks_for_french():
    assert messages.language() == "en"
    assert messages.tell("{number:,} found.", number=1234) == "1,234 found."
    assert messages.tell("The record is no object with fields; write {…}.").endswith("{…}.")


def test_a_sentence_that_the_catalogue_lacks_is_said_as_it_stands(french):
    assert messages.tell("Nobody translated {this}.", this=1.5) == "Nobody translated 1.5."


@pytest.mark.parametrize(
    "variables", [{"HEMICYCLE_LANGUAGE": "fr"}, {"LANG": "fr_FR.UTF-8"}, {"LC_ALL": "fr_CA.UTF-8"}]
)
def test_the_program_speaks_the_language_of_the_system(variables, tmp_path):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "HEMICYCLE_"))}
    command = [sys.executable, "-m", "hemicycle"]
    environment = {**kept, "PYTHONIOENCODING": "utf-8", **variables}
    shown = subprocess.run(
        [*command, "--help"], capture_output=True, encoding="utf-8", env=environment, check=True
    )
    assert "Regarder dans un passage terminé" in shown.stdout
    assert "Affiche ce message" in shown.stdout
    failed = subprocess.run(
        [*command, "status", str(tmp_path)], capture_output=True, encoding="utf-8", env=environment
    )
    assert failed.returncode == 2
    assert "ne contient pas de sorties" in failed.stderr


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_examples_of_a_command_are_lines_that_it_takes(name):
    for line in EXAMPLES[name]:
        words = shlex.split(line.rpartition("| ")[2])
        assert words[:2] == ["hemicycle", name]
        command = COMMANDS[name]
        given = command.make_parser(command.make_context(name, [], resilient_parsing=True))
        given.parse_args(words[2:])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("run --excell", "il n'y a pas d'option --excell. Options voisines"),
        ("run", "il manque inputs."),
        ("run corpus --date", "l'option --date demande une valeur."),
        ("run corpus --excel=3", "l'option --excel ne prend pas de valeur."),
        ("compare group=A", "il manque B."),
        ("compare A B --most deux", "--most : il faut un nombre entier."),
        ("compare A B --most 0", "--most : il faut au moins 1."),
        ("compare A B --least-confidence 2", "--least-confidence : il faut au plus 1."),
        ("export papier", "to : il faut l'un de 'sqlite', 'duckdb',"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_in_french(line, told):
    ended = subprocess.run(
        [sys.executable, "-m", "hemicycle", *shlex.split(line)],
        env={**os.environ, "HEMICYCLE_LANGUAGE": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 2 and ended.stdout == ""
    assert f"Erreur\u00a0: {told}" in ended.stderr and "Error" not in ended.stderr
