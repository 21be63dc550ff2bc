"""A run on unchanged sources opens none of them, however often it is repeated."""

import io
import json
import zipfile

import pytest
from hemicycle.outputs.state import RunState
from hemicycle.running import stages
from hemicycle.settings import make_settings

FRENCH = "Le maire Ugo Lanvin parle le 3 mars 2024."
FOREIGN = "The mayor spoke to the members of the council about the new budget of the town. " * 4


def folder(place):
    for name in ("a.txt", "sous/b.txt"):
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{FRENCH} {name}", encoding="utf-8")
    return [str(place)]


def file(place):
    folder(place)
    return [str(place / "a.txt")]


def pattern(place):
    folder(place)
    return [str(place / "**" / "*.txt")]


def several(place):
    folder(place)
    return [str(place / "sous"), str(place / "a.txt"), str(place / "*.txt")]


def archive(place):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("a.txt", FRENCH)
        packed.writestr("vide.txt", "")
    (place / "lot.zip").write_bytes(data.getvalue())
    return [str(place / "lot.zip")]


def records(place):
    lines = [json.dumps({"id": f"d{n}", "text": f"{FRENCH} {n}"}) for n in range(3)]
    (place / "lot.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return [str(place / "lot.jsonl")]


def with_failures(place):
    folder(place)
    (place / "vide.txt").write_text("")
    (place / "lot.jsonl").write_text('{"id": "un", "text": "Le préfet part."}\n{')
    return [str(place), str(place / "absent.txt")]


def foreign(place):
    folder(place)
    (place / "english.txt").write_text(FOREIGN)
    return [str(place)]


def copies(place):
    folder(place)
    (place / "copie.txt").write_text(f"{FRENCH} a.txt", encoding="utf-8")
    return [str(place), str(place)]


INPUTS = [folder, file, pattern, several, archive, records, with_failures, foreign, copies]


@pytest.mark.parametrize("make", INPUTS, ids=lambda make: make.__name__)
def test_only_the_first_of_four_runs_opens_the_sources(make, tmp_path, monkeypatch):
    source = tmp_path / "textes"
    source.mkdir()
    inputs = make(source)
    settings = make_settings({"output": tmp_path / "out"})
    opened = []
    real = stages.read_documents
    monkeypatch.setattr(stages, "read_documents", lambda *args: (opened.append(1), real(*args))[1])
    reports = [stages.run(inputs, settings) for _ in range(4)]
    assert opened == [1]
    assert reports[0].documents > 0
    for again in reports[1:]:
        assert (again.documents, again.skipped) == (0, reports[0].documents)
        assert again.failures == reports[0].failures


def test_documents_that_are_kept_though_gone_do_not_open_the_others(tmp_path, monkeypatch):
    source = tmp_path / "textes"
    source.mkdir()
    inputs = folder(source)
    settings = make_settings({"output": tmp_path / "out"})
    stages.run(inputs, settings)
    (source / "a.txt").unlink()
    assert stages.run(inputs, settings).gone == 1
    monkeypatch.setattr(stages, "read_documents", lambda *args: pytest.fail("opened"))
    assert [stages.run(inputs, settings).gone for _ in range(3)] == [1, 1, 1]


def test_outputs_beside_a_named_file_are_no_change_of_it(tmp_path, monkeypatch):
    records(tmp_path)
    inputs, settings = [str(tmp_path / "lot.jsonl")], make_settings({"output": tmp_path})
    stages.run(inputs, settings)
    monkeypatch.setattr(stages, "read_documents", lambda *args: pytest.fail("opened"))
    assert [stages.run(inputs, settings).skipped for _ in range(3)] == [3, 3, 3]


def test_metadata_from_elsewhere_are_looked_at(tmp_path):
    source = tmp_path / "textes"
    source.mkdir()
    inputs = folder(source)
    (tmp_path / "qui.csv").write_text("path,speaker\na.txt,Ugo Lanvin\n")
    settings = make_settings({"output": tmp_path / "out", "metadata": tmp_path / "qui.csv"})
    stages.run(inputs, settings)
    (tmp_path / "qui.csv").write_text("path,speaker\na.txt,Zoé Marchal\n")
    assert stages.run(inputs, settings).reasons == {"changed": 1}


def test_a_state_that_is_no_state_is_none(tmp_path):
    for data in (b"", b"[]", b"{}", b"\xff", b'{"recipe": "a"}'):
        (tmp_path / ".last-run.json").write_bytes(data)
        assert RunState(tmp_path).read() is None


def test_a_folder_whose_name_is_a_pattern_is_looked_at(tmp_path):
    source = tmp_path / "Discours [2]"
    for name in ("Discours [2]", "Discours 2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(FRENCH, encoding="utf-8")
    settings = make_settings({"output": tmp_path / "out"})
    stages.run([str(source)], settings)
    (source / "b.txt").write_text("Le préfet Ovide Sarrazin part.", encoding="utf-8")
    assert stages.run([str(source)], settings).documents == 1
