"""Which of the phrases around an amount says what it measures, and when none does."""

import tomllib
from pathlib import Path

import pytest
from hemicycle.annotation.amounts import choice, trust
from hemicycle.annotation.amounts.reader import reader
from hemicycle.evaluation.gold import read_gold
from hemicycle.evaluation.measuring import fit_choice, fit_rows, read_amounts, unseen_odds

MODELS = Path(__file__).parents[3] / "models"


def amount(text, every=True):
    [found] = reader().quantities(text, every=every)
    return found


def test_every_place_offers_its_phrase():
    found = amount("Pour le lait, la prime des éleveurs monte à 300 euros.")
    offered = {offer.seen[0]: offer.measure for offer in found.offers}
    assert offered["tied"] == "prime des éleveurs"
    assert offered["topic"] == "lait"


def test_what_the_rules_give_is_weighed_alone_where_it_is_sure():
    text = "La prime des éleveurs monte à 300 euros."
    assert len(amount(text, every=False).offers) == 1
    assert amount(text, every=False).measure == amount(text).measure == "prime des éleveurs"


def test_a_phrase_less_likely_right_than_not_is_refused():
    found = amount("Sous Moreau, 40 %.")
    assert found.offers
    assert all(offer.odds <= 0 for offer in found.offers)
    assert (found.measure, found.odds) == ("", None)


def test_the_odds_of_the_measure_are_in_the_confidence_of_the_row():
    sure = amount("Le coût de la ligne est de 300 euros.")
    assert sure.facts["measure_odds"] == pytest.approx(min(sure.odds, trust.SUREST))
    assert sure.confidence > 0.8
    assert "no_measure" in amount("Sous Moreau, 40 %.").facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le taux est de 3 %.", "rate_for_share"),
        ("Le budget est de 3 M€.", "cost_for_money"),
        ("Le PIB est de 3 M€.", "base_noun"),
        ("Le nombre est de 3 M€.", "quantity_noun"),
    ],
)
def test_a_feature_holds_of_a_phrase(text, name):
    assert any(name in offer.seen for offer in amount(text).offers)


def test_the_shipped_weights_are_what_calibrate_fits():
    shipped = tomllib.loads((MODELS / "calibration" / "amounts.toml").read_text(encoding="utf-8"))
    read = read_amounts(read_gold(MODELS / "gold"))
    chosen = fit_choice(read)
    for fitted in (chosen, fit_rows(read, unseen_odds(read, chosen))):
        lines = tomllib.loads(fitted.to_toml())[fitted.table]
        assert list(lines) == list(shipped[fitted.table])
        for name, line in lines.items():
            assert line["weight"] == pytest.approx(shipped[fitted.table][name]["weight"], abs=0.05)


def test_each_feature_has_a_weight():
    assert choice.weights().of.keys() == choice.FEATURES.keys()
    assert trust.weights().of.keys() == trust.FEATURES.keys()
