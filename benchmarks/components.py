"""Microseconds a word of each part of reading a text, as `benchmarks/speed.py` shows them.

    python benchmarks/components.py [--rounds 3] [--words 30000] [TEXT_OR_FOLDER…]

CPU time of one process, the best of some rounds. Texts are read in batches, become rows, and are
written, as in a run. By default there are three kinds of text: sittings and dense figures of
`models/gold/` without their marks, and `corpus/`, again and again to the number of words, so that
every word has been met before. Other texts can be given instead.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hemicycle.annotation.loading import load
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder
from hemicycle.running.batching import batches_of
from hemicycle.running.garbage import kept_meanwhile
from hemicycle.tables.registry import DOCUMENT_TABLES, rows_of
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from texts import kinds_of_text, repeated, texts_at

_DAY = date(2026, 1, 2)
Costs = dict[str, float]


class _Watch:
    """Adds up the CPU seconds of named steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        before = time.process_time()
        yield
        spent = time.process_time() - before
        self.seconds[name] = self.seconds.get(name, 0) + spent


def costs(texts: list[str], rounds: int, place: Path) -> Costs:
    """CPU microseconds a word of each step, by its name; the round that took least counts.

    Args:
        texts: the texts; each has been read once before they are read for time.
        rounds: how often they are read.
        place: a folder for what is written.
    """
    words = sum(len(text.split()) for text in texts)
    nlp = load()
    _read(nlp, list(dict.fromkeys(texts)), place)
    with kept_meanwhile():  # as in a run
        found = [_read(nlp, texts, place) for _ in range(rounds)]
    best = min(found, key=lambda seconds: sum(seconds.values()))
    return {name: 1e6 * seconds / words for name, seconds in best.items()}


def _read(nlp: Language, texts: list[str], place: Path) -> Costs:
    watch = _Watch()
    folder = OutputFolder(Path(tempfile.mkdtemp(dir=place)))
    folder.prepare()
    documents = [Document(f"d{n}", text, "-", "", date=_DAY) for n, text in enumerate(texts)]
    for batch in batches_of(documents):
        docs = []
        for document in batch:
            with watch("tokenizer"):
                docs.append(nlp.make_doc(document.text))
            docs[-1]._.document_date = document.date
        # As in `nlp.pipe`, each component takes the documents together.
        for name, pipe in nlp.pipeline:
            with watch(name.removeprefix("hemicycle_")):
                docs = list(pipe.pipe(docs, batch_size=len(docs)))
        for document, doc in zip(batch, docs, strict=True):
            with watch("rows"):
                rows = rows_of(doc, document.doc_id, DOCUMENT_TABLES)
            with watch("writing"):
                folder.write_document(document, rows)
    folder.release()
    return watch.seconds


def show(texts: dict[str, list[str]], words: int, rounds: int) -> None:
    """Print a table of microseconds a word, a line a step and a column a kind of text.

    Args:
        texts: the texts by kind.
        words: about how many words of each are read in a round.
        rounds: how often they are read.
    """
    # Nothing is removed before the end: ext4 is slow to make files just after it removed as many.
    with tempfile.TemporaryDirectory() as place:
        found = {
            kind: costs(repeated(of_kind, words), rounds, Path(place))
            for kind, of_kind in texts.items()
        }
    shown = Table("µs a word", *found, caption=f"{words:,} words of each, best of {rounds} rounds")
    for name in next(iter(found.values())):
        shown.add_row(name, *(f"{one[name]:.1f}" for one in found.values()))
    shown.add_row("all", *(f"{sum(one.values()):.1f}" for one in found.values()), style="bold")
    Console().print(shown)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--words", type=int, default=30_000)
    options = parser.parse_args()
    texts = {"texts": texts_at(options.texts)} if options.texts else kinds_of_text()
    show(texts, options.words, options.rounds)


if __name__ == "__main__":
    main()
