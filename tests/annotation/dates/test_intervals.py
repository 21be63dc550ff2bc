"""Two bounds of one stretch of time."""

from datetime import date

import pytest
from hemicycle.annotation.dates.reader import read_dates

ANCHOR = date(2026, 5, 13)  # a Wednesday


def read(text, day=ANCHOR):
    return [(text[m.start : m.end], m.value) for m in read_dates(text, day, "FR")]


@pytest.mark.parametrize(
    ("text", "words", "value", "begin", "end"),
    [
        ("Il a siégé de 1992 à 1997.", "1992 à 1997", "1992/1997", "1992-01-01", "1997-12-31"),
        ("Entre 2026 et 2029, on bâtira.", "2026 et 2029", "2026/2029", "2026-01-01", "2029-12-31"),
        ("Le mandat 2019 – 2024 fut court.", "2019 – 2024", "2019/2024", "2019-01-01",
         "2024-12-31"),
        ("Du 1er mars 1999 au 2 mai 2004.", "1er mars 1999 au 2 mai 2004",
         "1999-03-01/2004-05-02", "1999-03-01", "2004-05-02"),
        ("Entre fin 2022 et début 2025.", "fin 2022 et début 2025", "2022/2025", "2022-09-01",
         "2025-04-30"),
        ("Entre le 15 juillet et le 15 août 2025.", "15 juillet et le 15 août 2025",
         "2025-07-15/2025-08-15", "2025-07-15", "2025-08-15"),
        ("de l'été 2024 au printemps 2025", "été 2024 au printemps 2025", "2024-SU/2025-SP",
         "2024-06-01", "2025-05-31"),
        ("Depuis 2019 jusqu'en 2024", "2019 jusqu'en 2024", "2019/2024", "2019-01-01",
         "2024-12-31"),
        ("De 2019 à aujourd'hui", "2019 à aujourd'hui", "2019/2026-05-13", "2019-01-01",
         "2026-05-13"),
        ("Entre le XVIe siècle et 1789", "XVIe siècle et 1789", "15/1789", "1501-01-01",
         "1789-12-31"),
        ("Entre 2024-2025 et 2026-2027", "2024-2025 et 2026-2027", "2024/2027", "2024-01-01",
         "2027-12-31"),
        ("mars – octobre 1916", "mars – octobre 1916", "1916-03/1916-10", "1916-03-01",
         "1916-10-31"),
        ("Entre le premier trimestre et le troisième trimestre 2025",
         "premier trimestre et le troisième trimestre 2025", "2025-Q1/2025-Q3", "2025-01-01",
         "2025-09-30"),
        ("Jeudi 7 mai, entre 22 h et 2 h", "22 h et 2 h", "2026-05-07T22:00/2026-05-08T02:00",
         "2026-05-07", "2026-05-08"),
        ("Entre 8 h et 10 h 30 jeudi", "8 h et 10 h 30 jeudi",
         "2026-05-14T08:00/2026-05-14T10:30", "2026-05-14", "2026-05-14"),
        ("du lundi 3 mai 2021 à 9 h au mardi 4 mai 2021 à 18 h",
         "lundi 3 mai 2021 à 9 h au mardi 4 mai 2021 à 18 h",
         "2021-05-03T09:00/2021-05-04T18:00", "2021-05-03", "2021-05-04"),
    ],
)  # fmt: skip
def test_one_row_from_the_first_to_the_last(text, words, value, begin, end):
    (surface, timex) = read(text)[-1]
    assert (surface, timex.value, timex.begin, timex.end) == (words, value, begin, end)
    assert timex.mod == ""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("L'échéance est reportée de 2026 à 2028.", ["2026", "2028"]),
        ("Le projet est reporté de 2026 à 2028.", ["2026", "2028"]),
        ("Les travaux, décalés de 2026 à 2028, coûteront.", ["2026", "2028"]),
        ("Le report du scrutin du 1er mai 2026 au 3 juin 2027", ["2026-05-01", "2027-06-03"]),
        ("Entre 2024 et 2023", ["2024", "2023"]),
        ("Entre 2010, 2011 et 2012", ["2010", "2011", "2012"]),
        ("En 2010 et 2012", ["2010", "2012"]),
        ("En 2024\n- 2026", ["2024", "2026"]),
        ("Il passa de 2 ans à 5 ans.", ["P2Y", "P5Y"]),
        ("Le délai de trois à quatre ans", ["P3Y", "P4Y"]),
    ],
)
def test_rows_of_their_own(text, values):
    assert [timex.value for _, timex in read(text)] == values


def test_without_a_date_of_the_document():
    (_, months), (_, hours) = read("Entre mars et mai, de 8 h 30 à 18 heures.", None)
    assert (months.value, months.begin) == ("XXXX-03/XXXX-05", "")
    assert (hours.type, hours.value, hours.end) == ("TIME", "T08:30/T18:00", "")


def test_lengths_with_their_units():
    ((surface, timex),) = read("Une peine de six mois à deux ans")
    assert (surface, timex.type, timex.value) == ("six mois à deux ans", "DURATION", "P6M/P2Y")


def test_ages_stay_ages():
    ((_, timex),) = read("Les jeunes âgés de 18 ans à 25 ans")
    assert (timex.value, timex.mod) == ("P18Y/P25Y", "AGE")
