"""Places with who speaks, texts with their marks, two groups side by side, counted another way."""

import csv
import io
import math
from collections import Counter

import hemicycle
import pytest
from hemicycle.exploring.comparing import DIMENSIONS, _Names, compare
from hemicycle.exploring.marking import apart, marked
from hemicycle.exploring.searching import COLUMNS, search, search_table
from hemicycle.outputs import OutputError
from typer.testing import CliRunner

from hemicycle.cli.app import app  # isort: skip

SITTING = "2026-05-12_seance-questions"


def test_a_place_tells_who_speaks_where_and_when(corpus_run):
    hits = list(search(corpus_run, "logement"))
    assert hits
    frames = hemicycle.read(corpus_run)
    turns = frames.speeches.set_index(["doc_id", "speech"])
    for hit in hits:
        text = frames.text(hit.doc_id)
        assert text[hit.start_char : hit.end_char] == hit.text
        assert hit.before + hit.text + hit.after in text
        if hit.speech:
            assert turns.loc[hit.doc_id, int(hit.speech)]["speaker"] == hit.speaker
    assert {hit.date for hit in hits if hit.doc_id == SITTING} == {"2026-05-12"}
    assert any(hit.speaker for hit in hits if hit.doc_id == SITTING)


def test_places_are_typed_in_a_notebook_and_so_is_none(corpus_run):
    frames = hemicycle.read(corpus_run)
    found, none = frames.search("logement"), frames.search("introuvable")
    assert len(found) == len(list(search(corpus_run, "logement")))
    kinds = [[kind.kind for kind in frame.dtypes] for frame in (found, none)]
    assert (len(none), kinds[1]) == (0, kinds[0])
    assert found["date"].dtype.kind == "M"
    joined = found.merge(frames.speeches, on=["doc_id", "speech"])
    assert len(joined) == found["speech"].notna().sum()


def test_the_rows_of_a_table_can_be_searched(corpus_run):
    frames = hemicycle.read(corpus_run)
    header, found = search_table(corpus_run, "amounts", "milliards")
    rows = [dict(zip(header, row, strict=True)) for row in found]
    assert rows
    held = frames.amounts["text"].str.contains("milliards") | frames.amounts[
        "sentence"
    ].str.contains("milliards")
    assert len(rows) >= held.sum()
    with pytest.raises(OutputError, match="no table 'montants'"):
        search_table(corpus_run, "montants", "x")


def test_the_text_with_its_marks_is_the_text(corpus_run):
    document, stretches = marked(corpus_run, SITTING, ["people", "dates"])
    assert "".join(stretch.text for stretch in stretches) == document.text
    frames = hemicycle.read(corpus_run)
    people = frames.people[frames.people["doc_id"] == SITTING]
    assert Counter(s.text for s in stretches if s.table == "people") == Counter(people["text"])
    with pytest.raises(OutputError, match="no table of mentions"):
        marked(corpus_run, SITTING, ["themes"])


def test_overlapping_spans_are_set_apart_by_their_order():
    spans = [(7, 10, "a"), (4, 8, "b"), (0, 5, "c"), (9, 12, "d"), (5, 7, "e")]
    assert apart(spans) == [(0, 5, "c"), (5, 7, "e"), (7, 10, "a")]


def test_two_speakers_are_compared_by_what_they_say(corpus_run):
    frames = hemicycle.read(corpus_run)
    speeches = frames.speeches[frames.speeches["doc_id"] == SITTING]
    first, second = speeches.groupby("speaker")["words"].sum().nlargest(2).index
    a, b, found = compare(corpus_run, first, second.upper(), "speaker")
    assert a.words == speeches[speeches["speaker"] == first]["words"].sum()
    # Counted another way, by pandas.
    joined = frames.joined("theme_passages")
    for side, name in ((a, first), (b, second)):
        turns = frames.speeches[frames.speeches["speaker"] == name][["doc_id", "speech"]]
        mine = joined.merge(turns, on=["doc_id", "speech"])
        assert side.counts["themes"] == Counter(mine["theme"])
    for one in found:
        assert one.low <= one.log_odds <= one.high
        assert (one.log_odds > 0) == (one.share_a > one.share_b) or one.share_a == one.share_b
        total = sum(a.counts[one.dimension].values())
        assert math.isclose(one.share_a, one.count_a / total, abs_tol=1e-4)
    assert {one.dimension for one in found} <= set(DIMENSIONS)


def test_documents_are_compared_by_a_column_of_theirs(corpus_run):
    with pytest.raises(OutputError, match="no column 'parti'"):
        compare(corpus_run, "a", "b", "parti")
    with pytest.raises(OutputError, match="the largest are"):
        compare(corpus_run, "Personne", "Nul", "speaker")
    a, b, _ = compare(corpus_run, "fr", "FR", "language")
    assert a.documents == len(hemicycle.read(corpus_run).documents)
    assert b.documents == 0 or b.words == a.words


def test_the_commands_give_csv_where_nobody_looks(corpus_run):
    runner = CliRunner()
    result = runner.invoke(app, ["search", "logement", str(corpus_run)])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == len(list(search(corpus_run, "logement")))
    assert rows[0].keys() >= {"doc_id", "speaker", "before", "text", "after"}
    nothing = runner.invoke(app, ["search", "introuvable", str(corpus_run)])
    assert (nothing.exit_code, nothing.stdout) == (3, f"{','.join(COLUMNS)}\n")
    assert runner.invoke(app, ["search", "(", str(corpus_run), "--regex"]).exit_code == 2
    shown = runner.invoke(app, ["show", SITTING, str(corpus_run), "--table", "people"])
    assert "[people " in shown.stdout
    assert runner.invoke(app, ["show", "rien", str(corpus_run)]).exit_code == 2
    frames = hemicycle.read(corpus_run)
    two = frames.speeches.groupby("speaker")["words"].sum().nlargest(2).index
    compared = runner.invoke(app, ["compare", *two, str(corpus_run), "--by", "speaker"])
    numbers = list(csv.DictReader(io.StringIO(compared.stdout)))
    assert all(float(row["low"]) <= float(row["high"]) for row in numbers)
    assert numbers


def test_a_table_without_hits_is_a_table(corpus_run):
    words = ["search", "introuvable", str(corpus_run), "--table", "amounts", "--as", "csv"]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 3
    assert done.stdout.startswith("doc_id,start_char,")
    assert len(done.stdout.splitlines()) == 1


def test_a_speaker_is_one_person_under_all_names(tmp_path):
    texts = {
        "a": "M. Gaspard Lemoigne, député. – Les hôpitaux de nos villes manquent de médecins.\n\n"
        "Mme Irène Castaing, députée. – La forêt brûle chaque été dans nos départements.\n\n"
        "M. Gaspard Lemoigne. – Les maternités ferment aussi.\n",
        "b": "M. Gaspard Lemoigne. – Les écoles rurales perdent leurs enseignants.\n\n"
        "Mme Irène Castaing. – Le budget de la défense augmente.\n\n"
        "M. Lemoigne. – Les urgences ferment la nuit.\n",
        "c": "M. Lemoigne. – Les soignants partent, et personne ne les retient.\n\n"
        "Mme Castaing. – Nos agriculteurs aussi quittent leurs terres.\n\n"
        "M. Lemoigne. – Les urgences ferment la nuit.\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    hemicycle.run(tmp_path, output=tmp_path / "out")
    speeches = hemicycle.read(tmp_path / "out").speeches
    his = speeches[speeches["speaker_id"] == "gaspard-lemoigne"]
    assert set(his["speaker"]) == {"Gaspard Lemoigne", "Lemoigne"}
    for name in ("Gaspard Lemoigne", "Lemoigne"):
        one, _, _ = compare(tmp_path / "out", name, "Irène Castaing", by="speaker")
        assert (one.documents, one.speeches, one.words) == (3, len(his), his["words"].sum())


def test_two_things_of_one_name_are_told_apart_by_their_ids():
    names = _Names()
    for key, name in (("fr:ps", "PS"), ("be:ps", "PS"), ("eu:ue", "UE"), ("eu:ue", "UE")):
        names.learn(key, name)
    names.learn("eu:ue", "Union européenne")
    counts = Counter({"fr:ps": 3, "be:ps": 2, "eu:ue": 1})
    assert names.by_name(counts) == {"PS (fr:ps)": 3, "PS (be:ps)": 2, "UE": 1}
