"""What the front pages promise, in both languages, is so."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from hemicycle.cli.app import app
from typer.testing import CliRunner

ROOT = Path(__file__).parent.parent
FRONT = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "LISEZMOI.md")}
README = FRONT["README.md"]
COMPONENTS = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("code", blocks(README + COMPONENTS, "python"))
def test_examples_run(code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    exec(code, {"__name__": "__main__"})


def test_ci_runs_the_test_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- test -->" in script
    line = re.search(r"<!-- test -->\n```sh\n(.*)\n```", README)[1]
    steps = [step.removeprefix(".venv/bin/") for step in line.split(" && ")]
    assert steps[2:] == ["pytest", "ruff check .", "ruff format --check .", "mypy"]


def test_both_lines_of_the_readme_install_the_versions_that_were_tested():
    lines = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(lines) == 2
    assert all("pip install -q -c constraints.txt " in line for line in lines)


def test_both_front_pages_have_the_same_commands():
    english, french = FRONT.values()

    def without_comments(page):
        return [re.sub(r" +#.*", "", block) for block in blocks(page, "sh")]

    assert without_comments(english) == without_comments(french)
    assert blocks(english, "python") == blocks(french, "python")
    assert re.findall("<!-- .* -->", english) == re.findall("<!-- .* -->", french)


@pytest.mark.parametrize("page", FRONT.values())
def test_what_the_front_pages_link_to_exists(page):
    links = re.findall(r"\]\((?!http)([^)#]+)", page)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_commands_of_a_finished_run_do_what_they_say(corpus_run, tmp_path, monkeypatch):
    shutil.copytree(corpus_run, tmp_path / "outputs")
    monkeypatch.chdir(tmp_path)
    terminal = next(block for block in blocks(README, "sh") if "search" in block)
    commands = [shlex.split(line, comments=True)[1:] for line in terminal.splitlines()]
    given = {
        words[0]: CliRunner().invoke(app, words)
        for words in commands
        if words[0] != "run"  # what it does again is asked by the tests of runs
    }
    assert {name: done.exit_code for name, done in given.items()} == dict.fromkeys(given, 0)
    assert "financ" in given["search"].stdout
    assert "Benmoussa" in given["compare"].stdout
    assert "Sorel-Dumas" in given["show"].stdout
    assert "ministre" in (tmp_path / "outputs" / "corrections.csv").read_text(encoding="utf-8")
    assert list((tmp_path / "outputs").rglob("*.duckdb"))
