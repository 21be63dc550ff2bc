"""Writes what the program says of every annotated text and sentence, so that no change is unseen.

    python maintenance/snapshot.py

The files of `tests/snapshot/`, one a table, are compared by the tests. They hold what is said,
right or wrong; how right it is, `hemicycle evaluate` tells. After a change of rules write them
again, read the difference, and give the cause of each changed row with the commit.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import hemicycle
from hemicycle.evaluation.gold import read_gold
from hemicycle.evaluation.sentences import read_sentences

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "snapshot"
_GOLD = ROOT / "models" / "gold"
# What follows from the other columns, or stands in the text.
_LEFT_OUT = {
    *("end_char", "sentence", "speech", "begin", "end", "theme", "subtheme", "evidence_chars")
}


def main() -> None:
    """Write the snapshot."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in tables().items():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="")


def tables() -> dict[str, str]:
    """The content of each file of the snapshot by name, as the program makes it now."""
    found = hemicycle.rows(_records())
    assert not found.pop("failures")
    return {f"{table}.csv": _csv(rows) for table, rows in found.items()}


def _records() -> Iterator[Mapping[str, str]]:
    """Every annotated text with its date and country, and each labelled sentence."""
    for path in sorted(path for path in _GOLD.iterdir() if path.is_dir()):
        for gold in read_gold(path):
            yield {
                "id": f"{path.name}/{gold.name}",
                "text": gold.text,
                "date": gold.header.get("date", ""),
                "country": gold.header.get("country", ""),
            }
    for number, sentence in enumerate(read_sentences(_GOLD), start=1):
        yield {"id": f"sentences/{number}", "text": sentence.text}


def _csv(rows: list[dict[str, str]]) -> str:
    lines = io.StringIO(newline="")
    names = [name for name in rows[0] if name not in _LEFT_OUT]
    writer = csv.DictWriter(lines, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue()


if __name__ == "__main__":
    main()
