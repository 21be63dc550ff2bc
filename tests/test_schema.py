import pytest

from pipeline.outputs import OutputError
from pipeline.schema import read_datapackage


def test_the_frictionless_validator_accepts_a_run(corpus_run):
    from frictionless import Package

    package = Package(str(corpus_run / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["resourceName", "fieldName", "rowNumber", "message"])[:5]
    assert len(package.resources) > 40
    keys = package.get_resource("corpus-people").schema.foreign_keys
    assert keys[0]["reference"]["resource"] == "corpus-documents"


def test_it_tells_units_and_types(corpus_run):
    tables = read_datapackage(corpus_run)
    types = {column.name: column.type for column in tables["corpus/amounts.csv"].columns}
    assert types["value"] == "number"
    assert (types["date"], types["start_char"]) == ("string", "integer")


def test_a_broken_package_is_said(tmp_path):
    (tmp_path / "datapackage.json").write_text("{")
    with pytest.raises(OutputError, match="no finished run"):
        read_datapackage(tmp_path)
