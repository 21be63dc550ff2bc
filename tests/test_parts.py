"""Parquet parts whose writer dies between any two of its steps."""

from itertools import count
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hemicycle.document import Document
from hemicycle.outputs import parts
from hemicycle.outputs.marks import Marks
from hemicycle.outputs.parts import ParquetParts
from hemicycle.tables.documents import DOCUMENT_TABLE

NAMES = [f"d{number}" for number in range(7)]

DATES = DOCUMENT_TABLE["dates"]


class Death(BaseException):
    """The process is gone."""


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(parts, "_MOST_DOCUMENTS", 3)


def write(store, name, version):
    document = Document(name, f"{name} {version}", "p", "")
    row = [name, "0", "2", name, version, "", "", "DATE", version, "", "", ""]
    cells = dict(zip(DATES.header, row, strict=False))
    rows = {DATES.name: [[cells.get(column, "") for column in DATES.header]]}
    store.write(document, rows, Marks.of(document, {"extract": "r"}))


def fill(root):
    store = ParquetParts(root)
    store.prepare()
    for name in NAMES:
        write(store, name, "2001")
    store.flush()


def change(root):
    """Every other document anew, and one taken away."""
    store = ParquetParts(root)
    store.prepare()
    for name in NAMES[::2]:
        write(store, name, "2002")
    store.flush()
    if "d3" in store.ids():
        store.remove(["d3"])


def held(root):
    """What any reader of the parts finds: each document with its version, in text and in rows."""
    known = pq.read_table(root / "documents").to_pylist()
    rows = pq.read_table(root / "dates").to_pylist()
    return (
        sorted(tuple(row["text"].split()) for row in known),
        sorted((row["doc_id"], row["value"]) for row in rows),
    )


def dying(monkeypatch, steps):
    """Let a number of files be written or removed, and no more."""
    left = iter(range(steps))

    def limited(real):
        def step(*args, **kwargs):
            if next(left, None) is None:
                raise Death
            return real(*args, **kwargs)

        return step

    monkeypatch.setattr(parts, "_save", limited(parts._save))
    monkeypatch.setattr(Path, "unlink", limited(Path.unlink))


def test_whoever_dies_between_two_steps_leaves_each_document_once(tmp_path, monkeypatch):
    fill(tmp_path / "whole")
    change(tmp_path / "whole")
    whole = held(tmp_path / "whole")
    for steps in count():
        root = tmp_path / str(steps)
        fill(root)
        with monkeypatch.context() as patch:
            dying(patch, steps)
            try:
                change(root)
            except Death:
                pass
            else:
                break
        ParquetParts(root).prepare()
        known, rows = held(root)
        assert [name for name, _ in known] in (NAMES, [n for n in NAMES if n != "d3"])
        assert rows == known
        change(root)
        assert held(root) == whole
    assert steps > 8


def test_a_document_in_two_parts_does_not_come_back_when_it_is_removed(tmp_path, monkeypatch):
    fill(tmp_path)
    store = ParquetParts(tmp_path)
    for name in NAMES[:3]:
        write(store, name, "2002")
    # The new part is written and nothing was left out of the old ones yet.
    store = ParquetParts(tmp_path)
    store.prepare()
    store.remove(["d1"])
    assert "d1" not in ParquetParts(tmp_path).ids()
    known, rows = held(tmp_path)
    assert "d1" not in dict(known)
    assert known == rows
    assert dict(known)["d0"] == "2002"
