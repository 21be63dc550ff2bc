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


def rates(text):
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_dates")
    nlp.add_pipe("hemicycle_amounts")
    doc = nlp(text)
    per = [mention.value.per for mention in AMOUNTS.read(doc)]
    return per, [m.value.value for m in DATES.read(doc) if m.value.type == "SET"]


def test_a_rate_of_an_amount_is_no_date():
    assert rates("Une aide de 300 euros par mois.") == (["month"], [])
    assert rates("Elle reçoit 300 euros chaque mois.") == (["month"], [])
    assert rates("Former 15 000 ingénieurs et techniciens par an.") == (["year"], [])
    assert rates("Le taux monte de 3 % par an ; on vote tous les ans.") == (["year"], ["P1Y"])


def test_what_recurs_without_an_amount_stays():
    assert rates("Le conseil se réunit une fois par trimestre.") == ([], ["P3M"])
    assert rates("Ouvert trois jours par semaine.")[1] == ["P1W"]


def test_links_are_places_in_the_text(blank):
    blank.add_pipe("hemicycle_dates")
    blank.add_pipe("hemicycle_amounts")
    text = "En 2025, la dette\u00a0publique a atteint 3 400 Md€, soit 115 % du PIB."
    doc = blank(text)
    first, second = [mention.value for mention in AMOUNTS.read(doc)]
    assert text[first.measure_start_char :].startswith("dette\u00a0publique a")
    assert first.measure == "dette publique"
    assert second.measure_start_char is not None
    starts = {m.start: m.value.value for m in DATES.read(doc)}
    assert starts[first.date_start_char] == first.date == "2025"


def test_two_levels_have_the_bounds_of_one_date(blank):
    blank.add_pipe("hemicycle_dates")
    blank.add_pipe("hemicycle_amounts")
    text = "Le nombre de médecins est passé de 2 841 à 3 012 médecins entre 2016 et 2022."
    doc = blank(text)
    (timex,) = DATES.read(doc)
    assert timex.value.value == "2016/2022"
    values = [m.value for m in AMOUNTS.read(doc)]
    assert [v.date for v in values] == ["2016", "2022"]
    assert {v.date_start_char for v in values} == {timex.start}
