"""Who is named with whom: pairs of people that one sentence names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from hemicycle.aggregation.sentences import in_one_sentence
from hemicycle.document import Document
from hemicycle.tables.registry import Row

Person = tuple[str, str]
"""Id and name of a person."""


@dataclass(slots=True)
class _Pair:
    sentences: int = 0
    documents: int = 0
    first_date: str = ""
    last_date: str = ""


class Together:
    """Counts of the sentences that name two people."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[Person, Person], _Pair] = {}

    def add(
        self, document: Document, people: Iterable[dict[str, str]]
    ) -> dict[Person, Counter[str]]:
        """Count the pairs of a document.

        Args:
            document: where they are named.
            people: its mentions of people, with ``person_id`` and ``person``, in text order.

        Returns:
            For each person, the names of the others with how many sentences they share.
        """
        day = document.date.isoformat() if document.date else ""
        companions: dict[Person, Counter[str]] = defaultdict(Counter)
        for (one, other), sentences in _pairs(people).items():
            pair = self._pairs.setdefault((one, other), _Pair())
            pair.sentences += sentences
            pair.documents += 1
            if day:
                pair.first_date = min(pair.first_date or day, day)
                pair.last_date = max(pair.last_date, day)
            companions[one][other[1]] += sentences
            companions[other][one[1]] += sentences
        return companions

    def rows(self) -> Iterator[Row]:
        """Most often together first, then by name."""
        ranked = sorted(self._pairs.items(), key=lambda item: (-item[1].sentences, item[0]))
        for (one, other), pair in ranked:
            counts = [str(pair.sentences), str(pair.documents)]
            yield [*one, *other, *counts, pair.first_date, pair.last_date]


def _pairs(people: Iterable[dict[str, str]]) -> Counter[tuple[Person, Person]]:
    found: Counter[tuple[Person, Person]] = Counter()
    for mentions in in_one_sentence(people):
        named = {(row["person_id"], row["person"]) for row in mentions}
        found.update(combinations(sorted(named), 2))
    return found
