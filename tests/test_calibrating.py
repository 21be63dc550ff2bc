"""The shipped weights are those that the annotated texts give."""

import json
import tomllib
from pathlib import Path

import pytest
from hemicycle.annotation.sectors.trust import LEAST_CONFIDENCE
from hemicycle.annotation.themes.factory import DEFAULTS
from hemicycle.evaluation.gold import read_gold
from hemicycle.evaluation.naming import fit_people, read_people, usual_figures
from hemicycle.evaluation.reliability import reliability
from hemicycle.evaluation.sectors import fit_sectors, judged_sectors
from hemicycle.evaluation.sentences import read_sentences
from hemicycle.evaluation.topics import (
    fit_topics,
    judged_documents,
    judged_later,
    judged_passages,
    read_questions,
)

MODELS = Path(__file__).parent.parent / "models"


@pytest.fixture(scope="module")
def read():
    return read_people(read_gold(MODELS / "gold"))


def test_the_weights_of_people_are_what_calibrate_fits(read):
    shipped = tomllib.loads((MODELS / "calibration" / "people.toml").read_text(encoding="utf-8"))
    for fitted in fit_people(read):
        lines = tomllib.loads(fitted.to_toml())[fitted.table]
        assert list(lines) == list(shipped[fitted.table])
        for name, line in lines.items():
            assert line["weight"] == pytest.approx(shipped[fitted.table][name]["weight"], abs=0.02)
        if fitted.table == "agreement":
            figures = usual_figures(read, fitted)
            assert min(figures.precision, figures.recall) > 0.985
            assert figures.loss < 0.05


def test_the_weights_of_sectors_are_what_calibrate_fits():
    shipped = tomllib.loads((MODELS / "calibration" / "sectors.toml").read_text(encoding="utf-8"))
    fitted = fit_sectors(read_sentences(MODELS / "gold"))
    lines = tomllib.loads(fitted.to_toml())[fitted.table]
    assert list(lines) == list(shipped[fitted.table])
    for name, line in lines.items():
        assert line["weight"] == pytest.approx(shipped[fitted.table][name]["weight"], abs=0.02)
    kept = [right for sure, right in judged_sectors(fitted) if sure >= LEAST_CONFIDENCE]
    assert sum(kept) / len(kept) > 0.89
    bins = [b for b in reliability(judged_sectors(fitted)) if b.number >= 50 and b.low >= 0.6]
    assert bins
    assert all(abs(b.mean_score - b.right) < 0.06 for b in bins)


def test_chances_of_passages_are_those_of_judged_passages():
    judged = judged_passages()
    kept = [right for sure, right in judged if sure >= DEFAULTS["least_chance"]]
    assert sum(kept) / len(kept) > 0.85
    mean = sum(sure for sure, _ in judged) / len(judged)
    assert mean == pytest.approx(sum(right for _, right in judged) / len(judged), abs=0.02)


def test_chances_of_first_themes_are_those_of_judged_texts():
    judged = judged_documents()
    kept = [right for sure, right in judged if sure >= DEFAULTS["least_of_text"]]
    assert sum(kept) / len(kept) > 0.8
    sure = [right for chance, right in judged if chance >= 0.9]
    assert len(sure) > 80
    assert sum(sure) / len(sure) > 0.9
    left_out = [right for chance, right in judged if chance < DEFAULTS["least_of_text"]]
    assert sum(left_out) / len(left_out) < 0.35


def test_chances_of_later_themes_are_those_of_judged_texts():
    judged = judged_later()
    kept = [right for sure, right in judged if sure >= DEFAULTS["least_of_later"]]
    left_out = [right for sure, right in judged if sure < DEFAULTS["least_of_later"]]
    assert sum(kept) / len(kept) > 0.7
    assert sum(left_out) / len(left_out) < 0.35
    bins = [one for one in reliability(judged) if one.number >= 50]
    assert all(abs(one.mean_score - one.right) < 0.08 for one in bins)


def test_filed_questions_make_the_priors_of_texts_and_leave_those_of_passages(tmp_path):
    file = tmp_path / "questions.jsonl"
    filed = [
        {"text": "Les lycées et les collèges attendent la rentrée scolaire.", "labels": ["6"]},
        {"text": "Les agriculteurs attendent le prix du blé à l'école.", "labels": ["4"]},
    ]
    file.write_text("\n".join(json.dumps(one) for one in filed), encoding="utf-8")
    golds = [gold for gold in read_gold(MODELS / "gold") if gold.listed("themes")]
    sentences = read_sentences(MODELS / "gold")[:20]
    tables = fit_topics(sentences, golds[:3], list(read_questions(file)))
    (passages, told), (documents, told_of_texts) = tables
    shipped = tomllib.loads((MODELS / "calibration" / "themes.toml").read_text(encoding="utf-8"))
    assert passages.lines["share"][1] == shipped["passages"]["share"]["prior"]
    assert documents.lines["share"][1] != shipped["documents"]["share"]["prior"]
    assert told == ""
    assert "filed" in told_of_texts
