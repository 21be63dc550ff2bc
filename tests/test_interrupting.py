"""Runs that are interrupted, or lack what they need of the system, in processes of their own."""

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from textwrap import dedent

import pytest
from hemicycle.outputs.advice import advice

# Long enough for any machine, and never waited for by a run that does as it should.
DEADLINE = 600
SABOTAGE = """
import os, signal, sys, time
from pathlib import Path

trouble = os.environ["TROUBLE"]
if trouble == "no fork server" and "multiprocessing.forkserver" in sys.orig_argv[-1]:
    os.kill(os.getpid(), signal.SIGKILL)

def install():
    import tempfile
    import spacy
    import hemicycle.annotation.loading as loading
    import hemicycle.running.reader as engine
    from hemicycle.outputs import OutputFolder

    def hang(self, documents):
        Path(os.environ["BUSY"]).touch()
        time.sleep(1000)

    def linger(self):
        Path(os.environ["LEAVING"]).touch()
        time.sleep(1000)

    def no_place():
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    if trouble in ("hangs", "hangs and lingers"):
        engine.Reader._read = hang
        # The processes are real, and so is their end; what they would read with is of no matter.
        loading.load = lambda *args, **options: spacy.blank("xx")
        engine.components_for = lambda *args: []
    if trouble == "hangs and lingers":
        OutputFolder.release = linger
    if trouble == "no temporary folder":
        tempfile._get_default_tempdir = no_place

command = " ".join(sys.orig_argv)
if trouble != "none" and any(part in command for part in (" hemicycle ", "preload", "spawn_main")):
    install()
"""


@pytest.fixture
def start(tmp_path):
    """Starts runs on a small lot, as leaders of a group like the commands of a terminal."""
    (tmp_path / "sitecustomize.py").write_text(dedent(SABOTAGE))
    # The name of a socket may not be longer than about a hundred characters.
    short = tempfile.mkdtemp(prefix="h", dir="/tmp")
    (tmp_path / "tmp").symlink_to(short)
    lines = [json.dumps({"id": f"d{n}", "text": f"Le maire parle. {n}"}) for n in range(3)]
    (tmp_path / "lot.jsonl").write_text("\n".join(lines), encoding="utf-8")
    started = []

    def run(trouble, *options, **more):
        process = subprocess.Popen(
            [sys.executable, "-m", "hemicycle", "run", "lot.jsonl", "-o", "out", *options],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={
                **os.environ,
                "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
                "TMPDIR": short,
                "TROUBLE": trouble,
                "BUSY": str(tmp_path / "busy"),
                "LEAVING": str(tmp_path / "leaving"),
            },
            **more,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if group(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    shutil.rmtree(short)


def group(process):
    """Whether any process of the group of a run is alive."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, pgrp = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it has gone
        if int(pgrp) == process.pid and state != "Z":
            return True
    return False


def wait_for(condition):
    deadline = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("options", [(), ("--workers", "2")], ids=["serial", "workers"])
def test_the_first_interruption_waits_for_nobody_and_says_so(start, tmp_path, options, number):
    process = start("hangs", *options)
    wait_for((tmp_path / "busy").exists)
    os.killpg(process.pid, number)
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 130
    assert message == "hemicycle: Interrupted; what was written is whole, run again to go on.\n"
    wait_for(lambda: not group(process))
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_local_cluster_is_interrupted_without_a_word_of_its_own(start, tmp_path):
    process = start("hangs", "--workers", "2", "--cluster", "local")
    wait_for((tmp_path / "busy").exists)
    os.killpg(process.pid, signal.SIGINT)
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 130
    assert message == "hemicycle: Interrupted; what was written is whole, run again to go on.\n"
    wait_for(lambda: not group(process))
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_second_interruption_ends_what_the_first_left_hanging(start, tmp_path):
    process = start("hangs and lingers", "--workers", "2")
    wait_for((tmp_path / "busy").exists)
    os.killpg(process.pid, signal.SIGINT)
    wait_for((tmp_path / "leaving").exists)
    assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 130
    assert "Traceback" not in message
    wait_for(lambda: not group(process))
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_a_killed_run_left_in_the_temporary_folder_goes_with_the_next(start, tmp_path):
    process = start("hangs", "--workers", "2")
    wait_for((tmp_path / "busy").exists)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=DEADLINE)
    wait_for(lambda: not group(process))
    assert list((tmp_path / "tmp").iterdir())
    process = start("none", "--workers", "2")
    process.communicate(timeout=DEADLINE)
    assert process.returncode == 0
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_fork_server_that_is_killed_is_one_sentence(start):
    process = start("no fork server", "--workers", "2")
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 2
    assert "were ended while they started" in message
    assert "--workers" in message
    assert len(message.splitlines()) == 1


def test_no_temporary_folder_is_not_told_as_a_full_disk(start):
    process = start("no temporary folder", "--workers", "2")
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 2
    assert "TMPDIR" in message
    assert "make room" not in message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize("options", [(), ("--workers", "2")], ids=["serial", "workers"])
def test_too_few_open_files_are_told_as_such(start, options):
    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))

    process = start("none", *options, preexec_fn=few)
    message = process.communicate(timeout=DEADLINE)[1]
    assert process.returncode == 2, message
    assert "ulimit -n" in message
    assert "make room" not in message
    assert "Traceback" not in message


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "make room"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "make room"),
        (OSError(errno.EMFILE, "Too many open files"), "ulimit -n"),
        (OSError(errno.EROFS, "Read-only file system", "out/a"), "out/a cannot be written"),
        (OSError(errno.EACCES, "Permission denied", "out/a"), "name another folder"),
        (OSError(errno.EAGAIN, "Resource temporarily unavailable"), "fewer --workers"),
        (OSError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), "TMPDIR"),
        (OSError("AF_UNIX path too long"), "TMPDIR"),
        (OSError(errno.EIO, "Input/output error"), "out cannot be read or written: Input"),
    ],
)
def test_each_error_of_the_system_is_told_with_its_remedy(error, told):
    message = advice(error, Path("out"))
    assert told in message
    assert "run again" in message or "name another" in message
