"""How long the page takes to open and to answer, with a run of many documents in a real browser.

    python benchmarks/page.py [--documents 3000] [--outputs FOLDER]

The documents are turns drawn from the sentences of `corpus/` by a fixed seed; `--outputs` names a
finished run to measure instead. Each figure is the shortest of several times, in milliseconds, from
the act until the page has drawn and may answer again. Playwright and Chromium are needed.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table
from texts import sentences_of_corpus

SPEAKERS = [
    (f"{first} {last}", group)
    for first in ("Agathe", "Basile", "Maud", "Noé", "Lise", "Odile", "Tom", "Inès")
    for last, group in (
        ("Sorel", "LFI"), ("Fontenoy", "RN"), ("Joncquet", "EPR"), ("Garance", "LR"),
        ("Valmont", "GDR"), ("Lhermitte", "HOR"), ("Brosse", "DEM"), ("Delmas", "SOC"),
    )
]  # fmt: skip
# What is done, one after the other: its name, its script, and what must then stand on the page.
ACTS = [
    ("draw all charts", "dispatchEvent(new Event('beforeprint'))", ".masthead"),
    ("table of people", "location.hash = '#/table/people'", "#rows"),
    ("sort it by person", "document.querySelector('#sort-person').click()", "th[aria-sort]"),
    ("filter rows", "location.hash = '#/table/amounts?q=budget'", "#rows"),
    ("first search", "location.hash = '#/search?q=%22de+la%22+budget'", "#hit-count"),
    ("second search", "location.hash = '#/search?q=imp*'", "#hit-count"),
    ("compare two groups", "location.hash = '#/compare?by=group'", ".compared"),
    ("filter by speaker", "location.hash = '#/?speaker=Agathe+Sorel'", "#chosen li"),
    ("open a document", "location.hash = '#/doc/d00500'", "#text"),
    ("back to the overview", "location.hash = '#/'", ".masthead"),
]
DRAWN = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def generate(path: Path, documents: int) -> None:
    """Write a JSON Lines file of sittings of six turns each."""
    lines = sentences_of_corpus()
    draw = random.Random(7)
    with path.open("w", encoding="utf-8") as handle:
        for number in range(documents):
            turns = [
                f"M. {speaker} ({group}). – {' '.join(draw.sample(lines, 3))}"
                for speaker, group in draw.sample(SPEAKERS, 6)
            ]
            day = f"{2018 + number % 8}-{1 + number % 12:02}-{1 + number % 28:02}"
            record = {"id": f"d{number:05}", "text": "\n\n".join(turns), "date": day}
            handle.write(json.dumps(record, ensure_ascii=False) + "\n")


def opening(page: Page, address: str) -> float:
    """Seconds from the request of the page to its overview."""
    page.goto("about:blank")
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".masthead")
    page.evaluate(f"(async () => {{ {DRAWN} }})()")
    return time.perf_counter() - started


def acting(page: Page, script: str, wanted: str) -> float:
    """Seconds from an act to what it shows."""
    started = time.perf_counter()
    page.evaluate(f"(async () => {{ {script}; {DRAWN} }})()")
    page.wait_for_selector(wanted)
    return time.perf_counter() - started


def main() -> None:
    """Make a run if none is named, and print what its page takes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--outputs", type=Path, help="a finished run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        outputs = options.outputs
        if outputs is None:
            source, outputs = Path(place) / "many.jsonl", Path(place) / "outputs"
            generate(source, options.documents)
            command = [sys.executable, "-m", "hemicycle", "run", str(source), "-o", str(outputs)]
            subprocess.run([*command, "-q"], check=True)
        address = (outputs / "report.html").resolve().as_uri()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        times: dict[str, list[float]] = {}
        for _ in range(options.times):
            times.setdefault("open", []).append(opening(page, address))
            for name, script, wanted in ACTS:
                times.setdefault(name, []).append(acting(page, script, wanted))
        browser.close()
        size = (outputs / "report.html").stat().st_size / 1e6
    table = Table("act", "ms", title=f"{size:.1f} MB")
    for name, measured in times.items():
        table.add_row(name, f"{1000 * min(measured):.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
