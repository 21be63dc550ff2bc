"""The dates that texts speak of, against the dates when they were spoken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from hemicycle.aggregation.periods import period_of, period_of_span
from hemicycle.document import Document
from hemicycle.settings import Frequency
from hemicycle.tables.registry import Row


class Timeline:
    """Counts of dates by when they were spoken and what they speak of."""

    def __init__(self, frequency: Frequency) -> None:
        """Count by periods of this length."""
        self._frequency = frequency
        self._mentions: Counter[tuple[str, str, str]] = Counter()
        self._documents: Counter[tuple[str, str, str]] = Counter()

    def add(self, document: Document, dates: Iterable[dict[str, str]]) -> None:
        """Count the dates of a document; those without first and last day are left out."""
        spoken = period_of(document.date, self._frequency)
        found = Counter(
            (spoken, period_of_span(begin, end, self._frequency), _tense(begin, end, document.date))
            for begin, end in _spans(dates)
        )
        self._mentions += found
        self._documents.update(found.keys())

    def rows(self) -> Iterator[Row]:
        """By when it was spoken, then by what is spoken of."""
        for key in sorted(self._mentions):
            yield [*key, str(self._mentions[key]), str(self._documents[key])]


def _spans(dates: Iterable[dict[str, str]]) -> Iterator[tuple[date, date]]:
    for row in dates:
        try:
            yield date.fromisoformat(row["begin"]), date.fromisoformat(row["end"])
        except ValueError:
            continue


def _tense(begin: date, end: date, spoken: date | None) -> str:
    if spoken is None:
        return ""
    return "past" if end < spoken else "future" if begin > spoken else "present"
