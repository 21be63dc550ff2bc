import pytest
from hemicycle.reading.sentence_index import LONGEST_SHOWN, SentenceIndex
from hypothesis import given
from hypothesis import strategies as st


class Sentences(SentenceIndex):
    """A text that is one sentence."""

    def __init__(self, text):
        self._text = text
        self._starts = [0]
        self._whole = {}


WORDS = [f"mot{n}" for n in range(1000)]
LONG = " ".join(WORDS)


def test_a_short_sentence_is_shown_whole():
    text = "Le maire\n de  Morlieu\x1cparle…"
    assert Sentences(text).on_one_line(3, 8) == "Le maire de  Morlieu parle…"


@pytest.mark.parametrize("number", [0, 1, 40, 500, 960, 998, 999])
def test_a_long_sentence_is_shown_around_the_mention_in_whole_words(number):
    start = LONG.index(WORDS[number])
    shown = Sentences(LONG).on_one_line(start, start + len(WORDS[number]))
    assert len(shown) <= LONGEST_SHOWN
    words = shown.strip("…").split()
    assert WORDS[number] in words
    assert words == WORDS[WORDS.index(words[0]) : WORDS.index(words[-1]) + 1]
    assert shown.startswith("…") == (words[0] != WORDS[0])
    assert shown.endswith("…") == (words[-1] != WORDS[-1])
    assert len(shown) > LONGEST_SHOWN - 20


def test_the_mention_stands_in_the_middle():
    start = LONG.index("mot500")
    before, _, after = Sentences(LONG).on_one_line(start, start + 6).partition("mot500")
    assert abs(len(before) - len(after)) < 20


@given(
    st.lists(st.sampled_from(["a", "bc", " ", "\n", "…", "x" * 700]), max_size=400).map("".join),
    st.integers(0, 10_000),
    st.integers(1, 900),
)
def test_never_more_than_is_stated_whatever_the_sentence(text, start, length):
    text = f"{text}z"
    start %= len(text)
    end = min(len(text), start + length)
    shown = Sentences(text).on_one_line(start, end)
    assert len(shown) <= LONGEST_SHOWN
    assert "\n" not in shown
    if not text[start].isspace():
        assert text[start] in shown


def test_output_grows_with_the_text_and_no_faster(nlp):
    from hemicycle.tables.registry import DOCUMENT_TABLES, rows_of

    def written(times):
        doc = nlp("le maire Aslan Corvel a dit en 2024 que le budget de 3 euros " * times)
        tables = rows_of(doc, "d", DOCUMENT_TABLES)
        return sum(len(cell) for rows in tables.values() for row in rows for cell in row)

    assert written(160) < 5 * written(40)
