"""The layout of Parquet parts gives what the layout of folders gives."""

import hemicycle
import pyarrow.parquet as pq
import pytest
from hemicycle.outputs import OutputError, OutputFolder, parts
from hemicycle.running import stages
from hemicycle.running.status import status_of
from hemicycle.settings import make_settings
from hemicycle.tables.registry import DOCUMENT_TABLES

TEXTS = {
    f"d{number}": f"Le maire Ugo Lanvin{number} promet {number},5 millions d’euros le 3 mars 2024."
    for number in range(7)
}


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    """A part holds three documents."""
    monkeypatch.setattr(parts, "_MOST_DOCUMENTS", 3)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "textes"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(source, layout, **more):
    output = source.parent / layout
    settings = make_settings({"output": output, "layout": layout, **more})
    return stages.run([str(source)], settings), output


def together(output):
    """The files that are made of all documents together."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.parent.name in ("corpus", "summary", output.name)
        if not path.name.startswith(".")
    }


def same(source):
    assert together(source.parent / "parquet") == together(source.parent / "folders")


def test_both_layouts_give_the_same_tables(source):
    _, folders = run(source, "folders")
    report, parquet = run(source, "parquet")
    assert report.documents == 7
    same(source)
    assert not (parquet / "documents").exists()
    assert len(list(parquet.glob("parquet/people/part-*.parquet"))) == 3
    assert len(hemicycle.read(parquet).amounts) == len(hemicycle.read(folders).amounts) == 7
    amounts = pq.read_table(parquet / "parquet" / "amounts").to_pylist()
    assert [row["value"] for row in amounts] == [n * 1e6 + 5e5 for n in range(7)]
    one, other = OutputFolder(folders), OutputFolder(parquet)
    for name in one.ids():
        assert other.read_document(name) == one.read_document(name)
        for table in DOCUMENT_TABLES:
            assert list(other.read_table(name, table)) == list(one.read_table(name, table))


def test_only_what_is_new_or_changed_is_written(source):
    for layout in ("folders", "parquet"):
        run(source, layout)
        assert run(source, layout)[0].skipped == 7
    (source / "d1.txt").write_text("La préfète Zoé Marchal part.", encoding="utf-8")
    (source / "d5.txt").unlink()
    (source / "neuf.txt").write_text("Le sénateur Ivo Ronceray répond.", encoding="utf-8")
    for layout in ("folders", "parquet"):
        report, output = run(source, layout, prune=True)
        assert (report.documents, report.skipped, report.removed) == (2, 5, 1)
        assert status_of(output).counts()["done"] == 7
    same(source)
    stored = pq.read_table(source.parent / "parquet" / "parquet" / "documents")["doc_id"]
    assert sorted(stored.to_pylist()) == ["d0", "d1", "d2", "d3", "d4", "d6", "neuf"]


def test_stage_by_stage_gives_the_same(source):
    run(source, "folders")
    settings = make_settings({"output": source.parent / "parquet", "layout": "parquet"})
    stages.ingest([str(source)], settings)
    for stage in ("extract", "tag"):
        stages.annotate(stage, settings)
    stages.aggregate(settings)
    same(source)


def test_a_part_that_was_not_completed_does_not_count(source):
    _, output = run(source, "parquet")
    (output / "parquet/documents/part-000001.parquet").unlink()
    assert len(OutputFolder(output).ids()) == 4
    report, _ = run(source, "parquet")
    assert (report.documents, report.skipped) == (3, 4)
    run(source, "folders")
    same(source)


def test_a_folder_keeps_its_layout(source):
    _, output = run(source, "parquet")
    with pytest.raises(OutputError, match="in the layout parquet, not folders"):
        OutputFolder(output, layout="folders")
    stages.aggregate(make_settings({"output": output}))
