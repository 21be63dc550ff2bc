"""Dates written by CLDR patterns and read back, and texts of any characters."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import format_date, format_skeleton
from hemicycle.annotation.dates.reader import read_dates
from hypothesis import example, given, settings
from hypothesis import strategies as st

DAYS = st.dates(min_value=date(1931, 1, 1), max_value=date(2029, 12, 31))
LOCALES = st.sampled_from(["fr", "fr_BE", "fr_CA", "fr_CH", "fr_LU"])
FRAMES = st.sampled_from(["{}", "Fait le {}.", "Le {}, on vota.", "({})", "« {} »"])
SPACES = st.sampled_from([" ", "\u00a0", "\u202f"])


def values(text, anchor=date(2026, 5, 13)):
    return [mention.value.value for mention in read_dates(text, anchor, "FR")]


@given(DAYS, LOCALES, st.sampled_from(["full", "long", "medium", "short"]), FRAMES)
def test_days_in_every_cldr_length(day, locale, length, frame):
    assert values(frame.format(format_date(day, length, locale=locale))) == [day.isoformat()]


@given(DAYS, LOCALES, SPACES)
def test_days_with_any_space(day, locale, space):
    written = format_date(day, "long", locale=locale).replace(" ", space)
    assert values(f"Le {written}") == [day.isoformat()]


@given(DAYS, LOCALES, st.sampled_from(["yMMMM", "yMMM"]))
def test_months(day, locale, skeleton):
    written = format_skeleton(skeleton, day, locale=locale)
    assert values(f"En {written}, rien.") == [f"{day:%Y-%m}"]


@given(DAYS, LOCALES)
def test_quarters(day, locale):
    quarter = (day.month + 2) // 3
    written = format_skeleton("yQQQQ", day, locale=locale)
    assert values(f"Au {written}") == [f"{day.year}-Q{quarter}"]


@given(DAYS)
def test_short_quarters(day):
    written = format_skeleton("yQQQ", day, locale="fr")
    assert values(f"Au {written}") == [f"{day.year}-Q{(day.month + 2) // 3}"]


@given(DAYS, LOCALES)
def test_upper_case(day, locale):
    assert values(format_date(day, "full", locale=locale).upper()) == [day.isoformat()]


@given(st.dates(min_value=date(2025, 11, 1), max_value=date(2026, 11, 1)))
def test_days_without_year_follow_the_tense(day):
    anchor = date(2026, 5, 13)
    written = format_date(day, "d MMMM", locale="fr")
    past = read_dates(f"Il a démissionné le {written}.", anchor, "FR")[0].value
    future = read_dates(f"Il démissionnera le {written}.", anchor, "FR")[0].value
    assert anchor - timedelta(days=366) <= date.fromisoformat(past.value) <= anchor
    assert anchor <= date.fromisoformat(future.value) <= anchor + timedelta(days=366)


ODD = st.text(st.characters(codec="utf-8"), max_size=80)
WORDS = """le du au en 3 12 31 2025 1er mai mars été . , - / : h heures ans an mois jours il y a
dans dernier prochain début mi fin trimestre siècle XIXe lundi midi soir à et ² ٣ 00 d' l' nuit de
la session année années 90 quinzaine week-end av. J.-C. chaque même jour semaine"""
PIECES = st.lists(
    st.sampled_from(WORDS.split()),
    max_size=25,
)


@settings(max_examples=200)
@given(ODD, st.none() | st.dates())
@example("31/12/0000 31.13.2025 99:99 29 février 2023", None)
@example("il y a 9999999 ans, dans 99999999 jours, les 999 derniers siècles", date(1, 1, 1))
@example("l'an dernier, il y a un an, la semaine prochaine", date.max)
def test_any_text_is_read(text, anchor):
    for mention in read_dates(text, anchor, ""):
        assert 0 <= mention.start < mention.end <= len(text)


@settings(max_examples=200)
@given(PIECES, st.dates(), st.sampled_from([" ", "", "\n"]))
def test_any_words_of_time_are_read(pieces, anchor, space):
    text = space.join(pieces)
    found = read_dates(text, anchor, "FR")
    places = [(mention.start, mention.end) for mention in found]
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    for mention in found:
        assert mention.value.value
        if mention.value.begin and mention.value.end:
            assert mention.value.begin <= mention.value.end


@pytest.mark.parametrize("piece", ["1 ", "12, ", "le 3 et ", "1/", "les 8, 9 et 10 ", "mars-"])
def test_reading_is_linear(piece, calls_of):
    def calls(times):
        return calls_of(lambda: read_dates(piece * times, date(2026, 1, 1), "FR"))

    calls(10)
    # Four times the text takes four times the calls and some more.
    assert calls(1_200) < 5 * calls(300)


@pytest.mark.parametrize("anchor", [date.min, date.max, None])
def test_anchors_at_the_ends_of_time(anchor):
    text = "hier, demain, le mois prochain, il y a dix siècles, cet hiver, à Noël, le 14 juillet"
    for mention in read_dates(text, anchor, "FR"):
        assert mention.value.value
