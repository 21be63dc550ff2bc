"""The party or group that a text gives with a name, as it writes it.

In brackets behind it (`Awa Corvel (PS)`, `Awa Corvel (Lorvel, PS)`), between a function and the
name (`la députée LFI Awa Corvel`, `le sénateur (LR) Ivo Roux`), behind the function in apposition
(`Awa Corvel, députée PS de Lorvel`), in the label of a turn. Only what is known as a party or a
group (``models/gazetteers/parties.csv``) is one; where nothing is said the group is empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from hemicycle.annotation.people.glued import party_end
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.kinds.speeches import Speech
from hemicycle.reading.words import Words

_BRACKET = re.compile(r"[ \u00a0]\(([^()\n]{1,60})\)")
_APPOSED = re.compile(r",[ \u00a0]")
_LONGEST = 6  # words of a party
_FARTHEST = 6  # words of a function before its party
_OF = small_words("roles", "opens_complement")


def group_of(words: Words, start: int, end: int) -> str:
    """The party or group of a person named somewhere, empty if the text gives none.

    Args:
        words: the text's words.
        start: the name's first character, from 0.
        end: one past its last.
    """
    first = bisect_left(words.starts, start)
    stop = bisect_left(words.starts, end)
    return _bracketed(words, end) or _before(words, first) or _apposed(words, stop, end)


def with_labels(
    people: Sequence[Mention[Person]], turns: Sequence[Mention[Speech]]
) -> dict[int, str]:
    """The group that the label of a turn gives its speaker, by the place of the name in it.

    Args:
        people: the mentions of people by name, in order.
        turns: the turns.
    """
    starts = [person.start for person in people]
    found: dict[int, str] = {}
    for turn in turns:
        if not (turn.value.group and turn.value.label):
            continue
        low = bisect_left(starts, turn.start - turn.value.label)
        for person in people[low : bisect_left(starts, turn.start)]:
            if person.value.name == turn.value.speaker:
                found[person.start] = turn.value.group
    return found


def _bracketed(words: Words, end: int) -> str:
    """The party in brackets right behind a name."""
    found = _BRACKET.match(words.text, end)
    if found is None:
        return ""
    first = bisect_left(words.starts, found.start(1))
    stop = bisect_left(words.starts, found.end(1))
    for k in range(first, stop):
        if (k == first or not words.spaced(k)) and (party := _party(words, k, stop)):
            whole = party == stop or not words.spaced(party)
            if whole:
                return _written(words, k, party)
    return ""


def _before(words: Words, first: int) -> str:
    """The party between a function and a name."""
    for k in range(max(1, first - _LONGEST), first):
        if words.lower[k - 1] in role_lexicon().heads and _party(words, k, first) == first:
            gaps = words.gap(k) + words.gap(first)
            if all(mark in " \u00a0()" for mark in gaps):
                return _written(words, k, first)
    return ""


def _apposed(words: Words, stop: int, end: int) -> str:
    """The party behind the function that follows a name: `, députée PS de Lorvel`."""
    if not _APPOSED.match(words.text, end) or stop >= len(words):
        return ""
    if words.lower[stop] not in role_lexicon().heads:
        return ""
    for k in range(stop + 1, min(stop + _FARTHEST, len(words))):
        if words.lower[k] in _OF or (not words.spaced(k) and words.gap(k) not in {" (", "("}):
            return ""
        if party := _party(words, k, len(words)):
            return _written(words, k, party)
    return ""


def _party(words: Words, index: int, stop: int) -> int:
    """One past the party that begins at a word and ends by another, 0 if none does."""
    found = party_end(words, lexicon(), index) if words.capital[index] else 0
    return found if found <= stop else 0


def _written(words: Words, first: int, stop: int) -> str:
    return " ".join(words.text[words.starts[first] : words.ends[stop - 1]].split())
