"""A remote folder and its copy here: what is fetched, what is sent, in which order, and whose."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from hemicycle.addresses import RemoteError
from hemicycle.output_marks import LAST_RUN
from hemicycle.outputs import OutputError
from hemicycle.outputs.remote.opening import reading, writing
from hemicycle.outputs.remote.working_copy import WorkingCopy

FILES: Any = fsspec.filesystem("memory")
DOCUMENT = "documents/discours/document.json"
PEOPLE = "documents/discours/people.csv"


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty remote folder, and an empty cache on this machine."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    name = f"memory://{tmp_path.name}"
    yield name
    if FILES.exists(name):
        FILES.rm(name, recursive=True)


def _put(address: str, **files: str) -> None:
    for name, content in files.items():
        FILES.pipe_file(f"{address}/{name}", content.encode())


def _write(root: Path, name: str, content: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(content)


def _there(address: str) -> dict[str, str]:
    root = FILES._strip_protocol(address)
    return {p[len(root) + 1 :]: FILES.cat_file(p).decode() for p in FILES.find(root)}


def test_what_was_written_is_there_afterwards_and_nothing_else(address: str) -> None:
    with writing(address) as (root, _):
        _write(root, PEOPLE, "people")
        _write(root, DOCUMENT, "{}")
        _write(root, "corpus/people.csv", "all people")
        _write(root, "documents/.partial-1/people.csv", "half")
        _write(root, ".lock", "")
    assert _there(address) == {
        PEOPLE: "people",
        DOCUMENT: "{}",
        "corpus/people.csv": "all people",
    }


def test_a_later_run_on_another_machine_finds_it_and_changes_it(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(address) as (root, _):
        _write(root, PEOPLE, "people")
        _write(root, "corpus/people.csv", "all people")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    with writing(address) as (other, _):
        assert other != root
        assert (other / PEOPLE).read_text() == "people"
        (other / PEOPLE).unlink()
        _write(other, "corpus/people.csv", "nobody")
    assert _there(address) == {"corpus/people.csv": "nobody"}


def test_only_what_changed_there_is_fetched_again(address: str) -> None:
    _put(address, **{PEOPLE: "people", "corpus/people.csv": "all"})
    copy = WorkingCopy(address, "read")
    copy.fetch()
    kept = (copy.root / PEOPLE).stat().st_mtime_ns
    time.sleep(0.01)
    _put(address, **{"corpus/people.csv": "all, and more"})
    copy.fetch()
    assert (copy.root / "corpus/people.csv").read_text() == "all, and more"
    assert (copy.root / PEOPLE).stat().st_mtime_ns == kept


def test_what_is_gone_there_is_gone_here(address: str) -> None:
    _put(address, **{PEOPLE: "people", "corpus/people.csv": "all"})
    copy = WorkingCopy(address, "read")
    copy.fetch()
    FILES.rm_file(f"{address}/{PEOPLE}")
    copy.fetch("corpus/")
    assert (copy.root / PEOPLE).exists()  # that folder was not looked at
    copy.fetch()
    assert not (copy.root / PEOPLE).exists()


def test_only_what_is_wanted_is_fetched(address: str) -> None:
    _put(address, **{PEOPLE: "people", "corpus/people.csv": "all", "report.html": "page"})
    root = reading(address, "corpus/").root
    assert (root / "corpus/people.csv").exists()
    assert not (root / PEOPLE).exists()
    assert not (root / "report.html").exists()


def test_an_emptied_cache_removes_nothing_there(address: str) -> None:
    with writing(address) as (root, _):
        _write(root, PEOPLE, "people")
    (root / PEOPLE).unlink()
    with writing(address) as (root, _):
        assert (root / PEOPLE).read_text() == "people"
    assert _there(address) == {PEOPLE: "people"}


def test_files_of_others_stay(address: str) -> None:
    _put(address, **{"notes/mine.txt": "mine"})
    with writing(address) as (root, _):
        _write(root, PEOPLE, "people")
        assert not (root / "notes").exists()
    assert _there(address)["notes/mine.txt"] == "mine"


def test_no_name_leads_out_of_the_copy(address: str, tmp_path: Path) -> None:
    root = FILES._strip_protocol(address)
    outside = f"{root}/documents/../../../escaped.txt"
    FILES.store[outside] = FILES.open(f"{root}/report.html", "wb")
    FILES.store[outside].write(b"out")
    FILES.store[outside].close()
    _put(address, **{PEOPLE: "people"})
    try:
        copy = WorkingCopy(address, "read")
        copy.fetch()
        assert (copy.root / PEOPLE).exists()
        assert not list(tmp_path.rglob("escaped.txt"))
    finally:
        del FILES.store[outside]


def test_what_says_that_all_is_whole_is_sent_last(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(address) as (root, _):
        for name in (LAST_RUN, PEOPLE, DOCUMENT):
            _write(root, name, "1")
    calls: list[str] = []
    put, remove = FILES.put, FILES.rm_file
    monkeypatch.setattr(
        type(FILES), "put", lambda _, here, there: (calls.append(f"put {there}"), put(here, there))
    )
    monkeypatch.setattr(
        type(FILES), "rm_file", lambda _, path: (calls.append(f"remove {path}"), remove(path))
    )
    with writing(address) as (root, _):
        for name in (LAST_RUN, PEOPLE, DOCUMENT):
            _write(root, name, "22")
    place = FILES._strip_protocol(address)
    assert calls[:2] in (
        [f"remove {place}/{LAST_RUN}", f"remove {place}/{DOCUMENT}"],
        [f"remove {place}/{DOCUMENT}", f"remove {place}/{LAST_RUN}"],
    )
    assert calls[2:5] == [f"put {[f'{place}/{name}']}" for name in (PEOPLE, DOCUMENT, LAST_RUN)]


def test_what_a_killed_run_had_not_sent_is_sent_by_the_next(address: str) -> None:
    copy = WorkingCopy(address, "write")
    _write(copy.root, PEOPLE, "people")
    assert _there(address) == {}
    with writing(address) as (root, _):
        assert (root / PEOPLE).read_text() == "people"
    assert _there(address) == {PEOPLE: "people"}


def test_a_run_that_fails_sends_what_it_had_written(address: str) -> None:
    with pytest.raises(KeyboardInterrupt), writing(address) as (root, _):
        _write(root, PEOPLE, "people")
        raise KeyboardInterrupt
    assert _there(address) == {PEOPLE: "people"}


def _holder(address: str, **fields: object) -> None:
    held = {"host": "autre", "process": 1, "renewed": time.time(), "token": "t", **fields}
    _put(address, **{".running.json": json.dumps(held)})


def test_a_second_run_says_so_and_leaves_everything(address: str) -> None:
    _holder(address)
    with pytest.raises(OutputError, match="process 1 on autre"), writing(address):
        raise AssertionError
    assert list(_there(address)) == [".running.json"]


def test_this_very_process_counts_as_another_run(address: str) -> None:
    with writing(address), pytest.raises(OutputError, match=str(os.getpid())), writing(address):
        raise AssertionError


@pytest.mark.parametrize(
    "left",
    [
        {"renewed": time.time() - 3600},
        {"host": socket.gethostname(), "process": 2**22 + 1},
    ],
)
def test_a_killed_run_holds_nothing(address: str, left: dict[str, object]) -> None:
    _holder(address, **left)
    with writing(address) as (root, _):
        _write(root, PEOPLE, "people")
    assert list(_there(address)) == [PEOPLE]


def test_a_network_that_fails_for_a_moment_loses_nothing(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ConnectionResetError("down")

    with writing(address) as (root, send_if_due):
        _write(root, PEOPLE, "people")
        clock = time.monotonic() + 1e6
        with monkeypatch.context() as patch:
            patch.setattr(type(FILES), "put", broken)
            patch.setattr(time, "monotonic", lambda: clock)
            send_if_due()
        assert "sent later" in caplog.text
        assert PEOPLE not in _there(address)
    assert _there(address) == {PEOPLE: "people"}


def test_rows_are_sent_while_a_run_goes_on(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(address) as (root, send_if_due):
        _write(root, PEOPLE, "people")
        send_if_due()
        assert PEOPLE not in _there(address)
        later = time.monotonic() + 61
        monkeypatch.setattr(time, "monotonic", lambda: later)
        send_if_due()
        assert PEOPLE in _there(address)


def test_folders_are_made_where_a_store_has_folders(tmp_path: Path, address: str) -> None:
    place = tmp_path / "share" / "results"
    with writing(f"file://{place}") as (root, _):
        _write(root, PEOPLE, "people")
    assert (place / PEOPLE).read_text() == "people"


@pytest.mark.parametrize("unknown", ["nowhere://place/folder", "s3a+x://place"])
def test_an_address_of_no_known_kind_is_one_sentence(address: str, unknown: str) -> None:
    with pytest.raises(RemoteError, match=unknown.split(":")[0].replace("+", r"\+")):
        reading(unknown)
