"""How a turn is spoken: as speech, question, answer, call from the benches, or by the chair."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.annotation.speeches.lines import without_note
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_OF, THE_ONE
from hemicycle.knowledge.lists import listed
from hemicycle.reading.words import Words

_VOCATIVE = re.compile(r"(?:Monsieur|Madame|Mesdames|M\.|Mme)\b")
_BEFORE_CHAIR = THE_ONE | PLAIN_OF | listed("sittings", "address", "short")
_LONGEST_QUESTION = 150  # words: a speech that ends on a question asks nobody
_SHORTEST = 15  # words: less is a call from the benches, between two turns of another
_FEWEST_GIVEN = 2


def manner(
    text: str, turn: Draft, before: Draft | None, after: Draft | None, floor: str = ""
) -> str:
    """The kind of a turn of a sitting that is neither the chair's nor a call.

    Args:
        text: what is said.
        turn: the turn.
        before: the turn before it, None if it is the first.
        after: the one behind it, None if it is the last.
        floor: who has the floor where a chair gives it, empty where none does.
    """
    asks = _asks(text) and not (floor and not turn.asked and turn.words > _LONGEST_QUESTION)
    if floor and turn.who != floor and turn.words <= _SHORTEST and _exclaims(text):
        return "interruption"
    between = before is not None and after is not None and before.who == after.who != turn.who
    called = between and turn.words <= _SHORTEST and not _has_floor(before)
    if called and not (asks and _VOCATIVE.match(text)):
        return "interruption"
    if turn.asked:
        if is_government(turn.role):
            return "answer"
        answered = before is not None and before.kind == "answer"
        return "question" if asks or not answered else "speech"
    if asks:
        return "question"
    replies = before is not None and before.kind == "question" and before.who != turn.who
    return "answer" if replies else "speech"


def manner_of_guest(text: str, turn: Draft, *, asked: bool) -> str:
    """The kind of a turn of an interview or press conference.

    Args:
        text: what is said.
        turn: the turn.
        asked: whether somebody has asked before it.
    """
    if is_interviewer(turn.role):
        return "question"
    return "answer" if asked and not _asks(text) else "question" if _asks(text) else "speech"


def _asks(text: str) -> bool:
    return without_note(text).rstrip(" »”").endswith("?")


def _exclaims(text: str) -> bool:
    return without_note(text).rstrip(" »”\u00a0").endswith("!")


class Floor:
    """Who has the floor, as the turns of a sitting go on; nobody where no chair gives it."""

    def __init__(self, drafts: list[Draft]) -> None:
        """Take the turns."""
        self._is_given = sum(draft.gives_floor for draft in drafts) >= _FEWEST_GIVEN
        self._who = ""

    def holder(self, before: Draft | None, turn: Draft) -> str:
        """Who has it when a turn begins: whoever speaks behind the chair is given it.

        Args:
            before: the turn before, None if there is none.
            turn: the turn.
        """
        if not self._is_given:
            return ""
        if before is not None and before.kind == "chair":
            self._who = turn.who
        return self._who

    def passes(self, turn: Draft) -> None:
        """Note that a turn is over: who spoke at length has had the floor."""
        if turn.words > _SHORTEST and turn.kind != "chair":
            self._who = turn.who


def _has_floor(before: Draft | None) -> bool:
    return before is not None and before.gives_floor


def gives_floor(text: str) -> bool:
    """Whether who presides gives the floor to somebody."""
    folded = fold(text)
    return any(words in folded for words in lexicon().floor)


def is_government(role: str) -> bool:
    """Whether a function is one of the government."""
    folded = fold(role)
    return any(word in folded for word in lexicon().government)


def is_interviewer(role: str) -> bool:
    """Whether a function is of those who ask in an interview."""
    return any(word in lexicon().interviewers for word in fold(role).split())


def is_chair(role: str) -> bool:
    """Whether a function that a label gives is the chair's."""
    words = Words(fold(role)).forms
    while words and words[0] in _BEFORE_CHAIR:
        words = words[1:]
    return " ".join(words).replace("' ", "'") in lexicon().chairs
