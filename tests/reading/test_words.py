import pytest
from hemicycle.reading.reading import Reading, reading_of
from hemicycle.reading.words import PerForm, Words, is_capital


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kassym‑Jomart N’Diaye", ["Kassym-Jomart", "N'Diaye"]),
        ("l’école d'aujourd’hui", ["l'", "école", "d'", "aujourd'hui"]),
        ("qu’il n’ait", ["qu'", "il", "n'", "ait"]),
        ("Aujourdʻhui, aujourdꞌhui, l＇an", ["Aujourd'hui", "aujourd'hui", "l'", "an"]),
        ("l’« égalité »", ["l'", "égalité"]),
        ("l' an 2000", ["l'", "an", "2000"]),
        ("jusqu'", ["jusqu'"]),
        ("Rosemont–La Salle – élu", ["Rosemont-La", "Salle", "élu"]),
        ("l’article 49.3, fin.Suite", ["l'", "article", "49.3", "fin", "Suite"]),
        ("le 1er du G20", ["le", "1er", "du", "G20"]),
        ("Corvel-qui se tait, Vau-le-Roy", ["Corvel", "qui", "se", "tait", "Vau-le-Roy"]),
        ("e\u0301te\u0301 2025", ["e\u0301te\u0301", "2025"]),
        ("… ! « »", []),
        ("", []),
    ],
)
def test_words(text, forms):
    words = Words(text)
    assert words.forms == forms
    assert words.lower == [form.lower() for form in forms]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Le 31.12.25", ["le", "31", ".", "12", ".", "25"]),
        ("2012–2015", ["2012", "-", "2015"]),
        ("mars – avril", ["mars", "–", "avril"]),
        ("aujourd’hui", ["aujourd'", "hui"]),
        ("l’été, 18h30", ["l'", "été", ",", "18", "h", "30"]),
        ("« 10 % »", ["«", "10", "%", "»"]),
    ],
)
def test_tokens(text, tokens):
    assert Words(text).tokens == tokens


def test_every_word_and_token_stands_at_its_place():
    text = "L’œuvre — « N’Diaye-Roy », 1’250 € (art. L. 110-1) : d’ici à l'an 2030…"
    words = Words(text)
    straight = text.replace("’", "'")
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        assert straight[start:end] == form
    for token, start, end in zip(words.tokens, words.token_starts, words.token_ends, strict=True):
        assert straight[start:end].lower() == token


def test_gaps_and_spaces():
    words = Words("Un  mot,\nun    autre")
    assert [words.spaced(index) for index in range(-1, 6)] == [
        False, False, True, False, False, False, False,
    ]  # fmt: skip
    assert words.gap(0) == ""
    assert words.gap(2) == ",\n"
    assert words.gap(4) == ""


@pytest.mark.parametrize(
    ("form", "capital"),
    [
        ("Aslan", True), ("al-Mourabi", True), ("Rendez-nous", False), ("école", False),
        ("porte-Parole", False), ("L'", True),
    ],
)  # fmt: skip
def test_capitals(form, capital):
    assert is_capital(form) is capital
    assert Words(form).capital == [capital]


def test_a_table_asks_once_for_each_form():
    asked = []
    table = PerForm(lambda form: asked.append(form) or len(form))
    assert Words("un deux un").each(table) == [2, 4, 2]
    assert asked == ["un", "deux"]


def test_a_table_forgets_before_it_grows_without_end(monkeypatch):
    monkeypatch.setattr("hemicycle.reading.words._MOST_FORMS", 3)
    table = PerForm(len)
    for form in ("a", "b", "c", "d"):
        assert table[form] == 1
    assert dict(table) == {"d": 1}


def test_a_table_keeps_no_endless_form():
    table = PerForm(len)
    assert table["x" * 500] == 500
    assert not dict(table)


def test_a_document_is_read_once(nlp):
    doc = nlp.make_doc("La séance est ouverte.")
    assert reading_of(doc) is reading_of(doc)
    made = []
    reading = reading_of(doc)
    for _ in range(2):
        assert reading.once(lambda one: 1) == 1
    count = lambda one: made.append(one)  # noqa: E731
    reading.once(count)
    reading.once(count)
    assert made == [reading]
    assert Reading.of(reading) is reading
