"""The texts that speed is measured on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "models" / "gold"
# Those annotated for laws cite one in nearly every sentence, as no sitting does.
_SITTINGS_IN = ("corpus", "dates", "people")
_SITTINGS = {"sitting", "parliamentary sitting", "parliament", "council minutes", "Belgian text"}


def texts_at(places: Iterable[Path]) -> list[str]:
    """The texts of some files, and of the `*.txt` of some folders."""
    paths = [
        p for place in places for p in (sorted(place.glob("*.txt")) if place.is_dir() else [place])
    ]
    return [path.read_text(encoding="utf-8") for path in paths]


def sentences_of_corpus() -> list[str]:
    """The sentences of `corpus/`, from which texts of any number can be drawn."""
    return [
        sentence.strip()
        for text in texts_at([ROOT / "corpus"])
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if sentence.strip()
    ]


def kinds_of_text() -> dict[str, list[str]]:
    """Three kinds of text that this repository has; annotated ones without their marks."""
    from hemicycle.evaluation.gold import read_gold

    annotated = [document for folder in _SITTINGS_IN for document in read_gold(GOLD / folder)]
    return {
        "sitting": [d.text for d in annotated if d.header.get("kind", "") in _SITTINGS],
        "corpus": texts_at([ROOT / "corpus"]),
        "dense figures": [document.text for document in read_gold(GOLD / "amounts")],
    }


def repeated(texts: list[str], words: int) -> list[str]:
    """Texts with about so many words, again and again if there are fewer."""
    chosen: list[str] = []
    total = 0
    for text in itertools.cycle(texts):
        chosen.append(text)
        total += len(text.split())
        if total >= words:
            break
    return chosen
