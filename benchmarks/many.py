"""Memory, time per word and a second run on a corpus of many short documents.

    python benchmarks/many.py [--documents 50000] [--workers 1] [--folder FOLDER]

The documents are drawn from the sentences of `corpus/` by a fixed seed, so that they are the same
everywhere. Each run is a process of its own, `hemicycle run` as anybody starts it; `cpu` and
`memory` are those of all its processes together and of the largest one, by the operating system.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table
from texts import sentences_of_corpus

SENTENCES = 8


def generate(path: Path, documents: int) -> int:
    """Write a JSON Lines file of short documents; gives the number of words."""
    lines = sentences_of_corpus()
    draw, words = random.Random(7), 0
    with path.open("w", encoding="utf-8") as handle:
        for number in range(documents):
            text = f"Texte {number}\n" + " ".join(draw.sample(lines, SENTENCES))
            words += len(text.split())
            day = f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}"
            record = {"id": f"d{number:06}", "text": text, "date": day}
            handle.write(json.dumps(record, ensure_ascii=False) + "\n")
    return words


def measure(source: Path, output: Path, workers: int) -> dict[str, float]:
    """One run: seconds by the clock, CPU seconds, and the peak memory in MB of its processes."""
    command = [sys.executable, "-m", "hemicycle", "run", str(source), "-o", str(output), "-q"]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--workers", str(workers)])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"the run ended with {os.waitstatus_to_exitcode(status)}")
    return {
        "wall": time.perf_counter() - started,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }


def main() -> None:
    """Run a small and a large corpus, each twice, and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to keep the outputs")
    options = parser.parse_args()
    table = Table("documents", "words", "run", "wall s", "CPU s", "µs/word", "words/s", "MB")
    with tempfile.TemporaryDirectory() as place:
        folder = options.folder or Path(place)
        for documents in (options.small, options.documents):
            source, output = folder / f"{documents}.jsonl", folder / f"{documents}"
            words = generate(source, documents)
            for name in ("first", "second"):
                m = measure(source, output, options.workers)
                table.add_row(
                    f"{documents:,}",
                    f"{words:,}",
                    name,
                    f"{m['wall']:.1f}",
                    f"{m['cpu']:.1f}",
                    f"{m['cpu'] / words * 1e6:.1f}",
                    f"{words / m['cpu']:,.0f}",
                    f"{m['memory']:,.0f}",
                )
    Console().print(table)


if __name__ == "__main__":
    main()
