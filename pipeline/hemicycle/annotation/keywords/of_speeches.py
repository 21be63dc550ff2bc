"""The keywords of single speeches: counted while those of the document are, from the same runs.

A phrase of a speech is worth what it is in the document, as often as it stands in the speech, and
less if many other speeches hold it too. What stands in a speech once is a keyword of it only if it
holds a term of its topics, names a place or body, or is a phrase that the document uses elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import TypeAlias

from hemicycle.annotation.keywords.occurrences import Key, Occurrences
from hemicycle.annotation.keywords.ranking import (
    Chosen,
    as_written,
    nested_in,
    often,
    only_describes,
    uncut,
    worth,
)
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.speeches import Speech

# How much a phrase gives up that every long speech of the document holds.
_EVERYWHERE = 0.6
# A term of a sector or topic tells more than other words that stand as often.
_OF_TOPIC = 1.5
# How often a word or phrase that is none stands in a speech at least.
_WORD_COUNT, _PHRASE_COUNT = 3, 2
# More often than anything stands anywhere: a noun that tells little alone (`commission`).
_NEVER = 1 << 31
_BANNED = -1
# So many for each keyword are looked at as they are written.
_LOOKED_AT = 3


# A tally is one number: an object for each phrase of each speech would keep the garbage collector
# busy. Its lowest bit tells a term of a topic, then comes how often, then how many ends.
OF_TOPIC = 1
_COUNT_SHIFT, _EDGES_SHIFT = 1, 32
_COUNT_MASK = (1 << (_EDGES_SHIFT - _COUNT_SHIFT)) - 1
Tallies: TypeAlias = dict[int, int]
# What one place of a phrase adds to its tally, by how many of its ends are the end of its run.
TALLIES = tuple((1 << _COUNT_SHIFT) + (edges << _EDGES_SHIFT) for edges in range(3))


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase in a speech.

    Attributes:
        whole: the phrase in the document.
        count: how often it stands in the speech.
        edges: how often one of its ends is the end of its run of words, both ends counted.
        topical: whether a term of a sector or of a topic is, or stands in, it.
        in_title: False: a speech has none.
    """

    whole: Occurrences
    count: int
    edges: int
    topical: bool
    in_title: bool = False

    @property
    def is_name(self) -> bool:
        """Whether all of it is one name."""
        return self.whole.name

    @property
    def best_form(self) -> str:
        """The form that stands most often in the document."""
        return self.whole.best_form


class SaidInSpeeches:
    """What is said in each of some speeches, while a document is read from first to last."""

    def __init__(self, turns: list[Mention[Speech]]) -> None:
        """Take the speeches, in the order of the text."""
        self._turns = turns
        self._next = 0
        self._tallies: dict[int, Tallies] = {}

    def at(self, start: int) -> Tallies | None:
        """The tallies of the speech at a character by the number of the phrase, None outside.

        Args:
            start: the character, not before one that was asked for.
        """
        turns = self._turns
        while self._next < len(turns) and turns[self._next].end <= start:
            self._next += 1
        if self._next == len(turns) or start < turns[self._next].start:
            return None
        return self._tallies.setdefault(turns[self._next].value.speech, {})

    def ranked(
        self, phrases: Mapping[Key, Occurrences], commonness: Mapping[str, float], most: int
    ) -> Iterator[tuple[int, dict[Key, Said], list[tuple[Key, float]]]]:
        """For each speech its number, its phrases, and the best with their scores, best first.

        Args:
            phrases: the phrases of the document, in the order of their numbers.
            commonness: for a word, how common it is in texts of all kinds, from 0 to 1.
            most: the most phrases of a speech.
        """
        ordered = list(phrases.items()) if self._tallies else []
        least = [_least(key, whole) for key, whole in ordered]
        holding: Counter[int] = Counter()
        for tallies in self._tallies.values():
            holding.update(tallies.keys())
        whole = log(1 + len(self._tallies))
        worths: dict[Key, float] = {}
        for number, tallies in self._tallies.items():
            said = dict(_may_be(ordered, least, tallies))
            nested = nested_in(said)
            scored: list[tuple[float, Key]] = []
            for key, phrase in said.items():
                own = worths.get(key)
                if own is None:
                    own = worth(key, phrase.whole, commonness)
                    own *= 1 - _EVERYWHERE * log(holding[phrase.whole.number]) / whole
                    worths[key] = own
                score = own * often(phrase.count, nested.get(key, 0))
                score *= uncut(key, phrase.count, phrase.edges)
                scored.append((score * _OF_TOPIC if phrase.topical else score, key))
            yield number, said, _best(said, scored, most)


def _may_be(
    ordered: list[tuple[Key, Occurrences]], least: list[int], tallies: Tallies
) -> Iterator[tuple[Key, Said]]:
    """The phrases of a speech that may be keywords."""
    for number, told in tallies.items():
        count = told >> _COUNT_SHIFT & _COUNT_MASK
        topical = bool(told & OF_TOPIC)
        enough = least[number]
        if enough != _BANNED and (topical or count >= enough):
            key, whole = ordered[number]
            yield key, Said(whole, count, told >> _EDGES_SHIFT, topical)


def _least(key: Key, whole: Occurrences) -> int:
    """How often a phrase that holds no term of a topic stands in a speech to be a keyword."""
    if only_describes(key, whole):
        return _BANNED
    if whole.empty:
        return _NEVER
    if whole.name:
        return _PHRASE_COUNT if whole.person else 1
    if len(key) == 1:
        return _NEVER if whole.vague else _WORD_COUNT
    return 1 if len(whole.places) > _PHRASE_COUNT else _PHRASE_COUNT


def _best(
    said: dict[Key, Said], scored: list[tuple[float, Key]], most: int
) -> list[tuple[Key, float]]:
    near = nlargest(_LOOKED_AT * most, scored)
    written = [(as_written(key, said[key].whole, score), key) for score, key in near]
    chosen = Chosen()
    for score, key in sorted(written, reverse=True):
        if len(chosen.best) == most:
            break
        if not chosen.repeats(key, said[key]):
            chosen.add(key, said[key], score)
    return chosen.best
