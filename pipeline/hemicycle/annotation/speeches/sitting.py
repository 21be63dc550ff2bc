"""Whom a function means within the turns of a text: who presides, is called, asked or answered."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hemicycle.annotation.people.role_words import covers, is_former
from hemicycle.annotation.speeches.manners import is_government
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.kinds.speeches import Speech

_ARTICLE = re.compile(r"^(?:(?:m|mme|monsieur|madame|mr)\.?\s+)?(?:l[ea]s?\s+|l['’])")
_AFTER_CALL = 400  # characters between the call of a speaker and what is said
_MOST_BREAKING_IN = 4  # turns
_INTERRUPTION = 15  # words
_SEVERAL = ";"
_MOST_TURNS = 100  # back to the member who is answered


class Sitting:
    """The turns of a text with several speakers; a text without them has no sitting."""

    def __init__(self, turns: Sequence[Mention[Speech]], names: Iterable[Mention[Person]]) -> None:
        """Take the turns of a text.

        Args:
            turns: the turns, in order.
            names: the mentions of people by name, whose functions count beside those of turns.
        """
        speakers = {turn.value.speaker for turn in turns}
        self._speakers = frozenset(speakers if len(speakers) > 1 else ())
        self._turns = list(turns) if self._speakers else []
        self._starts = [turn.start - turn.value.label for turn in self._turns]
        self._chairs = [
            k
            for k, turn in enumerate(self._turns)
            if turn.value.kind == "chair" and turn.value.speaker
        ]
        self._led = any(turn.value.kind == "chair" for turn in self._turns)
        self._roles: defaultdict[str, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for turn in self._turns:
            self._roles[turn.value.speaker].update(map(_bare, turn.value.role.split(", ")))
        for mention in names:
            self._named[mention.value.name].update(map(_bare, mention.value.role.split(", ")))
        self._blocks = _blocks(self._turns)

    @property
    def is_held(self) -> bool:
        """Whether several persons speak."""
        return bool(self._turns)

    @property
    def is_led(self) -> bool:
        """Whether somebody presides, named or not."""
        return self._led

    def opens(self, place: int) -> bool:
        """Whether a place stands within the label of a turn."""
        turn = self._at(place)
        return turn is not None and place < turn.start

    def hears(self, person: str) -> bool:
        """Whether a person speaks in one of the turns."""
        return person in self._speakers

    def speaker(self, place: int) -> str:
        """Who speaks in the turn that holds a place, empty if none does."""
        turn = self._at(place)
        return turn.value.speaker if turn is not None and turn.start <= place < turn.end else ""

    def holds(self, place: int) -> bool:
        """Whether a place stands within a turn or its label."""
        turn = self._at(place)
        return turn is not None and place < turn.end

    def labelled(self, place: int) -> str:
        """Who speaks in the turn whose label holds a place, empty if none does."""
        turn = self._at(place)
        return turn.value.speaker if turn is not None and place < turn.start else ""

    def chair(self, place: int) -> str:
        """Who presides at a place, as the turns tell; empty if they do not."""
        index = bisect_right(self._chairs, self._index(place)) - 1
        if not self._chairs:
            return ""
        return self._turns[self._chairs[max(0, index)]].value.speaker

    def called(self, place: int, role: str) -> str:
        """Who is given the floor at a place: whoever speaks next, if that is soon.

        Others may break in before the one whose label gives the function.

        Args:
            place: a character of the text.
            role: the folded function by which somebody is called.
        """
        index = self._index(place) + 1
        for turn in self._turns[index : index + _MOST_BREAKING_IN]:
            if any(covers(_bare(held), role) for held in turn.value.role.split(", ")):
                return turn.value.speaker
        if not 0 < index < len(self._turns) or self._starts[index] - place > _AFTER_CALL:
            return ""
        following = self._turns[index].value
        return "" if following.kind == "chair" else following.speaker

    def member(self, place: int) -> Iterator[str]:
        """The members whom who speaks at a place may answer, the likeliest first.

        The last other one to speak who is neither the chair nor of the government; those who only
        broke in come behind.
        """
        index = self._index(place)
        if index < 0:
            return
        speaker = self._turns[index].value.speaker
        brief: list[str] = []
        for turn in reversed(self._turns[max(0, index - _MOST_TURNS) : index]):
            said = turn.value
            if said.kind == "chair" or said.speaker in ("", speaker) or self._governs(said.speaker):
                continue
            if _SEVERAL in said.speaker:
                continue
            if said.words > _INTERRUPTION:
                yield said.speaker
            else:
                brief.append(said.speaker)
        yield from brief

    def bearers(self, place: int, role: str) -> list[str]:
        """Those who speak in the section of a place and bear a function, who is nearest first.

        Args:
            place: a character of the text.
            role: the folded function.
        """
        index = self._index(place)
        if index < 0:
            return []
        first, last = self._blocks[index]
        # Who answers stands behind who asks.
        order = [*range(index + 1, last), *range(index - 1, first - 1, -1)]
        who = dict.fromkeys(self._turns[k].value.speaker for k in order)
        speaker = self._turns[index].value.speaker
        others = [one for one in who if one and one != speaker]
        told = [one for one in others if any(covers(held, role) for held in self._roles[one])]
        # A mayor who sits as a member is not `le maire` of whom others speak.
        governing = is_government(role) and not told
        named = [one for one in others if any(covers(held, role) for held in self._named[one])]
        return named if governing else told

    def _governs(self, person: str) -> bool:
        held = self._roles.get(person, set()) | self._named.get(person, set())
        return any(is_government(role) and not is_former(role) for role in held)

    def _index(self, place: int) -> int:
        """The number of the last turn that begins at or before a place, -1 if there is none."""
        return bisect_right(self._starts, place) - 1

    def _at(self, place: int) -> Mention[Speech] | None:
        index = self._index(place)
        return self._turns[index] if index >= 0 else None


def _bare(role: str) -> str:
    """A function, folded, without an article: `La ministre` → `ministre`."""
    return _ARTICLE.sub("", fold(role))


def _blocks(turns: Sequence[Mention[Speech]]) -> list[tuple[int, int]]:
    """Of each turn the first and one past the last under its heading."""
    blocks: list[tuple[int, int]] = []
    first = 0
    for k in range(1, len(turns) + 1):
        if k == len(turns) or turns[k].value.section != turns[first].value.section:
            blocks += [(first, k)] * (k - first)
            first = k
    return blocks
