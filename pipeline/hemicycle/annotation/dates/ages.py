"""Lengths of time that are ages: ``âgé de 54 ans``, ``les plus de 60 ans``."""

from __future__ import annotations

from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    AFTER,
    AND,
    AND_OR,
    BETWEEN,
    DEGREES,
    HAVE,
    IN,
    MANY,
    MORE_LESS,
    PLAIN_OF,
    PLAIN_TO,
    SUBJECTS,
    WHO,
    closed,
)

# Below it, `à deux ans` is rather a length of time.
_YOUNGEST = 12
_OLDEST = 125
_BEFORE_AGES = PLAIN_OF | DEGREES
_HAVERS = SUBJECTS | WHO
_AND_TO = AND | PLAIN_TO
# What may follow the age that someone has; `il a 20 ans de carrière` is no age.
_SIGNS = frozenset((".", ",", ";", ":", "!", "?", ")", "»", ""))
_BEHIND_HAVING = AND | IN | closed("subordinator", lemma=("quand", "lorsque")) | _SIGNS
_BEHIND_APPOSED = AND | frozenset((",", ".", ")", ""))


def is_age(tokens: Tokens, index: int, stop: int, *, in_years: bool) -> bool:
    """Whether the length of time from an index to another is an age.

    Args:
        tokens: the text.
        index: its first token.
        stop: the index behind its last token.
        in_years: whether it is a number of years and nothing more.
    """
    if _is_of_somebody(tokens, index):
        return True
    if not in_years:
        return False
    return (
        _is_group(tokens, index, stop)
        or _is_at(tokens, index, stop)
        or _is_apposed(tokens, index, stop)
        or _is_had(tokens, index, stop)
    )


def _is_of_somebody(tokens: Tokens, index: int) -> bool:
    """``âgée de plus de 54 ans``, ``un bébé de six mois``, ``deux enfants de 3 et 5 ans``."""
    at = index - 1
    if tokens.word(at) in _AND_TO and tokens.cardinal(at - 1) is not None:
        at -= 2  # the unit of two ages is said once
        if tokens.word(at) in BETWEEN:
            return _is_person(tokens, at - 1)
    if tokens.word(at) not in _BEFORE_AGES:
        return False
    while tokens.word(at) in _BEFORE_AGES:
        at -= 1
    return _is_person(tokens, at)


def _is_person(tokens: Tokens, index: int) -> bool:
    known, word = tokens.lexicon, tokens.word(index)
    return known.among("aged", word) or known.among("of_age", word)


def _is_group(tokens: Tokens, index: int, stop: int) -> bool:
    """``les plus de 60 ans``, ``aux 65 ans et plus``, ``les 18-25 ans``."""
    before = tokens.word(index - 1)
    if before in ("-", "‑", "–") and tokens.figures(index - 2):
        return True
    if before in PLAIN_OF and tokens.word(index - 2) in MORE_LESS:
        return tokens.word(index - 3) in MANY
    more = tokens.word(stop) in AND_OR and tokens.word(stop + 1) in MORE_LESS
    return before in MANY and more


def _is_at(tokens: Tokens, index: int, stop: int) -> bool:
    """``à 60 ans``, but ``à 10 ans de prison``, ``d'ici à 20 ans``."""
    if tokens.word(index - 1) not in PLAIN_TO:
        return False
    number = tokens.cardinal(index)
    if number is None or number[0] < _YOUNGEST or tokens.word(stop) in PLAIN_OF:
        return False
    return tokens.word(stop) not in AFTER and not tokens.among("before_to_a_length", index - 2)


def _is_apposed(tokens: Tokens, index: int, stop: int) -> bool:
    """``M. Dupont, 54 ans,``, ``Jeanne Morel (54 ans)``."""
    if index < 2 or not tokens.raw(index - 2)[:1].isupper():
        return False
    before, after = tokens.word(index - 1), tokens.word(stop)
    if before == "(":
        return after in (")", ",")
    return before == "," and after in _BEHIND_APPOSED


def _is_had(tokens: Tokens, index: int, stop: int) -> bool:
    """``elle avait 20 ans``."""
    number = tokens.cardinal(index)
    if number is None or not _YOUNGEST <= number[0] <= _OLDEST:
        return False
    has = tokens.word(index - 1) in HAVE and tokens.word(index - 2) in _HAVERS
    return has and tokens.word(stop) in _BEHIND_HAVING
