"""``celui d'un collégien à 8 700 euros``: the pronoun stands for the noun of the amount before."""

from __future__ import annotations

from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import OF, unelided
from hemicycle.reading.nounphrases import Phrase

_COMPLEMENTS = unelided(OF)


def opens(s: Sentence, found: Phrase) -> bool:
    """Is a phrase the complement of such a pronoun?"""
    return _pronoun(s, found) >= 0


def measure(s: Sentence, found: Phrase, quantity: Quantity, previous: Quantity | None) -> None:
    """Set what is measured, with the noun that the pronoun stands for; it stays empty where no
    amount before names one.

    Args:
        s: the words of the sentence.
        found: the complement of the pronoun.
        quantity: the amount.
        previous: the one before it in the sentence.
    """
    noun = _noun(previous.measure) if previous is not None else ""
    if noun:
        at = _pronoun(s, found)
        quantity.measure = f"{noun} {s.written(at + 1, found.stop)}"
        quantity.measure_start = s.starts[at]
    else:
        quantity.odds = quantity.phrase_odds = None


def _pronoun(s: Sentence, found: Phrase) -> int:
    """The index of the pronoun, -1 if there is none."""
    at = found.first - 1
    if s.word(at) not in OF:
        at -= 1
    tied = s.word(at) in OF and s.word(at - 1) in s.known.subjects.demonstrative
    return at - 1 if tied else -1


def _noun(told: str) -> str:
    """A phrase up to its complement: the ``coût annuel`` of ``coût annuel d'un lycéen``."""
    kept: list[str] = []
    for word in told.split():
        if word.lower().replace("’", "'").split("'")[0] in _COMPLEMENTS:
            break
        kept.append(word)
    return " ".join(kept)
