"""Temporary folders of killed runs are removed, and nothing that only looks like one."""

import os
import signal
import subprocess
import sys

import pytest
from hemicycle.running import scratch

OTHERS = """
import sys, time
from hemicycle.running.scratch import scratch_folder

(scratch_folder() / "socket").touch()
print(scratch_folder(), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(scratch, "_own", {})
    return tmp_path


@pytest.fixture
def other(temporary):
    """Another process that has a folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHERS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def test_a_folder_goes_with_its_process(temporary):
    folder = scratch.scratch_folder()
    assert folder.is_dir()
    assert folder == scratch.scratch_folder()
    scratch.remove_scratch()
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_living_process_stays(temporary, other):
    before = sorted(temporary.iterdir())
    scratch.clear_abandoned()
    assert sorted(temporary.iterdir()) == before
    assert len(before) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are not killed there")
def test_the_folder_of_a_killed_process_is_removed(temporary, other):
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    assert list(temporary.glob("*/socket"))
    scratch.clear_abandoned()
    assert list(temporary.iterdir()) == []


def test_what_only_has_such_a_name_is_never_touched(temporary):
    for name in ("hemicycle-data", "hemicycle-scratch-mine", "hemicycle-scratch-notes.lock.d"):
        (temporary / name).mkdir()
        (temporary / name / "text.txt").touch()
        os.utime(temporary / name, (0, 0))
    (temporary / "elsewhere").mkdir()
    (temporary / "hemicycle-scratch-x").symlink_to(temporary / "elsewhere")
    (temporary / "hemicycle-scratch-x.lock").symlink_to(temporary / "elsewhere" / "lock")
    before = sorted(temporary.rglob("*"))
    scratch.clear_abandoned()
    assert sorted(temporary.rglob("*")) == before
