from datetime import date

import pytest
from hemicycle.aggregation.periods import period_of

from .conftest import date as spoken


@pytest.mark.parametrize(
    ("frequency", "period"),
    [
        ("day", "2027-01-02"),
        ("week", "2026-W53"),
        ("month", "2027-01"),
        ("quarter", "2027-Q1"),
        ("year", "2027"),
    ],
)
def test_periods_of_a_day(frequency, period):
    assert period_of(date(2027, 1, 2), frequency) == period
    assert period_of(None, frequency) == ""


@pytest.mark.parametrize(
    ("begin", "end", "frequency", "period"),
    [
        ("2026-01-05", "2026-01-05", "day", "2026-01-05"),
        ("2026-01-05", "2026-01-11", "day", "2026-W02"),
        ("2026-01-05", "2026-01-30", "week", "2026-01"),
        ("2026-01-05", "2026-03-30", "month", "2026-Q1"),
        ("2026-01-05", "2026-06-30", "month", "2026"),
        ("2026-01-05", "2026-01-05", "year", "2026"),
        ("2026-01-01", "2030-12-31", "month", "2026/2030"),
    ],
)
def test_periods_of_a_span(corpus, begin, end, frequency, period):
    corpus.add("a", "2026-02-01", dates=[spoken(begin, end)])
    timeline = corpus.aggregate(freq=frequency).summary["timeline"]
    assert list(timeline["about"]) == [period]
