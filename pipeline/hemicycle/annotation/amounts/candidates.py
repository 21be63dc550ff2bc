"""The phrases that may say what an amount measures, each with the place that it was found at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hemicycle.annotation.amounts import around, elliptic, subjects, ties
from hemicycle.annotation.amounts.measure_verbs import ends_clause
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.reading.nounphrases import NOTHING, Phrase

# How far before its amount a verb or a noun is looked for, in words.
_REACH = 12
_ENDS = frozenset((";", ".", "!", "?", "\n"))


class Place(NamedTuple):
    """An amount among the words of its sentence.

    Attributes:
        s: the words but for those that say when.
        quantity: the amount.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind it.
        previous: the amount before it in the sentence, None for the first.
        stated: the last amount of the sentence before, None if there is none near.
    """

    s: Sentence
    quantity: Quantity
    at: int
    stop: int
    previous: Quantity | None
    stated: Quantity | None


class Candidate(NamedTuple):
    """What an amount may measure.

    Attributes:
        source: where it was found, a name of ``choice.SOURCES``.
        phrase: its words; empty where it is that of another amount.
        like: the amount whose measure it takes up.
        rule: is it what the order of the rules gives?
    """

    source: str
    phrase: Phrase = NOTHING
    like: Quantity | None = None
    rule: bool = False

    def start(self, s: Sentence) -> int | None:
        """First character of its words in the text."""
        return self.like.measure_start if self.like is not None else s.starts[self.phrase.first]


def others(place: Place, first: Candidate | None) -> Iterator[Candidate]:
    """What may be measured beside what the rules give, each phrase once.

    Args:
        place: the amount.
        first: what the rules give, None for nothing.
    """
    s = place.s
    seen = {first.start(s)} if first is not None else set()
    for candidate in _around(place, first):
        if candidate.like is None and (not candidate.phrase or _names_nothing(s, candidate.phrase)):
            continue
        start = candidate.start(s)
        if candidate.phrase.first >= 0 and start is not None and start not in seen:
            seen.add(start)
            yield candidate


def _around(place: Place, first: Candidate | None) -> Iterator[Candidate]:
    s, _, at, stop, previous, _ = place
    if first is not None:  # else the rules have found nothing there
        yield Candidate("behind", around.behind(s, stop))
        yield Candidate("tied", ties.before(s, at))
    verb, noun = _before(s, at)
    if verb > 0:
        yield Candidate("subject", subjects.find(s, verb))
    if noun >= 0:
        yield Candidate("nearest", s.known.nouns.backward(s, noun + 1, indefinite=True))
    yield Candidate("object", around.valued(s, stop))
    yield Candidate("label", elliptic.label(s, at))
    yield Candidate("topic", elliptic.topic(s, at))
    if previous is not None and previous.measure:
        yield Candidate("previous", like=previous)


def _names_nothing(s: Sentence, found: Phrase) -> bool:
    """``évoquez un montant de``, ``êtes incapables de financer``."""
    if found.stop - found.first != 1:
        return False
    hollow = s.words[found.first] in s.known.measure.totals
    return hollow or s.word(found.first - 1) in s.known.nouns.auxiliaries


def _before(s: Sentence, at: int) -> tuple[int, int]:
    """The indices of the nearest verb and of the nearest noun before an index in its clause, -1
    where there is none."""
    verb = noun = -1
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if s.words[index] in _ENDS or (verb >= 0 and noun >= 0):
            break
        if ends_clause(s, index):
            verb = max(verb, index)
        elif noun < 0 and s.known.nouns.is_content(s.words[index]):
            noun = index
    return verb, noun
