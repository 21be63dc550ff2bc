"""How a run goes: its counts, which grow while it runs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hemicycle.document import Document, Failure
from hemicycle.tables.registry import Row


@dataclass(slots=True)
class Report:
    """How a stage went; it grows while the stage runs.

    Attributes:
        output: the output folder.
        documents: documents done.
        skipped: documents that were done before and have not changed since.
        reasons: the others by why they were done (``new``, ``changed``...).
        gone: documents of earlier runs that are not in the sources any more.
        removed: those of them that were removed.
        words: words in the documents done.
        rows: rows by table.
        failures: what failed.
        bytes: size of the inputs, 0 where it is not known.
        bytes_passed: how much of that has been passed.
        seconds: time since the start, to the end of all work once that is over.
    """

    output: str
    documents: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    gone: int = 0
    removed: int = 0
    words: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    bytes: int = 0
    bytes_passed: int = 0
    seconds: float = 0.0
    _started: float = field(default_factory=time.monotonic, repr=False)

    def done(self, document: Document, rows: dict[str, list[Row]]) -> None:
        """Count a document that was written."""
        self.documents += 1
        self.words += document.words
        self.rows.update({name: len(found) for name, found in rows.items()})
        self.tick()

    def tick(self) -> None:
        """Note how much time has passed."""
        self.seconds = time.monotonic() - self._started

    def to_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "output": self.output,
            "documents": self.documents,
            "skipped": self.skipped,
            "reasons": dict(self.reasons),
            "gone": self.gone,
            "removed": self.removed,
            "words": self.words,
            "rows": dict(self.rows),
            "failed": len(self.failures),
            "seconds": round(self.seconds, 2),
        }


Watcher = Callable[[Report], None]


def unwatched(report: Report) -> None:
    """Watches nothing."""
