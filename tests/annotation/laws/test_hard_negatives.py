"""Words of the annotated texts that look like citations and are none: a bare article, a road."""

import csv
from pathlib import Path

import pytest
from hemicycle.annotation.laws.reader import read_laws
from hemicycle.evaluation.gold import read_gold
from hemicycle.resources import models_folder

_ROWS = Path(__file__).with_name("hard_negatives.tsv").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def golds():
    return {gold.name: gold for gold in read_gold(models_folder() / "gold" / "laws")}


@pytest.mark.parametrize(
    ("name", "words"), sorted({tuple(row[:2]) for row in csv.reader(_ROWS, delimiter="\t") if row})
)
def test_no_row(golds, name, words):
    gold = golds[name]
    assert words in gold.text
    places = []
    start = gold.text.find(words)
    while start >= 0:
        places.append((start, start + len(words)))
        start = gold.text.find(words, start + 1)
    annotated = [(a.start, a.end) for a in gold.annotations]
    found = [(m.start, m.end) for m in read_laws(gold.text, gold.header["country"])]
    # Where the words stand beside a citation, only that one is found.
    wrong = [
        gold.text[a:b]
        for a, b in found
        if (a, b) not in annotated and any(a < end and b > start for start, end in places)
    ]
    assert wrong == []
