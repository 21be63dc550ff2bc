"""Which subtopic of a topic the words of a passage point to.

The labels of ``models/taxonomies/cap_subtopics.csv`` name what each subtopic is about, as a list of
things (`Urbanisme et rénovation urbaine`). A passage points to the subtopic of which it names a
thing in all its words: `emploi` alone is not `Emploi des jeunes`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from hemicycle.knowledge.made import remembered_per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.content_words import keys_of

_BETWEEN_THINGS = re.compile(r", | et |[()]| : ")
# What stands in many labels of a topic (`Recherche médicale`) names no thing.
_GENERAL = re.compile(r"généralités|autres?$")


class Subtopics:
    """Finds subtopics; the labels are read once."""

    def __init__(self) -> None:
        """Read the labels."""
        empty = frozenset(load_toml("lexicons", "subtopic_stops.toml")["empty"])
        bearers: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        self._labels: dict[str, str] = {}
        for row in load_csv("taxonomies", "cap_subtopics.csv"):
            self._labels[row["code"]] = row["label"]
            if _GENERAL.search(row["label"]):
                continue
            for thing in _BETWEEN_THINGS.split(row["label"]):
                words = frozenset(keys_of(thing))
                if not words <= empty:
                    bearers[row["major"], words].add(row["code"])
        # By topic and one word: the things that it is a word of, with the subtopic.
        self._things: defaultdict[tuple[str, str], list[tuple[frozenset[str], str]]]
        self._things = defaultdict(list)
        for (major, words), codes in bearers.items():
            if len(codes) == 1:
                for word in words:
                    self._things[major, word].append((words, next(iter(codes))))

    def label(self, code: str) -> str:
        """The French label of a subtopic, empty for no subtopic."""
        return self._labels.get(code, "")

    def of(self, topic: str, terms: Iterable[str]) -> str:
        """The one subtopic of a topic that the terms point to most, empty if none or several."""
        said = {key for term in terms for key in _keys(term)}
        named = {
            (words, code)
            for key in said
            for words, code in self._things.get((topic, key), ())
            if words <= said
        }
        votes: Counter[str] = Counter()
        for words, code in named:
            votes[code] += len(words)
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]


@remembered_per_knowledge(1 << 14)
def _keys(term: str) -> tuple[str, ...]:
    return keys_of(term)
