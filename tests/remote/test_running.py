"""Whole runs from addresses to addresses: the same rows as on this machine, and only once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import hemicycle
import pytest
from hemicycle.document import Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.running import stages
from hemicycle.running.progress import Report
from hemicycle.running.status import status_of
from hemicycle.settings import Limits, Settings, make_settings

FILES: Any = fsspec.filesystem("memory")
TEXTS = {
    "2024/un.txt": "Le maire Ugo Lanvin parle le 3 mars 2024.",
    "2024/deux.txt": "La ministre Zoé Marchal promet 4 millions d’euros pour les hôpitaux.",
    "2025/trois.txt": "Le sénateur Ivo Ronceray répond.",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An address that holds the texts under ``textes/``."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    address = f"memory://{tmp_path.name}"
    for name, text in TEXTS.items():
        FILES.pipe_file(f"{address}/textes/{name}", text.encode())
    yield address
    FILES.rm(address, recursive=True)


def _run(place: str, **more: object) -> Report:
    settings = make_settings({"output": f"{place}/resultats", **more})
    return stages.run([f"{place}/textes"], settings)


def _name(path: str) -> str:
    return path.partition("/textes/")[2]


def _read(*inputs: str, settings: Settings | None = None) -> list[str]:
    found = read_documents(list(inputs), settings or Settings())
    return [f"{f.error}: {f.message}" if isinstance(f, Failure) else _name(f.path) for f in found]


@pytest.mark.parametrize("layout", ["folders", "parquet"])
def test_a_run_gives_the_rows_of_a_run_on_this_machine(
    place: str, tmp_path: Path, layout: str
) -> None:
    for name, text in TEXTS.items():
        path = tmp_path / "textes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    here = make_settings({"output": str(tmp_path / "out"), "layout": layout})
    stages.run([str(tmp_path / "textes")], here)
    assert _run(place, layout=layout).documents == 3
    one, other = hemicycle.read(tmp_path / "out"), hemicycle.read(f"{place}/resultats")
    assert list(one) == list(other)
    for table in set(one) - {"documents"}:
        assert one[table].equals(other[table])
    doc_id = other.people["doc_id"][0]
    assert other.text(doc_id) == one.text(doc_id)


def test_a_second_run_reads_only_what_changed(place: str) -> None:
    assert _run(place).documents == 3
    assert (_run(place).documents, _run(place).skipped) == (0, 3)
    FILES.pipe_file(f"{place}/textes/2025/trois.txt", b"Le maire Ugo Lanvin part.")
    FILES.rm_file(f"{place}/textes/2024/un.txt")
    report = _run(place, prune=True)
    assert (report.documents, report.skipped, report.removed) == (1, 1, 1)
    assert sorted(map(_name, hemicycle.read(f"{place}/resultats").documents["path"])) == [
        "2024/deux.txt",
        "2025/trois.txt",
    ]


def test_status_and_page_are_those_of_the_address(place: str) -> None:
    _run(place)
    [people, *_] = FILES.glob(f"{place}/resultats/documents/*/people.csv")
    FILES.rm_file(people)
    status = status_of(f"{place}/resultats")
    assert (status.missing, len(status.done)) == ([people.split("/")[-2]], 2)
    FILES.rm_file(f"{place}/resultats/report.html")
    assert stages.show(f"{place}/resultats") == f"{place}/resultats/report.html"
    assert FILES.exists(f"{place}/resultats/report.html")


def test_an_address_is_a_file_a_folder_or_a_pattern(place: str) -> None:
    assert _read(f"{place}/textes/2024/un.txt") == ["2024/un.txt"]
    assert _read(f"{place}/textes/2024") == ["2024/deux.txt", "2024/un.txt"]
    assert _read(f"{place}/textes/*/d*.txt") == ["2024/deux.txt"]
    assert _read(f"{place}/textes/**/*.txt") == ["2024/deux.txt", "2024/un.txt", "2025/trois.txt"]
    assert _read(f"{place}/textes", f"{place}/textes/2024/un.txt") == [
        "2024/deux.txt",
        "2024/un.txt",
        "2025/trois.txt",
    ]


def test_metadata_beside_remote_texts_describe_them(place: str) -> None:
    FILES.pipe_file(f"{place}/textes/2024/corpus.toml", b'[defaults]\nspeaker = "Ugo Lanvin"\n')
    FILES.pipe_file(f"{place}/textes/.cache/x.txt", b"rien")
    found = [
        f for f in read_documents([f"{place}/textes"], Settings()) if not isinstance(f, Failure)
    ]
    assert {_name(f.path): f.speaker for f in found} == {
        "2024/deux.txt": "Ugo Lanvin",
        "2024/un.txt": "Ugo Lanvin",
        "2025/trois.txt": "",
    }


def test_what_cannot_be_read_is_a_failure_and_the_rest_is_read(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = type(FILES)._open

    def broken(self: object, path: str, *args: object, **kwargs: object) -> object:
        if path.endswith("un.txt"):
            raise ConnectionResetError("down")
        return opened(self, path, *args, **kwargs)

    monkeypatch.setattr(type(FILES), "_open", broken)
    found = _read(f"{place}/textes", f"{place}/rien.txt", "nowhere://textes")
    assert [line for line in found if ":" not in line] == ["2024/deux.txt", "2025/trois.txt"]
    failures = [line for line in found if ":" in line]
    assert [line.split(":")[0] for line in failures] == ["unreadable", "not found", "unreadable"]
    assert "ConnectionResetError: down" in failures[0]


def test_a_store_out_of_reach_takes_no_document_away(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(place)

    listed = type(FILES).info

    def down(self: object, path: str, **options: object) -> object:
        if "textes" in path:
            raise ConnectionResetError("down")
        return listed(self, path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(type(FILES), "info", down)
        report = _run(place, prune=True)
    assert (report.removed, report.gone, len(report.failures)) == (0, 3, 1)
    assert (_run(place).documents, _run(place).skipped) == (0, 3)


def test_a_remote_file_that_is_too_large_is_a_failure(place: str) -> None:
    settings = Settings(limits=Limits(stdin_megabytes=0.00001))
    [found] = _read(f"{place}/textes/2024/deux.txt", settings=settings)
    assert found.startswith("too large")


def test_without_marks_of_change_every_file_is_read(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = type(FILES).find

    def plain(self: object, path: str, **options: object) -> object:
        found = find(self, path, **options)
        return (
            {n: {"size": i["size"], "type": i["type"]} for n, i in found.items()}
            if options.get("detail")
            else found
        )

    monkeypatch.setattr(type(FILES), "find", plain)
    _run(place)
    FILES.pipe_file(
        f"{place}/textes/2025/trois.txt", TEXTS["2025/trois.txt"].replace("Ivo", "Ava").encode()
    )
    assert (_run(place).documents, _run(place).skipped) == (1, 3)


def test_the_outputs_of_a_run_are_no_texts(place: str) -> None:
    assert _run(place).documents == len(TEXTS)
    assert sorted(_read(place)) == sorted(TEXTS)
    assert sorted(_read(f"{place}/**/*.txt")) == sorted(TEXTS)
