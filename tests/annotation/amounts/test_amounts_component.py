import spacy
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

TEXT = "La dette\u202fatteint 3\u202f400,5 Md€, soit 115 % du PIB en 2025."


def test_spans_carry_their_amount(blank):
    blank.add_pipe("hemicycle_amounts")
    doc = blank(TEXT)
    money, percent = doc.spans["amounts"]
    assert (money.label_, percent.label_) == ("money", "percent")
    assert money._.amount.unit == "EUR"
    start, end = money._.offsets
    assert TEXT[start:end] == "3\u202f400,5 Md€"


def test_dates_before_it_are_used(blank):
    finder = blank.add_pipe("hemicycle_amounts")
    doc = blank.make_doc(TEXT)
    place = TEXT.index("2025")
    DATES.set(doc, [Mention(place, place + 4, "DATE", Timex("DATE", "2025"))])
    assert [mention.value.date for mention in AMOUNTS.read(finder(doc))] == ["2025", "2025"]


def test_a_date_that_nobody_can_tell_is_left_out(blank):
    finder = blank.add_pipe("hemicycle_amounts")
    doc = blank.make_doc("Le taux est ce soir de 3 %.")
    DATES.set(doc, [Mention(12, 19, "TIME", Timex("TIME", "TEV"))])
    assert [mention.value.date for mention in AMOUNTS.read(finder(doc))] == [""]


def test_an_empty_document(blank):
    blank.add_pipe("hemicycle_amounts")
    assert list(blank("").spans["amounts"]) == []


def test_it_survives_disk_and_bytes(blank, tmp_path):
    blank.add_pipe("hemicycle_amounts")
    blank.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    again = Doc(blank.vocab).from_bytes(doc.to_bytes())
    assert [m.value for m in AMOUNTS.read(again)] == [m.value for m in AMOUNTS.read(doc)]


FINDER = spacy.blank("fr").add_pipe("hemicycle_amounts")
MAKE = spacy.blank("fr").make_doc


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789 .,'-%€ km", max_size=80))
def test_any_figures_are_read(text):
    assert all(m.value.value.is_finite() for m in AMOUNTS.read(FINDER(MAKE(text))))


@settings(deadline=None)
@given(text=st.text())
def test_any_text_is_read(text):
    doc = FINDER(MAKE(text))
    assert all(0 <= m.start < m.end <= len(text) for m in AMOUNTS.read(doc))


WORDS = [
    "12",
    "3,5",
    "%",
    "€",
    "un",
    "millions",
    "de",
    "à",
    "et",
    "entre",
    "sur",
    "postes",
    "(",
    ",",
]


@settings(deadline=None)
@given(text=st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_row_of_amount_words_is_read(text):
    mentions = list(AMOUNTS.read(FINDER(MAKE(text))))
    assert all(m.value.unit for m in mentions)
