"""How well a phrase tells what its document is about: often, early, long enough, and not common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from math import log2
from typing import Protocol

from hemicycle.annotation.keywords.adjectives import ends_as_adjective
from hemicycle.annotation.keywords.occurrences import Key, Occurrences
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import IN, TO
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.content_words import little_words

# A phrase of the title, and one of the heading before its colon.
_TITLE, _HEADING = 2.0, 1.5
# A phrase at the very start weighs double, one this many characters on half as much more.
_OPENING = 150
_LENGTH = {1: 1.0, 2: 1.3, 3: 1.2, 4: 0.9}
_NAME, _LONG_NAME = 1.35, 1.2
# A person who is only listed among those present or those who sign.
_LISTED = 0.4
# A term of a sector or of a main theme.
_TOPICAL = 1.15
# An adjective alone, and a noun that needs another to tell something.
_ADJECTIVE, _VAGUE = 0.75, 0.6
# A word that stands less often by itself than this part of its places only describes.
_LEADING = 0.2
# A word that stands so often in a chosen phrase says little more (`école`, `école primaire`).
_ECHOED, _ECHO = 0.5, 0.5
# A noun that mostly stands with a complement (`usage des bassines`) tells little without it.
_TRAILING, _COMPLEMENTED = 0.5, 0.7
# Words that every text has.
_EMPTY = 0.4
# How far a phrase is weighed: roughly, as it is written, beside what is chosen before it.
_ROUGH, _WRITTEN, _FINAL = range(3)
# A long phrase of the title: its parts tell as much, in fewer words.
_LONG_IN_TITLE = 0.85
# A phrase that `à` or `en` joins: more often a circumstance (`visite au Sénat`) than a term.
_CIRCUMSTANCE = 0.4
_JOINED_BY_A = Pattern(r" <to> ", to=TO | IN)
# How much of the occurrences inside a longer phrase count for that phrase alone.
_NESTED = 0.7
_LEAST_COUNT = 0.3
# How much a phrase gives up that is cut out of the middle of a run of words.
_CUT = 0.25
_COMMON = 0.5
_WORD = re.compile(r"[^\W\d_]+")


def best(
    phrases: Mapping[Key, Occurrences], commonness: Mapping[str, float], most: int
) -> list[tuple[Key, float]]:
    """The best phrases of a document, best first, without those that repeat a better one.

    How a phrase is written is asked only of those that may be among the best: the others wait with
    the score that they have at most.

    Args:
        phrases: the phrases by their key.
        commonness: for a word, how common it is in texts of all kinds, from 0 to 1.
        most: the most phrases.

    Returns:
        Their keys with their scores, which are comparable within the document only.
    """
    nested = nested_in(phrases)
    waiting: list[tuple[float, int, int, Key, float]] = []
    for key, phrase in phrases.items():
        if only_describes(key, phrase):
            continue
        score = _score(key, phrase, nested.get(key, 0), commonness)
        waiting.append((-score * (_NAME if phrase.name else 1.0), _ROUGH, phrase.first, key, score))
    heapify(waiting)
    chosen = Chosen()
    while waiting and len(chosen.best) < most:
        _, stage, first, key, score = heappop(waiting)
        phrase = phrases[key]
        if stage == _ROUGH:
            score = as_written(key, phrase, score)
            heappush(waiting, (-score, _WRITTEN, first, key, score))
        elif stage == _WRITTEN and chosen.echoes(key, phrase):
            heappush(waiting, (-score * _ECHO, _FINAL, first, key, score * _ECHO))
        elif not chosen.repeats(key, phrase):
            chosen.add(key, phrase, score)
    return chosen.best


class Counted(Protocol):
    """What is asked of a phrase of a document or speech."""

    @property
    def count(self) -> int:
        """How often it stands there."""
        ...

    @property
    def in_title(self) -> bool:
        """Whether the title holds it."""
        ...

    @property
    def is_name(self) -> bool:
        """Whether all of it is one name."""
        ...

    @property
    def best_form(self) -> str:
        """How it is shown."""
        ...


class Chosen:
    """The best phrases so far."""

    def __init__(self) -> None:
        self.best: list[tuple[Key, float]] = []
        self._keys: set[Key] = set()
        # How often a phrase stands that holds another, by the other.
        self._inside: dict[Key, int] = {}
        self._forms: list[tuple[str, bool]] = []
        # Whether some of them may be initials.
        self._short = False
        self._bare: set[str] = set()

    def add(self, key: Key, phrase: Counted, score: float) -> None:
        """Choose a phrase."""
        self.best.append((key, score))
        self._keys.add(key)
        self._forms.append((phrase.best_form, len(key) == 1))
        self._short = self._short or is_initials(phrase.best_form)
        self._bare.add(_bare(phrase.best_form))
        for part in _parts(key):
            self._inside[part] = max(self._inside.get(part, 0), phrase.count)

    def echoes(self, key: Key, phrase: Counted) -> bool:
        """Whether a phrase stands in a chosen one so often that it says little more."""
        return not phrase.is_name and self._inside.get(key, 0) >= max(2, _ECHOED * phrase.count)

    def repeats(self, key: Key, phrase: Counted) -> bool:
        """Whether a phrase says no more than a chosen one: holds it, is part of it or short for
        it."""
        if phrase.count <= self._inside.get(key, 0):
            return True
        if phrase.count < 2 and not phrase.in_title and not self._keys.isdisjoint(_parts(key)):
            return True
        form, alone = phrase.best_form, len(key) == 1
        if _bare(form) in self._bare:
            return True
        # Only initials are short for anything: most documents have none.
        return (self._short or is_initials(form)) and any(
            is_short_for(form, other) or is_short_for(other, form)
            for other, other_alone in self._forms
            if alone or other_alone
        )


def _bare(form: str) -> str:
    """A phrase without what tells its singular from its plural, and its accents."""
    return " ".join(word.rstrip("sx") for word in fold(form).split())


def _score(key: Key, phrase: Occurrences, nested: int, commonness: Mapping[str, float]) -> float:
    """The score of a phrase, but for what depends on how it is written."""
    count = len(phrase.places)
    score = often(count, nested) * (1 + 1 / (1 + phrase.first / _OPENING))
    if phrase.in_title:
        score *= _TITLE if len(key) < 3 else _TITLE * _LONG_IN_TITLE
    if phrase.in_heading:
        score *= _HEADING
    if phrase.topical:
        score *= _TOPICAL
    return score * worth(key, phrase, commonness) * uncut(key, count, phrase.edges)


def often(count: int, nested: int) -> float:
    """How much it tells that a phrase stands so often, so many of these in one longer phrase."""
    return log2(1 + max(_LEAST_COUNT, count - _NESTED * nested))


def uncut(key: Key, count: int, edges: int) -> float:
    """How much of a phrase of several words ends where its runs of words end."""
    return 1.0 if len(key) == 1 else 1 - _CUT + _CUT * edges / (2 * count)


def worth(key: Key, phrase: Occurrences, commonness: Mapping[str, float]) -> float:
    """How much a phrase tells by what it is, wherever and however often it stands."""
    size = len(key)
    value = _LENGTH[size] * (1 - _COMMON * sum([commonness.get(one, 0.0) for one in key]) / size)
    if phrase.empty:
        value *= _EMPTY
    if size > 1 or phrase.name:
        return value
    if phrase.trails > _TRAILING * phrase.count:
        value *= _COMPLEMENTED
    return value * (_VAGUE if phrase.vague else 1.0)


def only_describes(key: Key, phrase: Occurrences) -> bool:
    """Whether a word nearly always stands right behind a noun: an adjective, or half a name."""
    return len(key) == 1 and phrase.leads < _LEADING * phrase.count and not phrase.name


def as_written(key: Key, phrase: Occurrences, score: float) -> float:
    """The score of a phrase, by that which it has whatever it is written like."""
    form = phrase.best_form
    if phrase.name:
        score *= _LONG_NAME if " " in form else _NAME
        return score * (_LISTED if phrase.listed == phrase.count else 1.0)
    if len(key) > 1:
        return score * (_CIRCUMSTANCE if _JOINED_BY_A.search(form) else 1.0)
    return score * (_ADJECTIVE if ends_as_adjective(form) else 1.0)


def is_initials(form: str) -> bool:
    """Whether a phrase may be initials: two to six signs, capitals all of them."""
    return form.isupper() and 2 <= len(form) <= 6


def is_short_for(short: str, full: str) -> bool:
    """Whether capitals are the initials of a name: `MBA` of `Musée des beaux-arts`."""
    if not is_initials(short):
        return False
    initials = [word[0] for word in _WORD.findall(full) if word not in little_words()]
    return fold("".join(initials)) == fold(short)


def nested_in(phrases: Mapping[Key, Counted]) -> dict[Key, int]:
    """For each phrase, how often it stands inside one longer phrase that is worth its while."""
    nested: dict[Key, int] = {}
    for key, phrase in phrases.items():
        if len(key) > 1 and (phrase.count > 1 or phrase.in_title):
            for part in _parts(key):
                nested[part] = max(nested.get(part, 0), phrase.count)
    return nested


def _parts(key: Key) -> list[Key]:
    size = len(key)
    return [
        key[first:last]
        for first in range(size)
        for last in range(first + 1, size + 1)
        if last - first < size
    ]
