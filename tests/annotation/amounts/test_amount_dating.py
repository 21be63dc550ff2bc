import pytest
from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.dates.reader import read_dates


def days(text):
    return [Day(m.start, m.end, m.value.value) for m in read_dates(text, None, "")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("La croissance a été de 6 % en 2025.", ["2025"]),
        ("En 2025, la croissance a atteint 6 %, contre 4 % en 2024.", ["2025", "2024"]),
        ("Le taux atteint 94 %, contre 33 % en 2011.", ["", "2011"]),
        ("En 2025, 9 milliards d'euros de plus qu'en 2023.", ["2025"]),
        ("C'est 9 milliards d'euros de plus qu'en 2023.", ["2023"]),
        ("De 6 % en 2025, elle passe à 4 % en 2024.", ["2025", "2024"]),
        ("Elle atteint 71 %, en hausse de 6 % par rapport à 2023.", ["", ""]),
        ("Il coûte 6 milliards d'euros, en euros de 2023.", [""]),
        ("Le maire, élu en 2025, détaille un plan à 12 M€.", [""]),
        ("Nous donnerons, comme promis en 2023, 6 % de plus en 2025.", ["2025"]),
        ("Entre 2023 et 2025, la part est passée de 6 % à 4 %.", ["2023", "2025"]),
        ("Les prix ont augmenté de 6 % entre 2023 et 2025.", ["2023/2025"]),
        ("Le taux est de 6 % (après 4 % en 2024).", ["", "2024"]),
        ("Il coûtait 2 000 francs en 2025, contre 775 avant le siège.", ["2025", ""]),
        ("Le record de 2023 (37 °C) tient.", ["2023"]),
        ("Au titre du budget 2025, 5 000 bancs et 800 tables neuves.", ["2025", "2025"]),
        ("On compte 70 renvois en 2023 et 124 retraits en 2024.", ["2023", "2024"]),
        (
            "En 2022, 2023 et 2024, elle versa 1 300 euros, 1 700 euros et 1 400 euros.",
            ["2022", "2023", "2024"],
        ),
        ("Le 4 mai 2021, 12 corps repêchés, au total 31 morts.", ["2021-05-04", "2021-05-04"]),
        ("Le prix grimpera à 2 € en 2031 et fera une dépense de 6 M€.", ["2031", ""]),
        ("Un taux de départ (65 %) en 2020 parmi les plus bas.", ["2020"]),
        # of who tells, not of what is told
        ("3 mars 2021. – La police annonce que des pirates ont volé 2 M€.", [""]),
        ("Le ministre a confirmé le 4 mai 2023 un plan de 400 postes.", [""]),
        ("En mars 2019, un accord promettait que la région verserait 15 M€.", [""]),
        ("Le 4 mai 2023, nous avons gelé un accord qui coûtera 3 M€.", [""]),
        # of another thing
        ("Le taux atteint 18 %, au plus haut depuis 2011.", [""]),
        ("Le prix dépasse de 5 % son niveau de 2023.", [""]),
        ("La récolte est en recul de 6 % sur celle de 2024.", [""]),
    ],
)
def test_the_nearest_date_of_the_sentence(text, dates):
    found = reader().read(text, dates=days(text), taken=[])
    assert [mention.value.date for mention in found] == dates


def test_another_sentence_gives_no_date():
    text = "C'était en 2025. La croissance est de 6 %."
    (mention,) = reader().read(text, dates=days(text), sentences=[0, 17])
    assert mention.value.date == ""


def test_no_amount_stands_in_a_date():
    text = "Il reste 3 jours francs."
    assert reader().read(text, taken=[(9, 16)]) == []


def test_two_levels_take_the_two_dates_told_behind_them():
    text = "La dette est passée de 60 à 115 % entre 2007 et 2025."
    found = reader().read(text, dates=days(text))
    assert [mention.value.date for mention in found] == ["2007", "2025"]


@pytest.mark.parametrize(
    "text",
    [
        "La loi n° 2023-703 du 2 août 2023 crée 300 postes.",
        "Les fermes touchées par la sécheresse de l'été 2025 ont perdu 3 M€.",
    ],
)
def test_the_day_of_a_law_or_a_disaster_is_not_of_the_amount(text):
    dates = days(text)
    taken = [(day.start, day.end) for day in dates]
    assert [m.value.date for m in reader().read(text, dates=dates, taken=taken)] == [""]
