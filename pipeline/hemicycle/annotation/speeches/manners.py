"""How a turn is spoken: as speech, question, answer, call from the benches, or by the chair."""

from __future__ import annotations

from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold
from hemicycle.reading.words import Words

_SHORTEST = 15  # words: less is a call from the benches, between two turns of another
_GOVERNMENT = (
    "ministre",
    "secretaire d'etat",
    "premier ministre",
    "premiere ministre",
    "garde des",
)


def manner(
    text: str, turn: Draft, before: Draft | None, after: Draft | None, *, interview: bool = False
) -> str:
    """The kind of a turn that is neither the chair's nor marked as question or answer.

    Args:
        text: what is said.
        turn: the turn.
        before: the turn before it, None if it is the first.
        after: the one behind it, None if it is the last.
        interview: whether one asks and the other answers, and nobody calls out.
    """
    if interview and any(word in fold(turn.role).split() for word in lexicon().interviewers):
        return "question"
    between = (
        not interview
        and before is not None
        and after is not None
        and before.who == after.who
        and before.who != turn.who
    )
    if between and turn.words <= _SHORTEST and not _has_floor(before):
        return "interruption"
    asks = text.rstrip(" )»”").endswith("?")
    section = fold(turn.section)
    if any(word in section for word in lexicon().question_sections):
        if is_government(turn.role):
            return "answer"
        if asks or (before is not None and before.kind == "chair"):
            return "question"
    if asks:
        return "question"
    if before is not None and before.kind == "question" and before.who != turn.who:
        return "answer"
    return "speech"


def _has_floor(before: Draft | None) -> bool:
    return before is not None and before.gives_floor


def gives_floor(text: str) -> bool:
    """Whether who presides gives the floor to somebody."""
    folded = fold(text)
    return any(words in folded for words in lexicon().floor)


def is_government(role: str) -> bool:
    """Whether a function is one of the government."""
    return any(word in fold(role) for word in _GOVERNMENT)


def is_chair(role: str) -> bool:
    """Whether a function that a label gives is the chair's."""
    words = Words(fold(role)).forms
    while words and words[0] in ("m", "mme", "monsieur", "madame", "mr", "le", "la", "l'", "de"):
        words = words[1:]
    return " ".join(words).replace("' ", "'") in lexicon().chairs
