import json

import hemicycle
import pytest
from hemicycle.kinds.registry import MENTIONS
from hemicycle.outputs import OutputError, OutputFolder
from hemicycle.outputs.datapackage import read_datapackage


def test_the_frictionless_validator_accepts_a_run(corpus_run):
    from frictionless import Package

    package = Package(str(corpus_run / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["resourceName", "fieldName", "rowNumber", "message"])[:5]
    assert len(package.resources) > 30
    keys = package.get_resource("corpus-people").schema.foreign_keys
    assert keys[0]["reference"]["resource"] == "corpus-documents"


def test_it_tells_the_keys(corpus_run):
    package = json.loads((corpus_run / "datapackage.json").read_text("utf-8"))
    keys = {r["name"]: r["schema"].get("primaryKey") for r in package["resources"]}
    place = ["doc_id", "start_char", "end_char"]
    assert {keys[f"corpus-{kind.name}"] is not None for kind in MENTIONS} == {True}
    assert keys["corpus-dates"] == keys["corpus-people"] == keys["corpus-sectors"] == place
    assert keys["corpus-theme_passages"] == [*place, "code"]
    assert keys["corpus-documents"] == ["doc_id"]
    assert keys["corpus-keywords"] == keys["corpus-themes"] == ["doc_id", "speech", "rank"]


def test_it_tells_units_and_types(corpus_run):
    tables = read_datapackage(corpus_run)
    types = {column.name: column.type for column in tables["corpus/amounts.csv"].columns}
    assert types["value"] == "number"
    assert (types["date"], types["start_char"]) == ("string", "integer")


def test_a_broken_package_is_said(tmp_path):
    (tmp_path / "datapackage.json").write_text("{")
    with pytest.raises(OutputError, match="no finished run"):
        read_datapackage(tmp_path)


@pytest.mark.parametrize(
    "path",
    ["../secret.csv", "/etc/passwd", "corpus/../../secret.csv", "lien/secret.csv", "lien.csv", "",
     "C:/secret.csv", "..\\secret.csv", "a\0b"],
)  # fmt: skip
def test_tables_outside_of_the_folder_are_refused(path, tmp_path):
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    (outputs / "lien").symlink_to(tmp_path)
    (outputs / "lien.csv").symlink_to(tmp_path / "secret.csv")
    resource = {"path": path, "description": "x", "schema": {"fields": []}}
    (outputs / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    with pytest.raises(OutputError, match="outside of its folder"):
        hemicycle.read(outputs)


@pytest.mark.parametrize("content", ["[" * 100_000, "\udce9", "{}", '{"resources": [3]}'])
def test_a_package_that_is_none_is_said(content, tmp_path):
    data = content.encode("utf-8", "surrogateescape")
    (tmp_path / "datapackage.json").write_bytes(data)
    with pytest.raises(OutputError, match="no finished run"):
        hemicycle.read(tmp_path)


@pytest.mark.parametrize("doc_id", ["../secret", "..", "", "/etc", "a\0"])
def test_no_document_is_read_from_elsewhere(doc_id, tmp_path):
    (tmp_path / "outputs" / "documents").mkdir(parents=True)
    (tmp_path / "outputs" / "secret").mkdir()
    (tmp_path / "outputs" / "secret" / "text.txt").write_text("Secret.")
    with pytest.raises(OutputError, match="no name of a document"):
        OutputFolder(tmp_path / "outputs").read_document(doc_id)
