"""Which of the phrases around an amount says what it measures, and when none does."""

import tomllib
from pathlib import Path

import pytest
from hemicycle.annotation.amounts import choice, trust
from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.linear import chance
from hemicycle.evaluation.gold import read_gold
from hemicycle.evaluation.measuring import (
    fit_choice,
    fit_dates,
    fit_kept,
    read_amounts,
)
from hemicycle.evaluation.read_cells import AMOUNTS, read_cells

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
    assert found.odds < 0
    assert found.measure == ""


def test_the_odds_of_the_measure_are_in_the_confidence_of_the_row():
    sure = amount("Le coût de la ligne est de 300 euros.")
    assert sure.facts["phrase_odds"] == pytest.approx(min(sure.phrase_odds, trust.SUREST))
    assert sure.confidence == pytest.approx(chance(sure.odds), abs=0.01)
    assert sure.confidence > 0.8


def test_what_is_as_sure_as_the_row_that_it_takes_up():
    first, second = reader().quantities("Le coût est de 300 euros, contre 200 euros.", every=True)
    assert second.measure == first.measure == "coût"
    assert second.facts.get("of_unsure", 0.0) == max(0.0, second.phrase_odds - first.odds)


def test_a_phrase_behind_a_mark_and_one_behind_the_amount_tell_of_their_row():
    told = trust.facts_of_phrase(("behind", "near", "mark_between"), 9.0)
    assert told == {"phrase_odds": trust.SUREST, "phrase_behind": 1.0, "phrase_apart": 1.0}


def test_read_cells_have_features_that_are_known_and_no_words():
    known = choice.FEATURES.keys() | trust.OF_MEASURE.keys() | trust.OF_DATE.keys()
    cells = [*read_cells(AMOUNTS, "measure"), *read_cells(AMOUNTS, "date")]
    assert {name for cell in cells for name in cell.seen} <= known
    assert all(cell.document.isdecimal() for cell in cells)


def dated(text, day, **kwargs):
    start = text.index(day)
    days = [Day(start, start + len(day), "2026")]
    spans = [(start, start + len(day))]
    return reader().quantities(text, dates=days, taken=spans, times=spans, **kwargs)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("En 2026, les ventes tombent, dit-on, à 3 M€.", ("date_opens",)),
        ("La Ville, dit-on, verse en 2026 aux écoles 3 M€.", ("date_ahead",)),
        ("Le pont coûte 3 M€ en 2026.", ()),
        ("Le pont coûte 3 M€ ; on le voit en 2026.", ("date_behind_stop", "date_behind_verb")),
        ("Le pont coûte 3 M€, la gare 4 M€ en 2026.", ("date_behind_amount",)),
        ("Le pont coûte 3 M€ à compter de 2026.", ("date_from",)),
    ],
)
def test_what_is_seen_of_a_date(text, seen):
    [found, *_] = dated(text, "2026", every=True)
    assert set(seen) <= set(found.date_facts)
    assert bool(seen) == bool(found.date_facts)


@pytest.mark.parametrize(
    ("day", "seen"), [("aujourd'hui", False), ("désormais", False), ("hier", True)]
)
def test_a_day_is_told_from_that_of_the_document(day, seen):
    text = f"Le pont coûte 3 M€ {day}."
    start = text.index(day)
    days = [Day(start, start + len(day), "2026-03-04")]
    [found] = reader().quantities(text, dates=days, every=True)
    assert ("date_day" in found.date_facts) is seen


def test_a_date_likelier_wrong_than_right_is_refused():
    text = "Le pont coûte 3 M€ ; la gare, que nous avons vue, coûte, dit-on partout, 4 M€ en 2026."
    [pont, gare] = dated(text, "2026")
    assert (pont.date, pont.date_start, pont.date_role) == ("", None, "")
    assert gare.date == "2026"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le taux est de 3 %.", "rate_for_share"),
        ("Le budget est de 3 M€.", "cost_for_money"),
        ("Le PIB est de 3 M€.", "base_noun"),
        ("Le budget est de 3 M€.", "quantity_noun"),
    ],
)
def test_a_feature_holds_of_a_phrase(text, name):
    assert any(name in offer.seen for offer in amount(text).offers)


def test_the_shipped_weights_are_what_calibrate_fits():
    shipped = tomllib.loads((MODELS / "calibration" / "amounts.toml").read_text(encoding="utf-8"))
    chosen = fit_choice(read_amounts(read_gold(MODELS / "gold")))
    tables = chosen, fit_kept(chosen), fit_dates()
    for fitted in tables:
        lines = tomllib.loads(fitted.to_toml())[fitted.table]
        assert list(lines) == list(shipped[fitted.table])
        for name, line in lines.items():
            assert line["weight"] == pytest.approx(shipped[fitted.table][name]["weight"], abs=0.05)


def test_each_feature_has_a_weight():
    assert choice.weights().of.keys() == choice.FEATURES.keys()
    assert trust.measure_weights().of.keys() == trust.OF_MEASURE.keys()
    assert trust.date_weights().of.keys() == trust.OF_DATE.keys()
