"""Which subtopic of a topic the words of a passage point to.

The labels of ``models/taxonomies/cap_subtopics.csv`` name what each subtopic is about; a term of
the passage that shares a word with one label of its topic, and with no other, points to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from hemicycle.knowledge.made import remembered_per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.content_words import keys_of


class Subtopics:
    """Finds subtopics; the labels are read once."""

    def __init__(self) -> None:
        """Read the labels."""
        empty = frozenset(load_toml("lexicons", "subtopic_stops.toml")["empty"])
        bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._labels: dict[str, str] = {}
        for row in load_csv("taxonomies", "cap_subtopics.csv"):
            self._labels[row["code"]] = row["label"]
            for key in keys_of(row["label"]):
                if key not in empty:
                    bearers[row["major"], key].add(row["code"])
        self._by_word = {
            place: next(iter(codes)) for place, codes in bearers.items() if len(codes) == 1
        }

    def label(self, code: str) -> str:
        """The French label of a subtopic, empty for no subtopic."""
        return self._labels.get(code, "")

    def of(self, topic: str, terms: Iterable[str]) -> str:
        """The one subtopic of a topic that the terms point to most, empty if none or several."""
        votes = Counter(
            code
            for term in terms
            for key in _keys(term)
            if (code := self._by_word.get((topic, key))) is not None
        )
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]


@remembered_per_knowledge(1 << 14)
def _keys(term: str) -> tuple[str, ...]:
    return keys_of(term)
