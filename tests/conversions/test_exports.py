"""A run in other formats, read back by the libraries that their users have."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import conllu
import duckdb
import hemicycle
import networkx
import pytest
import spacy
from hemicycle.cli.export import _FILES, To
from hemicycle.export.databases import write_duckdb
from hemicycle.outputs import OutputError, csvfiles
from hemicycle.outputs.datapackage import read_datapackage
from lxml import etree
from spacy.tokens import DocBin
from typer.testing import CliRunner

from hemicycle.cli.app import app  # isort: skip

SITTING = "2026-05-12_seance-questions"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture(scope="module")
def exported(corpus_run, tmp_path_factory):
    """A copy of the run with every export in it."""
    outputs = tmp_path_factory.mktemp("exports") / "outputs"
    shutil.copytree(corpus_run, outputs)
    for to in _FILES:
        result = CliRunner().invoke(app, ["export", to.value, str(outputs)])
        assert result.exit_code == 0, result.output
    return outputs


@pytest.fixture(scope="module")
def frames(corpus_run):
    return hemicycle.read(corpus_run)


def asked(base, query):
    return base.execute(query).fetchall()


@pytest.mark.parametrize("to", [To.SQLITE, To.DUCKDB])
def test_databases_hold_every_row_typed(to, exported, frames):
    connect = sqlite3.connect if to is To.SQLITE else duckdb.connect
    base = connect(str(exported / _FILES[to]))
    for name in frames:
        ((count,),) = asked(base, f'SELECT count(*) FROM "{name}"')
        assert count == len(frames[name]), name
    ((words, largest),) = asked(
        base, 'SELECT (SELECT sum(words) FROM speeches), (SELECT max("value") FROM amounts)'
    )
    assert (words, largest) == (frames.speeches["words"].sum(), frames.amounts["value"].max())
    # The views, counted another way by pandas.
    seen = asked(
        base,
        "SELECT doc_id, start_char, title, speaker_role, date_begin FROM amounts_in_context "
        "ORDER BY doc_id, start_char",
    )
    context = frames.joined("amounts").sort_values(["doc_id", "start_char"])
    assert [row[:3] for row in seen] == list(
        zip(context["doc_id"], context["start_char"], context["title"], strict=True)
    )
    assert [row[3] or "" for row in seen] == list(context["speaker_role"])
    assert [str(row[4])[:10] if row[4] else "NaT" for row in seen] == [
        str(day)[:10] for day in context["date_begin"]
    ]
    ((quoted,),) = asked(base, "SELECT count(*) FROM who_said_what WHERE said = 'quote'")
    assert quoted == (frames.quotes["speaker"] != "").sum()
    ((turns,),) = asked(base, "SELECT count(*) FROM utterances")
    assert turns == len(frames.speeches)


def test_keys_of_the_database_hold(exported):
    base = sqlite3.connect(exported / _FILES[To.SQLITE])
    row = base.execute("SELECT * FROM people LIMIT 1").fetchone()
    marks = ", ".join("?" * len(row))
    with pytest.raises(sqlite3.IntegrityError):
        base.execute(f"INSERT INTO people VALUES ({marks})", row)


def test_spacy_reads_the_names_and_the_spans(exported, frames):
    docs = list(DocBin().from_disk(exported / _FILES[To.DOCBIN]).get_docs(spacy.blank("fr").vocab))
    assert {doc.user_data["doc_id"] for doc in docs} == set(frames.documents["doc_id"])
    for doc in docs:
        doc_id = doc.user_data["doc_id"]
        assert doc.text == frames.text(doc_id)
        people = frames.people[frames.people["doc_id"] == doc_id]
        places = {(span.start_char, span.end_char) for span in doc.spans["people"]}
        inside = zip(people["start_char"], people["end_char"], strict=True)
        assert all(any(s <= start and end <= e for s, e in places) for start, end in inside)
        assert {span.label_ for span in doc.ents} <= {"PER", "ORG", "LOC"}


def test_conllu_reads_sentences_with_names(exported, frames):
    sentences = conllu.parse((exported / _FILES[To.CONLLU]).read_text(encoding="utf-8"))
    document, named = "", 0
    for sentence in sentences:
        document = sentence.metadata.get("newdoc id", document)
        text = frames.text(document)
        for word in sentence:
            misc = word["misc"]
            assert text[int(misc["start_char"]) : int(misc["end_char"])] == word["form"]
            named += misc.get("NER", "").startswith("B-")
    names = sum(len(frames[name]) for name in ("people", "organisations", "places"))
    assert 0.9 * names <= named <= names


def test_the_graph_names_and_quotes(exported, frames):
    graph = networkx.read_gexf(exported / _FILES[To.GEXF])
    labels = networkx.get_node_attributes(graph, "label")
    assert set(frames.people["person"]) - {""} <= set(labels.values())
    mentions = networkx.get_node_attributes(graph, "mentions")
    counted = frames.people["person"].value_counts()
    assert all(mentions[node] == counted.get(name, 0) for node, name in labels.items())
    assert all(source != end for source, end in graph.edges())


def test_tei_holds_the_turns_and_their_words(exported, frames):
    for doc_id in frames.documents["doc_id"]:
        root = etree.parse(exported / "tei" / f"{doc_id}.xml").getroot()
        body = root.find(f"{TEI}text")
        assert "".join("".join(body.itertext()).split()) == "".join(frames.text(doc_id).split())
        turns = frames.speeches[frames.speeches["doc_id"] == doc_id]
        assert len(body.findall(f".//{TEI}u")) == len(turns)
    ids = [node.get("{http://www.w3.org/XML/1998/namespace}id") for node in root.iter()]
    ids = [one for one in ids if one]
    assert len(ids) == len(set(ids))
    sitting = etree.parse(exported / "tei" / f"{SITTING}.xml").getroot()
    persons = {
        person.get("{http://www.w3.org/XML/1998/namespace}id")
        for person in sitting.iter(f"{TEI}person")
    }
    said = {u.get("who") for u in sitting.iter(f"{TEI}u") if u.get("who")}
    assert {f"#{one}" for one in persons} == said
    assert sitting.findall(f".//{TEI}kinesic")
    assert [head.text for head in sitting.iter(f"{TEI}head")] == ["Questions au Gouvernement"]


def test_tei_of_turns_is_what_parlamint_takes(exported, frames):
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "sitting.rng"))
    checked = 0
    for doc_id in frames.speeches["doc_id"].unique():
        root = etree.parse(exported / "tei" / f"{doc_id}.xml").getroot()
        for part in (root.find(f"{TEI}text"), root.find(f".//{TEI}particDesc")):
            alone = etree.fromstring(etree.tostring(part, with_tail=False))
            schema.assertValid(alone)
            checked += 1
    assert checked > 4
    alone.find(f".//{TEI}person").set("role", "ministre")
    assert not schema.validate(alone)


def test_turns_written_as_tei_are_read_again(exported, frames, tmp_path):
    again = hemicycle.run(exported / "tei", output=tmp_path / "again")
    assert not again.failures
    columns = ["doc_id", "speaker", "words"]
    told = hemicycle.read(tmp_path / "again").speeches
    told["doc_id"] = told["doc_id"].str.removesuffix("-xml")
    assert told[columns].values.tolist() == frames.speeches[columns].values.tolist()


def test_json_for_who_annotates(exported, frames):
    lines = (exported / _FILES[To.JSONL]).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len(records) == len(frames.documents)
    people = [
        (r["meta"]["doc_id"], s["start"], s["end"], s.get("name", ""))
        for r in records
        for s in r["spans"]
        if s["label"] == "people"
    ]
    columns = ("doc_id", "start_char", "end_char", "name")
    assert sorted(people) == sorted(zip(*(frames.people[c] for c in columns), strict=True))
    tasks = json.loads((exported / _FILES[To.LABEL_STUDIO]).read_text(encoding="utf-8"))
    for task in tasks:
        for result in task["predictions"][0]["result"]:
            value = result["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_sql_over_frames_reads_nothing_else(frames):
    found = frames.sql("SELECT speaker, count(*) AS n FROM quotes GROUP BY 1")
    assert found["n"].sum() == len(frames.quotes)
    assert len(frames.sql("SELECT * FROM summary_people")) == len(frames.summary["people"])
    with pytest.raises(duckdb.Error):
        frames.sql("SELECT * FROM read_csv('pyproject.toml')")


def test_joined_tables_keep_their_rows(frames):
    for name in ("people", "quotes", "amounts", "themes", "keywords", "speeches", "dates"):
        joined = frames.joined(name)
        assert len(joined) == len(frames[name])
        assert list(joined["doc_id"]) == list(frames[name]["doc_id"])
    with pytest.raises(hemicycle.outputs.OutputError, match="no table 'montants'"):
        frames.joined("montants")


def test_an_unfinished_folder_is_said(tmp_path):
    result = CliRunner().invoke(app, ["export", "sqlite", str(tmp_path)])
    assert result.exit_code == 2
    assert not list(tmp_path.glob("*.sqlite"))


@pytest.mark.parametrize("to", list(To))
def test_a_folder_that_is_not_there_is_said_and_not_made(to, tmp_path):
    result = CliRunner().invoke(app, ["export", to.value, str(tmp_path / "gone")])
    assert (result.exit_code, "holds no finished run" in result.output) == (2, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("to", "told"), [("sqlite", "is no folder"), ("xlsx", "no --output")])
def test_a_file_that_cannot_be_written_there_is_said(to, told, corpus_run, tmp_path):
    words = ["export", to, str(corpus_run), "-o", str(tmp_path / "gone" / "a")]
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, told in result.output) == (2, True)


def test_a_database_takes_cells_as_they_were(corpus_run, tmp_path):
    """Shielded, quoted and empty cells, under a name that a pattern or a query might take apart."""
    outputs = tmp_path / "l'été [*]"
    shutil.copytree(corpus_run, outputs)
    path = outputs / "corpus" / "laws.csv"
    names = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    cells = ["d", "5", "9", "a;'=1+1", '\'-x\n"y"', "", *[""] * (len(names) - 6)]
    with path.open("a", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerow(cells)
    write_duckdb(outputs, outputs / "base.duckdb")
    with duckdb.connect(str(outputs / "base.duckdb")) as base:
        (found,) = asked(base, "SELECT * FROM laws WHERE doc_id = 'd'")
    assert found[:7] == ("d", 5, 9, "a;=1+1", '-x\n"y"', None, "")
    assert not list(outputs.glob(".partial-*"))


def test_a_damaged_table_is_told_in_one_sentence(corpus_run, tmp_path):
    outputs = tmp_path / "outputs"
    shutil.copytree(corpus_run, outputs)
    with (outputs / "corpus" / "dates.csv").open("a", encoding="utf-8") as handle:
        handle.write("d,cinq\n")
    with pytest.raises(OutputError, match=r"dates\.csv is damaged") as told:
        write_duckdb(outputs, outputs / "base.duckdb")
    assert "\n" not in str(told.value)
    assert not list(outputs.glob("*.duckdb*"))
    assert not list(outputs.glob(".partial-*"))


def test_a_database_in_the_dialect_of_excel_is_the_same(exported, corpus_run, tmp_path):
    outputs = tmp_path / "outputs"
    shutil.copytree(corpus_run, outputs)
    for path, table in read_datapackage(outputs).items():
        rows = [list(row.values()) for row in csvfiles.read_rows(outputs / path)]
        text = csvfiles.to_csv(table.header, table.types, rows, excel=True)
        (outputs / path).write_bytes(csvfiles.encode(text, excel=True))
    write_duckdb(outputs, outputs / "base.duckdb")
    with (
        duckdb.connect(str(outputs / "base.duckdb")) as one,
        duckdb.connect(str(exported / _FILES[To.DUCKDB])) as other,
    ):
        for (name,) in asked(one, "SELECT table_name FROM duckdb_tables()"):
            assert asked(one, f'FROM "{name}"') == asked(other, f'FROM "{name}"'), name
