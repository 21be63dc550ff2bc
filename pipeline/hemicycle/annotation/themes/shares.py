"""How much of a text speaks of each topic, and of which subtopic: by the words of its passages."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hemicycle.kinds.mention import Mention
from hemicycle.kinds.theme_passages import Passage

# A subtopic is that of a text if its passages hold half of the words of those with a subtopic, and
# this part of all words that speak of the topic.
_MOST, _ENOUGH = 0.5, 0.2


class Share(NamedTuple):
    """What the passages of a text say of a topic.

    Attributes:
        words: the part of the words of the text that stand in sentences of the topic, 0 to 1.
        subtopic: the subtopic that most of these speak of, empty if none is.
    """

    words: float
    subtopic: str


NOTHING = Share(0.0, "")


class Shares:
    """Counts the words of the passages of a document and of its parts."""

    def __init__(self, passages: Sequence[Mention[Passage]], word_starts: Sequence[int]) -> None:
        """Count the words of each passage.

        Args:
            passages: those of the document, in order.
            word_starts: where its words start, in order.
        """
        self._passages = passages
        self._word_starts = word_starts
        self._starts = [passage.start for passage in passages]
        self._words = [self._words_in(passage.start, passage.end) for passage in passages]

    def of(self, start: int, end: int) -> dict[str, Share]:
        """The share of each topic of a part of the document that has passages.

        Args:
            start: first character of the part, from 0.
            end: one past its last.
        """
        whole = max(1, self._words_in(start, end))
        words: Counter[str] = Counter()
        within: dict[str, Counter[str]] = {}
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            value = self._passages[index].value
            words[value.code] += self._words[index]
            if value.subtopic:
                within.setdefault(value.code, Counter())[value.subtopic] += self._words[index]
        return {
            code: Share(min(1.0, number / whole), _main(within.get(code), number))
            for code, number in words.items()
        }

    def _words_in(self, start: int, end: int) -> int:
        return bisect_left(self._word_starts, end) - bisect_left(self._word_starts, start)


def _main(subtopics: Counter[str] | None, words: int) -> str:
    if not subtopics:
        return ""
    code, most = max(subtopics.items(), key=lambda item: (item[1], item[0]))
    return code if most > _MOST * subtopics.total() and most >= _ENOUGH * words else ""
