"""Weights are fitted towards what was believed, and judged on documents left out."""

import numpy as np
import pytest
from hemicycle.evaluation.fitting import Examples, best_judged, fit, folds, judge, log_loss
from hemicycle.evaluation.weights import Figures, fit_table


def examples(believed=(0.0, 0.0), number=400):
    random = np.random.default_rng(7)
    features = np.column_stack([np.ones(number), random.integers(0, 2, number)])
    chance = 1 / (1 + np.exp(-(features @ np.array([-1.0, 2.0]))))
    documents = [f"text {index % 20}" for index in range(number)]
    return Examples(features, random.random(number) < chance, documents, np.array(believed))


def test_the_weights_that_made_the_examples_are_found():
    assert fit(examples(number=20_000), 0.01) == pytest.approx([-1.0, 2.0], abs=0.1)


def test_a_firm_ridge_keeps_what_was_believed():
    assert fit(examples((5.0, -3.0)), 1e9) == pytest.approx([5.0, -3.0], abs=0.01)


def test_what_is_never_seen_keeps_its_weight():
    seen = examples((0.0, 0.0))
    unseen = Examples(
        np.column_stack([seen.features, np.zeros(len(seen.right))]),
        seen.right,
        seen.documents,
        np.array([0.0, 0.0, 4.5]),
    )
    assert fit(unseen, 0.1)[2] == 4.5


def test_the_fit_is_the_lowest_point():
    some = examples((1.0, 1.0))
    best = fit(some, 2.0)

    def penalty(weights):
        loss = log_loss(some.features @ weights, some.right) * len(some.right)
        return loss + ((weights - some.believed) ** 2).sum()

    for step in ([0.05, 0], [-0.05, 0], [0, 0.05], [0, -0.05]):
        assert penalty(best + np.array(step)) > penalty(best)


def test_examples_that_no_line_parts_and_those_that_one_does_are_fitted():
    ones = np.ones((6, 1))
    parted = Examples(ones, np.array([True] * 6), list("abcdef"), np.array([-400.0]))
    assert fit(parted, 1e-3)[0] > 0


def test_documents_stay_together():
    fold = folds(["b", "a", "b", "c", "a"], 2)
    assert fold.tolist() == [1, 0, 1, 0, 0]


def test_a_document_is_judged_without_itself():
    # The feature tells a document apart and is right only there: unseen, it has no weight.
    documents = [f"text {k:02}" for k in range(10) for _ in range(5)]
    features = np.column_stack([np.ones(50), [name == "text 03" for name in documents]])
    right = np.array([name == "text 03" for name in documents])
    judged = judge(Examples(features, right, documents, np.array([0.0, 0.0])), 1.0)
    assert (judged.odds[right] < 0).all()


def test_of_ridges_that_cannot_be_told_apart_the_firmest_is_chosen():
    assert best_judged(examples((-1.0, 2.0))).ridge == 300.0
    assert best_judged(examples((4.0, -9.0), number=2000)).ridge < 100.0


def test_the_figures_count_what_has_no_odds_as_missed():
    figures = Figures.of(np.array([2.0, -1.0, 0.5]), np.array([True, True, False]), missed=2)
    assert (figures.precision, figures.recall) == (0.5, 0.25)
    assert str(figures).startswith("P 0.500 R 0.250 F1 0.333 log loss 0.8")


def test_a_table_is_written_a_line_a_feature():
    rows = [{"a": 1.0}, {}, {"a": 1.0, "b": 2.0}, {"b": 1.0}]
    fitted = fit_table(
        "names", ["a", "b"], {"a": {"prior": 3.0}}, rows, [True, False, True, False], list("wxyz")
    )
    lines = fitted.to_toml().splitlines()
    assert lines[3] == "[names]"
    assert [line.split(" = ")[0] for line in lines[4:]] == ["constant", "a", "b"]
    assert lines[5].endswith("prior = 3.0, seen = 2, so = 2 }")
    assert lines[6].endswith("prior = 0.0, seen = 2, so = 1 }")
    assert max(map(len, lines)) <= 100
