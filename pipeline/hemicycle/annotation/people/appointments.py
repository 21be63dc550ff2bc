"""What a person is appointed to: `Mme X, biologiste, est nommée directrice, pour remplacer Y`."""

from __future__ import annotations

from collections.abc import Container, Mapping

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.roles import Role
from hemicycle.knowledge.grammar import closed
from hemicycle.reading.words import Words

_APPOINTED = small_words("appointments", "participles")
_HELPERS = small_words("appointments", "helpers")
_PASSIVE = closed(
    "auxiliary",
    lemma="être",
    person=("3", ""),
    number=("singular", ""),
    kind=("", "past participle"),
)
_TO = small_words("appointments", "to")
_LONGEST = 45  # words between a name and the verb
_LONGEST_TO = 8  # words: `dans les fonctions de`
_ENDS = frozenset(".;:!?\n•")


def appointed_to(
    words: Words,
    starting: Mapping[int, Role],
    names_at: Container[int],
    candidate: Candidate,
) -> Role | None:
    """The function that a person is appointed to, None if none.

    Args:
        words: the text's words.
        starting: its functions by their first word.
        names_at: where its names begin.
        candidate: the person's name.
    """
    index = candidate.end
    if index >= len(words) or words.gap(index).strip() not in {",", "),"}:
        return None
    for at in range(index, min(index + _LONGEST, len(words))):
        if at in names_at or (at > index and not _ENDS.isdisjoint(words.gap(at))):
            return None
        if words.lower[at] in _APPOINTED and words.lower[at - 1] in _PASSIVE:
            closed = _closes(words, at - 1)
            return _named_behind(words, starting, at + 1) if closed else None
    return None


def _closes(words: Words, at: int) -> bool:
    """Whether an apposition ends before the verb whose last helper is at a word."""
    while words.spaced(at) and words.lower[at - 1] in _HELPERS:
        at -= 1
    return words.gap(at).strip() == ","


def _named_behind(words: Words, starting: Mapping[int, Role], index: int) -> Role | None:
    """The function behind `nommé`, with or without `en qualité de`."""
    for at in range(index, min(index + _LONGEST_TO, len(words))):
        if not words.spaced(at):
            return None
        if at in starting:
            return starting[at]
        if words.lower[at] not in _TO:
            return None
    return None
