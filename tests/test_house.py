"""What is true of the whole repository: docs, corpus, figures, sizes; no test looks at a clock."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hemicycle.evaluation import evaluate_folder, read_gold
from hemicycle.ingestion.formats.registry import SUFFIXES

ROOT = Path(__file__).parent.parent


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


def test_generated_docs_are_fresh():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert list(generate.stale()) == [], "run python docs/generate.py"


def test_the_site_of_the_docs_builds(tmp_path):
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Amount" in (tmp_path / "api" / "index.html").read_text(encoding="utf-8")


def test_the_docs_name_every_suffix_that_is_read():
    inputs = text_of("docs/inputs.md")
    table = re.search(r"\| kind \| suffixes \|\n(.*?)\n\n", inputs, re.DOTALL)[1]
    told = set(re.findall(r"`(\.[a-z.]+)`", table))
    assert told <= set(SUFFIXES)
    assert {SUFFIXES[suffix].name for suffix in told} == {known.name for known in SUFFIXES.values()}


def test_the_corpus_is_the_annotated_texts_without_annotations():
    golds = {gold.name: gold for gold in read_gold(ROOT / "models" / "gold" / "corpus")}
    texts = {path.stem: path for path in (ROOT / "corpus").iterdir()}
    assert set(golds) == set(texts)
    for name, gold in golds.items():
        assert texts[name].read_text(encoding="utf-8") == gold.text + "\n", name


def test_the_corpus_is_of_every_kind():
    golds = read_gold(ROOT / "models" / "gold" / "corpus")
    kinds = {gold.header["kind"] for gold in golds}
    assert len(kinds) == len(golds) >= 12
    assert all(190 <= len(gold.text.split()) <= 600 for gold in golds)


def test_figures_are_not_below_their_floors():
    scores = evaluate_folder(ROOT / "models" / "gold")
    assert scores.floors
    assert scores.below_floors() == []


def test_every_module_has_one_reason_to_change():
    long = {
        path.relative_to(ROOT).as_posix(): length
        for path in (ROOT / "pipeline").rglob("*.py")
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_test_fails_on_a_busy_machine():
    # A clock is for waiting, with a deadline that nobody reaches.
    measured = re.compile(
        r"perf_counter|process_time|thread_time|timeit|assert .*(monotonic|time\.time)\(\) -"
        r"|timeout=\d{1,2}\b|deadline = .*\+ \d{1,2}\b"
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if measured.search(line)
    ]
    assert found == []
