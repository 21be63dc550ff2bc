"""Further fields of the sources are columns of the documents as far as that stays a table."""

import csv
import json

import hemicycle
from hemicycle.tables.registry import DOCUMENTS, documents_with


def test_the_most_frequent_fields_are_kept():
    names = ["rare", "parti", "parti", "lieu", "lieu", "lieu", "words"]
    extra = documents_with(names, 2).header[len(DOCUMENTS.header) :]
    assert list(extra) == ["lieu", "parti"]
    assert len(documents_with(names).header) == len(DOCUMENTS.header) + 3


def test_records_with_fields_of_their_own_make_no_column_each(tmp_path, caplog):
    lines = [
        {"id": f"r{n}", "text": "Le maire parle.", "lieu": "ici", f"x{n}": n, f"y{n}": n}
        for n in range(20)
    ]
    (tmp_path / "lot.jsonl").write_text("\n".join(map(json.dumps, lines)))
    output = tmp_path / "sorties"
    limits = {"own_columns": 3}
    hemicycle.run(tmp_path / "lot.jsonl", output=output, limits=limits, by=["y7"])
    with (output / "corpus" / "documents.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    assert header[len(DOCUMENTS.header) :] == ["lieu", "x0", "y7"]
    assert len(rows) == 20
    assert "3 most frequent of 41" in caplog.text
    kept = json.loads((output / "documents" / "r4" / "document.json").read_text())
    assert kept["metadata"]["x4"] == "4"
