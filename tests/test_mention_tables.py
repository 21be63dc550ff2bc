"""What holds of every table of mentions, on all annotated texts and sentences."""

import re
from collections import Counter

import hemicycle
import pytest
from hemicycle.evaluation.gold import read_gold
from hemicycle.evaluation.sentences import read_sentences
from hemicycle.kinds.registry import MENTIONS
from hemicycle.resources import resource
from hemicycle.tables.registry import DOCUMENT_TABLES, STAGES, tables_of

SPEAKER = "Zoé Kerbrat"
MENTION_TABLES = [table for table in DOCUMENT_TABLES if "start_char" in table.key]


def records():
    for folder in sorted(path for path in resource("gold").iterdir() if path.is_dir()):
        for gold in read_gold(folder):
            yield {
                "id": f"{folder.name}/{gold.name}",
                "text": gold.text,
                "date": gold.header.get("date", ""),
                "country": gold.header.get("country", ""),
                "speaker": SPEAKER,
            }
    for number, sentence in enumerate(read_sentences(resource("gold")), start=1):
        yield {"id": f"sentences/{number}", "text": sentence.text}


@pytest.fixture(scope="module")
def texts():
    return {record["id"]: record["text"] for record in records()}


@pytest.fixture(scope="module")
def whole():
    return hemicycle.rows(records())


def test_all_of_them_begin_alike():
    place = ["doc_id", "start_char", "end_char", "text", "sentence", "speech", "speaker"]
    assert len(MENTION_TABLES) == len(MENTIONS)
    for table in MENTION_TABLES:
        assert table.header[: len(place)] == place
        assert table.header.count("speaker") == 1


@pytest.mark.parametrize("table", MENTION_TABLES, ids=lambda table: table.name)
def test_their_keys_are_unique(table, whole):
    keys = Counter(tuple(row[name] for name in table.key) for row in whole[table.name])
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def some_of(number):
    """Every third record from one on: which components a table needs shows in any texts."""
    return list(records())[number::3]


def of_these(rows, some):
    ids = {record["id"] for record in some}
    return [row for row in rows if row["doc_id"] in ids]


@pytest.mark.parametrize(("number", "stage"), list(enumerate(STAGES)))
def test_a_stage_alone_gives_the_same_rows(number, stage, whole):
    names = [table.name for table in tables_of(stage)]
    some = some_of(number)
    alone = hemicycle.rows(some, names)
    for name in names:
        assert alone[name] == of_these(whole[name], some)
        assert alone[name]


@pytest.mark.parametrize("name", ["dates", "sectors", "places"])
def test_a_table_alone_gives_the_same_rows(name, whole):
    some = some_of(2)
    alone = hemicycle.rows(some, [name])[name]
    assert alone == of_these(whole[name], some)
    assert alone


def test_whoever_is_quoted_speaks(whole):
    quoted = {}
    for row in whole["quotes"]:
        quoted.setdefault(row["doc_id"], []).append(row)
    turns = {(row["doc_id"], row["speech"]): row["speaker"] for row in whole["speeches"]}
    inside = 0
    for table in MENTION_TABLES:
        if table.name in ("quotes", "speeches"):
            continue
        for row in whole[table.name]:
            start, end = int(row["start_char"]), int(row["end_char"])
            around = {
                quote["speaker"]
                for quote in quoted.get(row["doc_id"], ())
                if int(quote["start_char"]) <= start and end <= int(quote["end_char"])
            } - {""}
            inside += bool(around)
            utters = "" if row["doc_id"].startswith("sentences/") else SPEAKER
            utters = turns.get((row["doc_id"], row["speech"]), utters)
            assert row["speaker"] in (around or {utters})
    assert inside > 50


def test_links_lead_to_the_words_they_were_taken_from(whole, texts):
    dates = {(row["doc_id"], row["start_char"]): row["value"] for row in whole["dates"]}
    same = bounds = measured = 0
    for row in whole["amounts"]:
        assert bool(row["date"]) == bool(row["date_start_char"])
        if row["date"]:
            value = dates[row["doc_id"], row["date_start_char"]]
            same += value == row["date"]
            bounds += value != row["date"]
            assert row["date"] in (value, *value.split("/"))
        if row["measure_start_char"]:
            behind = texts[row["doc_id"]][int(row["measure_start_char"]) :]
            # `un déficit de 46 000 postes` measures `déficit de postes`.
            words = re.findall(r"\w{2,}", row["measure"])
            if pronoun := re.match(r"(?:celui|celle|ceux|celles)\b", behind):
                words = [pronoun[0], words[-1]]  # `celle des usines` measures `part des usines`
            assert re.match(r"\W*" + r"\b.{0,40}?\b".join(map(re.escape, words)), behind, re.S)
            measured += 1
        assert bool(row["measure_start_char"]) == bool(row["measure"])
    assert same > 100 > bounds
    assert measured > 300


def test_no_rate_of_an_amount_is_a_date(whole, texts):
    amounts = [row for row in whole["amounts"] if row["per"]]
    assert len(amounts) > 40
    ends = {(row["doc_id"], int(row["end_char"])) for row in amounts}
    for row in whole["dates"]:
        before = texts[row["doc_id"]][: int(row["start_char"])]
        tied = before.removesuffix("par ").rstrip()
        assert row["type"] != "SET" or (row["doc_id"], len(tied)) not in ends
