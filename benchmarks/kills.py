"""Runs that are killed at random moments, again and again, against one that nobody disturbs.

    python benchmarks/kills.py [--kills 40] [--seed 7] [--documents 150]

Each way to run (in one process, with two workers, in Parquet parts) is ended at random moments by
SIGKILL, SIGTERM or SIGINT to all its processes, and started again on the folder that the killed one
left, half of the times after some of the sources have changed. Whenever a run comes to its end,
every file is compared with those of a run on the same sources that nothing disturbed. Told are
files that are lost or different, processes that did not end, and what was left in the temporary
folder. Leaves with 1 if there is anything to tell.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
WAYS = {
    "serial": [],
    "workers": ["--workers", "2"],
    "parquet": ["--layout", "parquet"],
}
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
SENTENCES = 6
SECONDS_TO_END = 60
# How long a run may go on by itself before it is said to hang.
SECONDS_TO_FINISH = 600


@dataclass
class Tally:
    """What happened to the runs of one way."""

    kills: Counter[str] = field(default_factory=Counter)
    late: int = 0
    finished: int = 0
    troubles: list[str] = field(default_factory=list)


def write_sources(path: Path, documents: int, version: int) -> None:
    """Texts drawn from `corpus/`; every fifth is another one in another version."""
    lines = [
        sentence.strip()
        for source in sorted((ROOT / "corpus").glob("*.txt"))
        for sentence in re.split(r"(?<=[.!?])\s+", source.read_text(encoding="utf-8"))
        if sentence.strip()
    ]
    with path.open("w", encoding="utf-8") as handle:
        for number in range(documents):
            draw = random.Random(number if number % 5 else number + 1_000_000 * version)
            text = f"Texte {number}\n" + " ".join(draw.sample(lines, SENTENCES))
            handle.write(json.dumps({"id": f"d{number:04}", "text": text}) + "\n")


def start(source: Path, output: Path, way: str, temporary: Path) -> subprocess.Popen[bytes]:
    """A run as the leader of a group of processes, like a command on a terminal."""
    command = [sys.executable, "-m", "hemicycle", "run", str(source), "-o", str(output), "-q"]
    return subprocess.Popen(
        [*command, *WAYS[way]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(temporary)},
        cwd=ROOT,
    )


def alive(group: int) -> bool:
    """Whether a process of a group has not ended."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, number = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it has ended meanwhile
        if int(number) == group and state != "Z":
            return True
    return False


def ended(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether a run and all its processes end within some seconds; those that do not are killed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None and not alive(process.pid):
            return True
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return False


def held(output: Path, way: str) -> dict[str, object]:
    """Every file that a reader of an output folder finds, and what Parquet parts hold together.

    The division into parts tells the story of a folder; what they hold does not.
    """
    parts = output / "parquet"
    found: dict[str, object] = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and parts not in path.parents
        if path.name not in (".lock", ".last-run.json")
    }
    if way == "parquet":
        import pyarrow.parquet as pq

        for folder in sorted(parts.iterdir()):
            rows = pq.read_table(folder).to_pylist() if any(folder.iterdir()) else []
            found[f"parquet/{folder.name}"] = sorted(json.dumps(row) for row in rows)
    return found


def differences(whole: dict[str, object], found: dict[str, object]) -> list[str]:
    """What is lost, different, or there though it should not be."""
    told = [f"lost: {name}" for name in whole if name not in found]
    told += [f"left over: {name}" for name in found if name not in whole]
    told += [f"different: {name}" for name in whole if found.get(name, whole[name]) != whole[name]]
    return told


def disturb(way: str, kills: int, documents: int, draw: random.Random, place: Path) -> Tally:
    """Kill the runs of one way until there were enough kills."""
    tally = Tally()
    temporary = place / "t"
    temporary.mkdir()
    sources, wholes = [], []
    for version in range(2):
        source = place / str(version) / "lot.jsonl"
        source.parent.mkdir()
        write_sources(source, documents, version)
        shutil.copyfile(source, place / "lot.jsonl")
        began = time.monotonic()
        run = start(place / "lot.jsonl", place / f"whole{version}", way, temporary)
        if not ended(run, SECONDS_TO_FINISH) or run.returncode:
            raise RuntimeError(f"the undisturbed run ended with {run.returncode}")
        seconds = time.monotonic() - began
        sources.append(source)
        wholes.append(held(place / f"whole{version}", way))
    version, output = 0, place / "out"
    while sum(tally.kills.values()) < kills:
        if draw.random() < 0.5:
            version = 1 - version
        if draw.random() < 0.25:
            shutil.rmtree(output, ignore_errors=True)
        shutil.copyfile(sources[version], place / "lot.jsonl")
        number = draw.choice(SIGNALS)
        run = start(place / "lot.jsonl", output, way, temporary)
        time.sleep(draw.uniform(0, seconds * 1.05))
        if run.poll() is None:
            os.killpg(run.pid, number)
            tally.kills[number.name] += 1
            if not ended(run, SECONDS_TO_END):
                tally.troubles.append(f"hung after {number.name}")
            if draw.random() < 0.4:
                continue  # the next one is killed too, on what this one left
            run = start(place / "lot.jsonl", output, way, temporary)
        else:
            tally.late += 1
        if not ended(run, SECONDS_TO_FINISH):
            tally.troubles.append("a run to the end hung")
            continue
        tally.finished += 1
        if run.returncode:
            tally.troubles.append(f"a run to the end left with {run.returncode}")
        tally.troubles += differences(wholes[version], held(output, way))
        tally.troubles += [f"temporary: {path.name}" for path in _abandoned(temporary, way)]
    return tally


def _abandoned(temporary: Path, way: str) -> list[Path]:
    """What lies in the temporary folder; only who needs it clears what the killed ones left."""
    return sorted(temporary.iterdir()) if way == "workers" else []


def main() -> int:
    """Kill the runs of every way, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=40, help="of all ways together")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--documents", type=int, default=150)
    options = parser.parse_args()
    draw, troubles = random.Random(options.seed), 0
    table = Table("way", "kills", "runs to the end", "came too late", "troubles")
    for rank, way in enumerate(WAYS):
        kills = options.kills // len(WAYS) + (rank < options.kills % len(WAYS))
        # Not by pytest's or any other long name: sockets lie in it.
        with tempfile.TemporaryDirectory(prefix="k") as place:
            tally = disturb(way, kills, options.documents, draw, Path(place))
        troubles += len(tally.troubles)
        told = "\n".join(f"{n} x {t}" for t, n in Counter(tally.troubles).most_common(8)) or "none"
        counted = ", ".join(f"{n} {name}" for name, n in sorted(tally.kills.items()))
        table.add_row(way, counted, str(tally.finished), str(tally.late), told)
        Console().print(table)
    return int(troubles > 0)


if __name__ == "__main__":
    sys.exit(main())
