"""Words between the head of a citation and its number or date, and where titles end."""

from __future__ import annotations

from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.numbers import text_number
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.knowledge.grammar import THE_MASCULINE

_SIGNS = frozenset('.;:!?()[]–—…«»"')
_LONGEST = 14
_ADJECTIVES = (
    "ique", "iques", "al", "ale", "ales", "aux", "if", "ive", "ifs", "ives", "aire", "aires",
    "el", "elle", "els", "elles", "eux", "euse", "euses", "ien", "ienne", "iens", "iennes", "ois",
    "oise", "oises", "é", "ée", "és", "ées", "ble", "bles", "ics", "ic", "ité", "ile", "iles",
)  # fmt: skip
_JOINTS = frozenset(
    ("de", "du", "des", "d'", "et", "en", "à", "au", "aux", "dans", "l'", "la", "les", "le", "un",
     "une", "par", "pour", "sur", "entre", "ou")
)  # fmt: skip
_NOT_OF_TITLES = frozenset(("modifiée", "modifié", "adoptée", "votée", "promulguée", "entrée"))


def ends_title(tokens: Tokens, index: int) -> bool:
    """Whether no title goes on at a token: a sign, a clause, another citation, the end."""
    word = tokens.word(index)
    if not word or word in _SIGNS or tokens.broken(index) or tokens.among("title_ends", index):
        return True
    return word in tokens.lexicon.heads


def behind_title(tokens: Tokens, index: int) -> int | None:
    """The index behind the words of a title, where a number or a full date begins."""
    for at in range(index, index + _LONGEST):
        if at > index and tokens.word(at) in ("du", "en"):
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
    word = tokens.word(index)
    if word in _NOT_OF_TITLES or ends_title(tokens, index):
        return False
    return word.endswith(_ADJECTIVES)
