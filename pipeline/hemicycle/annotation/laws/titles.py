"""Words between the head of a citation and its number or date, and where titles end."""

from __future__ import annotations

from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.numbers import text_number
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.knowledge.grammar import (
    AND_OR,
    BETWEEN,
    BY,
    FOR,
    IN,
    JOINING,
    OF_THE_ONE,
    ON,
    THE_MASCULINE,
    WITHIN,
    A,
)
from hemicycle.knowledge.lists import endings

_SIGNS = frozenset('.;:!?()[]–—…«»"')
_LONGEST = 14
_JOINTS = JOINING | A | AND_OR | WITHIN | BY | FOR | ON | BETWEEN
_ADJECTIVES = endings("adjectives", "of_titles")
_BEFORE_DATE = OF_THE_ONE | IN


def ends_title(tokens: Tokens, index: int) -> bool:
    """Whether no title goes on at a token: a sign, a clause, another citation, the end."""
    word = tokens.word(index)
    if not word or word in _SIGNS or tokens.broken(index) or tokens.among("title_ends", index):
        return True
    return word in tokens.lexicon.heads


def behind_title(tokens: Tokens, index: int) -> int | None:
    """The index behind the words of a title, where a number or a full date begins."""
    for at in range(index, index + _LONGEST):
        if at > index and tokens.word(at) in _BEFORE_DATE:
            found = text_date(tokens, at)
            if found is not None and found.full:
                return at
        if at > index and text_number(tokens, at, "judgment") is not None:
            return at
        # The article of a noun of the title is no pronoun.
        if ends_title(tokens, at) and tokens.word(at) not in THE_MASCULINE:
            return None
    return None


def noun_phrase(tokens: Tokens, index: int) -> int:
    """The index behind the noun phrase that a title ends with, ``index`` if none stands there.

    A noun, then adjectives by their endings, then further nouns behind a preposition or ``et``.
    """
    at, stop = index, index
    for _ in range(_LONGEST):
        while tokens.word(at) in _JOINTS and not tokens.broken(at):
            at += 1
        if not tokens.word(at)[:1].isalpha() or ends_title(tokens, at):
            return stop
        at += 1
        while tokens.word(at) == "-" and tokens.glued(at):
            at += 2
        stop = at
        while _adjective(tokens, at):
            at += 1
            stop = at
        if tokens.word(at) not in _JOINTS or tokens.broken(at):
            return stop
    return stop


def _adjective(tokens: Tokens, index: int) -> bool:
    if tokens.among("not_of_titles", index) or ends_title(tokens, index):
        return False
    return _ADJECTIVES.end(tokens.word(index))
