"""Which days a TIMEX3 value covers."""

from datetime import date

import pytest
from hemicycle.annotation.dates.bounds import bounded
from hemicycle.annotation.dates.calendar import add_months, days_of, part_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-05-13", "2026-05-13", "2026-05-13"),
        ("2026-05-13T18:30", "2026-05-13", "2026-05-13"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2026-W20-WE", "2026-05-16", "2026-05-17"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1801-01-01", "1900-12-31"),
        ("2026/2030", "2026-01-01", "2030-12-31"),
        ("2025-09/2026-08", "2025-09-01", "2026-08-31"),
    ],
)
def test_days_of(value, first, last):
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["XXXX-07-14", "BC04", "2026-13", "2023-02-29", "P3D"])
def test_values_without_days(value):
    assert days_of(value) is None


def test_months_end_on_the_last_day_there_is():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [
        ("START", "2026-01-01", "2026-04-30"),
        ("MID", "2026-05-01", "2026-08-31"),
        ("END", "2026-09-01", "2026-12-31"),
    ],
)
def test_thirds_of_a_year(mod, first, last):
    found = part_of((date(2026, 1, 1), date(2026, 12, 31)), mod)
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


def test_thirds_of_a_month_cover_it():
    month = (date(2026, 2, 1), date(2026, 2, 28))
    start, middle, end = (part_of(month, mod) for mod in ("START", "MID", "END"))
    assert (start[0], end[1]) == month
    assert (middle[0] - start[1]).days == (end[0] - middle[1]).days == 1


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("BEFORE", ("BEFORE", "", "2026-03-01")),
        ("AFTER", ("AFTER", "2026-03-31", "")),
        ("since", ("", "2026-03-01", "2026-05-13")),
        ("from", ("ON_OR_AFTER", "2026-03-01", "")),
        ("until", ("ON_OR_BEFORE", "", "2026-03-31")),
        ("APPROX", ("APPROX", "2026-03-01", "2026-03-31")),
        ("", ("", "2026-03-01", "2026-03-31")),
    ],
)
def test_bounds(bound, expected):
    days = (date(2026, 3, 1), date(2026, 3, 31))
    assert bounded(days, bound, date(2026, 5, 13)) == expected
