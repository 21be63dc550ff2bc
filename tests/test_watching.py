"""Folders that are looked after: what comes is read once it has come to rest, one run at a time."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hemicycle.cli.app import app
from hemicycle.running.watching import watch
from typer.testing import CliRunner

DEADLINE = 120


class EndedError(Exception):
    """Ends what would go on for ever."""


class Clock:
    """Waits as told, and does something to the folder at some moments."""

    def __init__(self, *steps):
        self._steps = list(steps)

    def __call__(self, seconds):
        time.sleep(min(seconds, 0.02))
        if self._steps and self._steps[0]():
            self._steps.pop(0)
        if not self._steps:
            raise EndedError


def looked_after(folder, passed_over, *steps, settle=0.0):
    """How often the work was done, with the names that lay in the folder each time."""
    found = []

    def work():
        found.append(sorted(p.name for p in folder.iterdir() if p.is_file()))

    def after(count, act):
        def step():
            if len(found) < count:
                return False
            act()
            return True

        return step

    ended = after(len(steps) + 1, lambda: None)
    clock = Clock(*(after(n, act) for n, act in enumerate(steps, start=1)), ended)
    with pytest.raises(EndedError):
        watch([folder], passed_over, work, settle, clock)
    return found


def test_what_comes_changes_or_goes_is_seen(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Un.")
    found = looked_after(
        folder,
        tmp_path / "out",
        lambda: (folder / "b.txt").write_text("Deux."),
        lambda: (folder / "a.txt").unlink(),
    )
    assert (found[0], found[-1]) == (["a.txt"], ["b.txt"])
    assert ["a.txt", "b.txt"] in found


def test_results_inside_of_the_folder_start_no_run(tmp_path):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    runs = []

    def work():
        runs.append(len(runs))
        (outputs / f"{len(runs)}.csv").write_text("x")

    waited = []

    def wait(seconds):
        time.sleep(0.02)
        waited.append(seconds)
        if len(waited) == 40:
            raise EndedError

    with pytest.raises(EndedError):
        watch([tmp_path], outputs, work, 0.0, wait)
    assert runs == [0]


def test_a_file_that_is_still_written_is_waited_for(tmp_path):
    """The clock of the files decides: one that is as old as wanted is at rest, a new one is not."""
    (tmp_path / "new.txt").write_text("Un.")
    waited = []

    def wait(seconds):
        waited.append(seconds)
        if len(waited) == 3:
            old = time.time() - 3600
            os.utime(tmp_path / "new.txt", (old, old))
        if len(waited) > 3:
            raise EndedError

    done = []
    with pytest.raises(EndedError):
        watch([tmp_path], tmp_path / "out", lambda: done.append(len(waited)), 1800.0, wait)
    # The change of its times is told as a change, so there is no second look before rest.
    assert done in ([], [3])
    assert all(0 < seconds <= 1.0 for seconds in waited)


def test_the_command_reads_what_comes_and_ends_cleanly(tmp_path):
    folder, outputs = tmp_path / "in", tmp_path / "outputs"
    folder.mkdir()
    (folder / "un.txt").write_text("Le conseil a voté 3 millions d’euros.", encoding="utf-8")
    command = [sys.executable, "-m", "hemicycle", "watch", str(folder), "-o", str(outputs)]
    process = subprocess.Popen([*command, "--settle", "0.1"], stderr=subprocess.PIPE, text=True)
    try:
        wait_for(outputs / "report.html", process)
        (folder / "deux.txt").write_text("Le maire a voté contre.", encoding="utf-8")
        wait_for(outputs / "documents" / "deux" / "people.csv", process)
        # The run is over when it has said what it did.
        wait_for(outputs / "report.html", process, newer=outputs / "documents" / "deux")
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.wait(DEADLINE)
    finally:
        process.kill()
        told = process.communicate()[1]
    assert process.returncode in (0, 130), told
    assert "topped" in told or "Interrupted" in told


def test_only_folders_can_be_watched(tmp_path):
    ended = CliRunner().invoke(app, ["watch", str(tmp_path / "none")])
    assert (ended.exit_code, "is no folder" in ended.stderr) == (2, True)


def wait_for(path: Path, process, newer: Path | None = None):
    began = time.monotonic()
    while time.monotonic() - began < DEADLINE and process.poll() is None:
        if path.exists() and (newer is None or path.stat().st_mtime_ns >= newer.stat().st_mtime_ns):
            return
        time.sleep(0.1)
    raise AssertionError(f"{path} did not come")
