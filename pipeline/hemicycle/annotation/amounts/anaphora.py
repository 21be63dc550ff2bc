"""Pronouns that stand for what the amount before measured: ``Elle devrait atteindre 3 % …``."""

from __future__ import annotations

from hemicycle.annotation.amounts.nounphrases import Token
from hemicycle.annotation.amounts.quantity import Quantity

_PLURAL = frozenset(("les", "des", "ses", "leurs", "ces", "aux", "nos", "vos", "mes"))
_FEMININE = frozenset(("la", "une", "sa", "cette", "ma"))
_MASCULINE = frozenset(("le", "un", "ce", "du", "au"))
_FITTING = {"il": "ms", "elle": "fs", "ils": "p", "elles": "p"}


def agreement(words: list[Token], first: int) -> str:
    """The number and gender of a noun phrase as its determiner tells them: ``m``, ``f``, ``s`` if
    the gender is not told, ``p``.

    Args:
        words: the tokens of the sentence.
        first: the first token of the phrase, behind its determiner.
    """
    determiner = words[first - 1].low if first else ""
    if determiner in _PLURAL:
        return "p"
    if determiner in _FEMININE:
        return "f"
    if determiner in _MASCULINE:
        return "m"
    alone = determiner not in ("l'", "son", "leur", "d'", "de", "cet", "notre", "votre")
    return "p" if alone and words[first].low[-1] in "sx" else "s"


def antecedent(pronoun: str, before: Quantity | None) -> Quantity | None:
    """The amount whose measure a pronoun takes up, None if it does not agree with it.

    Args:
        pronoun: ``il``, ``elle``, ``ils`` or ``elles``.
        before: the amount before, None if there is none near.
    """
    if before is None or before.kind == "count" or not before.agreement or not before.measure:
        return None
    return before if before.agreement in _FITTING[pronoun] else None
