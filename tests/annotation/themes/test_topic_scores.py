"""What is seen of topics, and the chances that it gives."""

import tomllib
from pathlib import Path

import pytest
from hemicycle.annotation.linear import CONSTANT, chance
from hemicycle.annotation.term_rates import TermRates, count_company
from hemicycle.annotation.themes.features import DOCUMENT, PASSAGE, Rates, passage_features
from hemicycle.annotation.themes.rates import count_filed
from hemicycle.annotation.themes.surroundings import REACH, Surroundings, rank_of
from hemicycle.annotation.themes.weighing import Evidence, Weighed
from hemicycle.annotation.themes.weights import passage_weights

MODELS = Path(__file__).parents[3] / "models"
NONE = TermRates({}, 5.0)


def said(start, term, code, weight=2.0):
    return Evidence(start, start + len(term), term, code, weight)


def likely(terms, around, heading=frozenset(), code="6", company=NONE, filed=NONE):
    topic = Weighed(code, sum(terms.values()), 1.0, terms)
    seen = passage_features(
        topic, Rates(company, filed), around, heading, 120, 4000 if around else 0
    )
    return chance(passage_weights().weigh(seen))


def test_a_term_that_stands_apart_from_its_topic_keeps_poor_company():
    counts = {}
    together = [said(0, "lycée", "6"), said(20, "élève", "6"), said(5000, "leçon", "6")]
    for _ in range(20):
        count_company(together, counts)
    assert counts["6", "lycée"] == [20, 20]
    assert counts["6", "leçon"] == [20, 0]
    company = TermRates({key: tuple(both) for key, both in counts.items()}, 5.0)
    assert company.of("6", "leçon") < 0 < company.of("6", "lycée")
    assert company.of("6", "cantine") == 0


def test_the_surroundings_of_a_sentence_are_without_it_and_end():
    words = [said(0, "lycée", "6"), said(500, "hôpital", "3"), said(REACH + 900, "élève", "6")]
    around = Surroundings(words)
    assert around.of(490, 520, [words[1]]) == {"6": 2.0}
    assert around.of(REACH + 490, REACH + 520, []) == {"3": 2.0, "6": 2.0}
    last = around.of(REACH + 890, REACH + 950, [words[2]])
    assert last == {}
    assert (rank_of("3", {"3": 2.0}), rank_of("6", {"3": 2.0})) == (1, 0)


def test_a_lone_word_foreign_to_its_text_proves_little():
    alone = {"lecture": 2.0}
    several = {"lycée": 2.0, "élève": 2.0}
    at_home, abroad = {"6": 60.0, "3": 6.0}, {"3": 60.0}
    assert likely(alone, abroad) < 0.5 < likely(alone, at_home)
    assert likely(alone, abroad) < likely(several, abroad)
    assert likely(alone, abroad) < likely(alone, abroad, frozenset({"6"}))
    counted = TermRates({("6", "lecture"): (100, 1), ("6", "lycée"): (100, 99)}, 5.0)
    assert likely(alone, {}, filed=counted) < likely(alone, {})


def test_how_texts_are_filed_tells_what_a_term_proves():
    texts = [([said(0, "lycée", "6"), said(9, "budget", "1"), said(20, "budget", "1")], {"6"})]
    texts += [([said(0, "impôt", "1"), said(9, "lycée", "6")], {"1"})]
    counts = count_filed(texts * 10)
    assert counts["1", "budget"] == (10, 0)
    assert counts["6", "lycée"] == (20, 10)
    rates = TermRates.of_filed(counts)
    assert rates.of("1", "budget") < 0 < rates.of("1", "impôt")


@pytest.mark.parametrize(("table", "names"), [("passages", PASSAGE), ("documents", DOCUMENT)])
def test_every_feature_has_a_weight(table, names):
    file = MODELS / "calibration" / "themes.toml"
    shipped = tomllib.loads(file.read_text(encoding="utf-8"))
    assert list(shipped[table]) == [CONSTANT, *names]
