"""How well a phrase tells what its document is about: often, early, long enough, and not common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

from hemicycle.folding import fold
from hemicycle.reading.content_words import little_words

Key = tuple[str, ...]

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
# A long phrase of the title: its parts tell as much, in fewer words.
_LONG_IN_TITLE = 0.85
# A phrase that `à` or `en` joins: more often a circumstance (`visite au Sénat`) than a term.
_CIRCUMSTANCE = 0.4
_JOINED_BY_A = re.compile(r" (?:à|aux?|en) ")
# How much of the occurrences inside a longer phrase count for that phrase alone.
_NESTED = 0.7
_LEAST_COUNT = 0.3
# How much a phrase gives up that is cut out of the middle of a run of words.
_CUT = 0.25
_COMMON = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVE_ENDINGS = re.compile(
    r"(?:al|ale|aux|ales|iques?|elle?s?|eux|euses?|ifs?|ives?|ables?|ible|aires?|ien|ienne|ain|aine"
    r"|oise?|aise?|ée?s?|ante?s?)$"
)


@dataclass(slots=True)
class Occurrences:
    """Where and how a phrase stands in a document.

    Attributes:
        first: its first character at its first place.
        name: whether all of it is one name.
        vague: whether it is one noun that tells little alone.
        in_title: whether the title holds it.
        in_heading: whether it stands before the colon of the title.
        topical: whether it is a term of a sector or of a main theme.
        edges: how often one of its ends is the end of its run of words, both ends counted.
        listed: how often it stands in a list of persons.
        forms: how often each way to write it stands.
    """

    first: int
    name: bool = False
    vague: bool = False
    in_title: bool = False
    in_heading: bool = False
    topical: bool = False
    edges: int = 0
    listed: int = 0
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How often the phrase stands in the document."""
        return self.forms.total()

    @property
    def best_form(self) -> str:
        """The form that stands most often; of equals, the one in lower case."""
        if len(self.forms) == 1:  # as most have
            return next(iter(self.forms))
        return max(self.forms.items(), key=lambda item: (item[1], item[0].islower(), item[0]))[0]


def scores(phrases: Mapping[Key, Occurrences], commonness: Mapping[str, float]) -> dict[Key, float]:
    """A score for each phrase of a document, comparable within it only.

    Args:
        phrases: the phrases by their key.
        commonness: for a word, how common it is in texts of all kinds, from 0 to 1.
    """
    nested = _nested(phrases)
    return {key: _score(key, phrase, nested[key], commonness) for key, phrase in phrases.items()}


def choose(phrases: Mapping[Key, Occurrences], score: Mapping[Key, float], most: int) -> list[Key]:
    """The best phrases, best first, without those that repeat a better one."""
    chosen: list[Key] = []
    for key in sorted(score, key=lambda k: (-score[k], phrases[k].first, k)):
        if len(chosen) == most:
            break
        if not any(_repeats(key, other, phrases) for other in chosen):
            chosen.append(key)
    return chosen


def _score(key: Key, phrase: Occurrences, nested: int, commonness: Mapping[str, float]) -> float:
    count = phrase.count
    score = log2(1 + max(_LEAST_COUNT, count - _NESTED * nested))
    score *= 1 + 1 / (1 + phrase.first / _OPENING)
    score *= _LENGTH[len(key)]
    if phrase.in_title:
        score *= _TITLE if len(key) < 3 else _TITLE * _LONG_IN_TITLE
    if phrase.in_heading:
        score *= _HEADING
    score *= 1 - _COMMON * sum(commonness.get(word, 0.0) for word in key) / len(key)
    if phrase.topical:
        score *= _TOPICAL
    if phrase.name:
        score *= _LONG_NAME if " " in phrase.best_form else _NAME
        score *= _LISTED if phrase.listed == count else 1.0
    elif len(key) == 1:
        if phrase.vague:
            score *= _VAGUE
        if _ADJECTIVE_ENDINGS.search(phrase.best_form.lower()):
            score *= _ADJECTIVE
    if len(key) > 1:
        score *= 1 - _CUT + _CUT * phrase.edges / (2 * count)
        score *= _CIRCUMSTANCE if _JOINED_BY_A.search(phrase.best_form) else 1.0
    return score


def is_short_for(short: str, full: str) -> bool:
    """Whether capitals are the initials of a name: `MBA` of `Musée des beaux-arts`."""
    if not (2 <= len(short) <= 6 and short.isupper()):
        return False
    initials = [word[0] for word in _WORD.findall(full) if word not in little_words()]
    return fold("".join(initials)) == fold(short)


def _nested(phrases: Mapping[Key, Occurrences]) -> Counter[Key]:
    """For each phrase, how often it stands inside one longer phrase that is worth its while."""
    nested: Counter[Key] = Counter()
    for key, phrase in phrases.items():
        count = phrase.count
        if len(key) > 1 and (count > 1 or phrase.in_title):
            for part in _parts(key):
                nested[part] = max(nested[part], count)
    return nested


def _parts(key: Key) -> list[Key]:
    size = len(key)
    return [
        key[first:last]
        for first in range(size)
        for last in range(first + 1, size + 1)
        if last - first < size
    ]


def _repeats(key: Key, chosen: Key, phrases: Mapping[Key, Occurrences]) -> bool:
    """Whether a phrase says no more than a chosen one: holds it, is part of it or short for it."""
    if len(key) == 1 or len(chosen) == 1:
        a, b = phrases[key].best_form, phrases[chosen].best_form
        if is_short_for(a, b) or is_short_for(b, a):
            return True
    if len(key) < len(chosen):
        return key in _parts(chosen) and phrases[key].count <= phrases[chosen].count
    if len(key) > len(chosen):
        alone = phrases[key].count < 2 and not phrases[key].in_title
        return alone and chosen in _parts(key)
    return False
