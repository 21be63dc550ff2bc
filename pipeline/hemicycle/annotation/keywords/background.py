"""How common words are in texts of all kinds, so that common ones are no keywords.

The table ``models/lexicons/background.csv`` counts in how many texts of this repository a lemma
stands. Make it again with
``python -m hemicycle.annotation.keywords.background corpus models/gold``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from hemicycle.annotation.keywords.candidates import CandidateFinder
from hemicycle.knowledge.use import load_csv
from hemicycle.resources import resource

# The number of texts counted, on a line of its own.
_ALL = "*"
_LEAST_TEXTS = 2
_MARKUP = re.compile(r"\[|\]\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


def load_commonness() -> dict[str, float]:
    """For each lemma of the table, its commonness from 0 (in no other text) to 1 (in all)."""
    texts = {row["lemma"]: int(row["texts"]) for row in load_csv("lexicons", "background.csv")}
    total = texts.pop(_ALL)
    return {lemma: log(1 + count) / log(1 + total) for lemma, count in texts.items()}


def count_texts(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each lemma stands, and under ``*`` the number of texts."""
    finder = CandidateFinder()
    counts: Counter[str] = Counter()
    for text in texts:
        plain = _MARKUP.sub("", text.partition("\n---\n")[2] or text)
        counts.update({finder.lemma(word) for word in _WORD.findall(plain)} - {""})
        counts[_ALL] += 1
    return counts


def main(folders: list[str]) -> None:
    """Count the texts of some folders and write the table."""
    paths = sorted(
        path
        for folder in folders
        for path in Path(folder).rglob("*")
        if path.suffix in {".md", ".txt"}
    )
    counts = count_texts(path.read_text(encoding="utf-8") for path in paths)
    table = resource("lexicons", "background.csv")
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["lemma", "texts"])
        writer.writerows(
            (lemma, count) for lemma, count in sorted(counts.items()) if count >= _LEAST_TEXTS
        )


if __name__ == "__main__":
    main(sys.argv[1:])
