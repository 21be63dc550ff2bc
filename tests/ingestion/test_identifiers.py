import json
import re
from pathlib import PurePosixPath

import pytest
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.registry import SUFFIXES
from hemicycle.ingestion.metadata.identifiers import file_name, record_name
from hemicycle.settings import Settings
from hypothesis import given
from hypothesis import strategies as st

SAFE = re.compile(r"[A-Za-z0-9_-]+")


def name(path):
    return file_name(PurePosixPath(path))


def test_plain_names_stay_readable():
    assert name("2025-12-31_voeux.txt") == "2025-12-31_voeux"
    assert name("budget.md") == "budget-md"
    assert name("Été à Nîmes.txt").startswith("ete-a-nimes-")


def test_names_that_look_alike_differ():
    alike = ["a.txt", "a.md", "a-md.txt", "A.txt", "a/a.txt", "a-a.txt", "à.txt", "a", "CON.txt"]
    assert len({name(path).lower() for path in alike}) == len(alike)


def test_no_plain_name_is_that_of_another_format():
    for suffix, known in SUFFIXES.items():
        if suffix != ".txt" and known.read is not None:
            assert name(f"budget{suffix}") == f"budget-{suffix[1:]}"
            assert name(f"budget-{suffix[1:]}.txt") != f"budget-{suffix[1:]}"
    assert name("discours-budget.txt") == "discours-budget"


def test_safe_record_ids_are_kept():
    assert record_name("an-2013_07", "x.jsonl") == "an-2013_07"
    assert record_name("a/b", "x.jsonl") != record_name("a/b", "y.jsonl")


@given(st.text(min_size=1))
def test_any_name_gives_a_safe_folder(text):
    assert SAFE.fullmatch(name(text.replace("/", "") + ".txt"))
    assert SAFE.fullmatch(record_name(text, "f"))


@pytest.mark.parametrize("reserved", ["CON", "con", "nul", "Aux", "prn", "com1", "LPT9", "com0"])
def test_no_name_is_one_that_windows_keeps(reserved):
    for text in (reserved, f"{reserved}.", f"{reserved} ", f" {reserved}"):
        made = record_name(text, "x.jsonl")
        assert made.casefold() != reserved.casefold()
        assert SAFE.fullmatch(made)
        assert name(f"{text}.txt").casefold() != reserved.casefold()
        assert SAFE.fullmatch(name(f"{text}.txt"))


def test_ids_that_a_file_system_takes_for_one_are_two(tmp_path):
    lines = [json.dumps({"id": one, "text": one}) for one in ("A1", "a1", "A1x", "a1X")]
    (tmp_path / "lot.jsonl").write_text("\n".join(lines))
    found = list(read_documents([str(tmp_path)], Settings()))
    ids = [document.doc_id for document in found]
    assert (ids[0], ids[2]) == ("A1", "A1x")
    assert len({one.casefold() for one in ids}) == 4
    assert [document.source_id for document in found] == ["A1", "a1", "A1x", "a1X"]
