"""What a bilingual text says in another language is in no table, and it is told where it stands."""

import json
import unicodedata

import hemicycle
import pytest
from hemicycle.foreign_lines import foreign_lines
from hemicycle.reading.words import Words

FRENCH = "Mme Awa Corvel a promis hier 3 millions d'euros pour les écoles de Kerlévan."
DUTCH = "Minister Jan Dewael heeft gisteren 5 miljoen euro voor de scholen van Gent beloofd."
ENGLISH = (
    "The minister said that they would have been there with 7 million euros for the port of Ghent."
)


def test_a_line_is_foreign_by_its_little_words():
    text = f"{FRENCH}\n{DUTCH}\n\nDe Gent\n{ENGLISH}"
    assert [text[start:end] for start, end in foreign_lines(text)] == [DUTCH, ENGLISH]
    assert foreign_lines("") == foreign_lines(FRENCH) == []
    assert (
        foreign_lines("Les « the » et « of » des textes que nous lisons ne sont pas à nous.") == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "Présents : MM. De Wever, Van der Maelen, Van den Heuvel, Di Rupo, De Croo.",
        "Los Angeles, San Diego, Las Vegas et El Paso ont signé la charte des villes.",
        "La start-up « To Be or Not to Be » a levé 12 millions d'euros cette année.",
        "« The Lord of the Rings and the Hobbit », de Tolkien, a été lu en séance.",
        "Il a dit : « We are the people and we will be there for the vote of this text »",
    ],
)
def test_names_and_what_is_quoted_make_no_line_foreign(line):
    assert foreign_lines(f"{line}\n{DUTCH}") == [(len(line) + 1, len(line) + 1 + len(DUTCH))]


def run(tmp_path, **options):
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / "a.txt").write_text("\n\n".join([FRENCH, DUTCH, *[FRENCH] * 6, ENGLISH]))
    hemicycle.run(tmp_path / "in", output=tmp_path / "out", date="2025-03-04", **options)
    return hemicycle.read(tmp_path / "out"), json.loads(
        (tmp_path / "out" / "documents" / "a" / "document.json").read_text()
    )


def test_no_table_has_rows_of_it_and_the_document_tells_where_it_is(tmp_path):
    frames, document = run(tmp_path)
    assert set(map(float, frames.amounts["value"])) == {3e6}
    assert not any("Dewael" in text for text in frames.people["text"])
    assert "Gent" not in set(frames.places["text"])
    text = (tmp_path / "out" / "documents" / "a" / "text.txt").read_text()
    assert [text[start:end] for start, end in document["foreign"]] == [DUTCH, ENGLISH]


def test_they_are_kept_where_they_are_wanted(tmp_path):
    frames, document = run(tmp_path, keep_foreign=True)
    assert document["foreign"] == []
    assert 7e6 in set(map(float, frames.amounts["value"]))


def test_the_label_of_a_turn_in_another_language_names_who_speaks(tmp_path):
    (tmp_path / "in").mkdir()
    said = [f"01.0{n} Jan Dewael (N-VA): {DUTCH}" for n in (2, 4)]
    ours = [f"01.0{n} Awa Corvel (PS): {FRENCH}" for n in (1, 3, 5)]
    lines = [ours[0], said[0], ours[1], said[1], ours[2]]
    (tmp_path / "in" / "a.txt").write_text("\n\n".join(lines))
    hemicycle.run(tmp_path / "in", output=tmp_path / "out")
    frames = hemicycle.read(tmp_path / "out")
    assert list(frames.speeches["speaker"]) == ["Awa Corvel", "Jan Dewael"] * 2 + ["Awa Corvel"]
    named = frames.people[frames.people["name"] == "Jan Dewael"]
    assert len(named) == 2  # in the labels alone
    assert set(map(float, frames.amounts["value"])) == {3e6}


@pytest.mark.parametrize(
    "text",
    [
        f"{DUTCH}\n{FRENCH}\n{ENGLISH}",
        unicodedata.normalize("NFD", f"{FRENCH}\n{DUTCH} é {ENGLISH}"),
        "It's what he'd said that they've been told of by the others and we’re sure.",
        FRENCH,
    ],
)
def test_tokens_that_are_cut_already_change_nothing(text):
    assert foreign_lines(text, Words(text).tokens) == foreign_lines(text)
